import { Button, Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import { ErrorSummary } from '../../admin-parts/error-summary.tsx';
import type { CommandShape, FieldShape } from '../catalogue/command-shape.ts';
import styles from '../page.module.css';
import { postTexts } from '../texts.ts';
import { Availability } from './availability.tsx';
import type { SaidFault } from './faults.ts';
import { Field } from './field.tsx';
import { FormContext } from './form-context.ts';
import { layoutOf } from './layout.ts';
import { More } from './more.tsx';
import { DraftWords } from './draft-words.tsx';
import type { DraftState } from './use-draft.ts';
import type { Trial } from './use-trial.ts';
import { type Values, withTyped } from './values.ts';

interface EntryProps {
  readonly shape: CommandShape;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  /** All that was found, for the summary, which stays as it is until the form is looked at again. */
  readonly faults: readonly SaidFault[];
  /** Those whose fields were not changed since. */
  readonly standing: readonly SaidFault[];
  readonly trial: Trial;
  readonly draft: DraftState;
  /** The fiscal year that the date lies outside of; nothing while it lies within. */
  readonly outsideOf: string | undefined;
  readonly onReview: () => void;
  readonly onReadAgain: () => void;
  readonly onDiscard: () => void;
}

/** Says that a date outside the fiscal year of the form is meant. */
export const MEANS_OUTSIDE = 'meansOutside';

/** The form itself: fields on the left, what the ledger would do with them on the right. */
export function Entry(props: EntryProps): ReactNode {
  const { shape, values, onChange, faults, standing, trial, draft, outsideOf, onReview } = props;
  const t = useTexts(postTexts);
  const { main, grounds, more } = layoutOf(shape);
  const form = {
    command: shape.id,
    values,
    type: (typed: Values) => onChange(withTyped(values, typed)),
    replace: onChange,
    hasFault: (above: string) =>
      standing.some(({ path = '' }) => path === above || path.startsWith(`${above}.`)),
    render: (field: FieldShape, path: string) => <Field key={field.name} field={field} path={path} />,
    errorOf: (path: string) => standing.find((fault) => fault.path === path)?.message,
  };
  return (
    <FormContext value={form}>
      <div className={styles['layout']}>
        <form
          noValidate
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            onReview();
          }}
        >
          <ErrorSummary faults={faults} />
          <Fields fields={main} />
          {outsideOf === undefined ? null : (
            <Checkbox
              id={`field-${MEANS_OUTSIDE}`}
              label={t('outsideYear', { year: outsideOf })}
              checked={values[MEANS_OUTSIDE] === 'true'}
              onChange={(event) => form.type({ [MEANS_OUTSIDE]: event.currentTarget.checked ? 'true' : '' })}
            />
          )}
          <Fields fields={grounds} />
          <More fields={more} above="" />
          <div className={styles['buttons']}>
            <Button type="submit">{t('toReview')}</Button>
            <kbd className={styles['dimmed']}>{t('keys')}</kbd>
          </div>
        </form>
        <aside className={styles['aside']}>
          <Availability trial={trial} />
          <DraftWords state={draft} onReadAgain={props.onReadAgain} onDiscard={props.onDiscard} />
        </aside>
      </div>
    </FormContext>
  );
}

const Fields = ({ fields }: { readonly fields: readonly FieldShape[] }): ReactNode =>
  fields.map((field) => <Field key={field.name} field={field} path={field.name} />);
