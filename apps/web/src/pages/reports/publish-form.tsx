import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useTexts } from '../../texts/texts.ts';
import { ErrorSummary, type Fault } from '../admin-parts/error-summary.tsx';
import styles from './page.module.css';
import { reportsTexts } from './texts.ts';
import { layoutOf } from './use-preview.ts';
import type { ReportDraft } from './use-report-draft.ts';

/** What is typed for the act alone; it stays while what would be published is asked for again. */
export interface TypedPublication {
  readonly number: string;
  readonly withoutPdf: boolean;
}

export const NOTHING_TYPED: TypedPublication = { number: '', withoutPdf: false };

interface PublishFormProps {
  readonly draft: ReportDraft;
  readonly onChange: (change: Partial<ReportDraft>) => void;
  readonly typed: TypedPublication;
  readonly onTyped: (typed: TypedPublication) => void;
  /** The number that the report gets. */
  readonly number: string;
  readonly canPrint: boolean;
  readonly onPublished: () => Promise<void>;
}

const COMMANDS = ['quarterlyreport/*', 'quarterlyreport/publish-report'];

/** The act itself: why, and the number typed once more, since nobody can take it back. */
export function PublishForm(props: PublishFormProps): ReactNode {
  const t = useTexts(reportsTexts);
  const session = useSession();
  const may = session?.commands.some((command) => COMMANDS.includes(command)) ?? false;
  return (
    <section aria-labelledby="publish" className={styles['publish']}>
      <h2 id="publish">{t('publish', { number: props.number })}</h2>
      {may ? <Form {...props} /> : <p>{t('noRight')}</p>}
    </section>
  );
}

function Form({
  draft,
  onChange,
  typed,
  onTyped,
  number,
  canPrint,
  onPublished,
}: PublishFormProps): ReactNode {
  const t = useTexts(reportsTexts);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const { publish, isPending, error } = usePublishing(draft, number, typed.withoutPdf, onPublished);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const found = faultsOf(draft, typed.number, number, t);
    setFaults(found);
    if (found.length === 0 && !isPending) publish();
  };
  const said = (field: string) => faults.find((fault) => fault.field === field)?.message;
  return (
    <form onSubmit={send} noValidate className={styles['publish-fields']}>
      <ErrorSummary faults={faults} />
      <p>{t('publishHint')}</p>
      <Textarea
        id="publish-reason"
        label={t('reason')}
        value={draft.reason}
        error={said('publish-reason')}
        maxLength={2000}
        required
        onChange={({ currentTarget: { value } }) => {
          onChange({ reason: value });
        }}
      />
      <TextInput
        id="publish-number"
        label={t('typeNumber', { number })}
        value={typed.number}
        error={said('publish-number')}
        autoComplete="off"
        required
        onChange={({ currentTarget: { value } }) => {
          onTyped({ ...typed, number: value });
        }}
      />
      {canPrint ? null : (
        <>
          <p>{t('noPrinter')}</p>
          <Checkbox
            label={t('withoutPdf')}
            checked={typed.withoutPdf}
            onChange={({ currentTarget: { checked } }) => {
              onTyped({ ...typed, withoutPdf: checked });
            }}
          />
        </>
      )}
      {error === null ? null : <ProblemPanel error={error} />}
      <div>
        <Button type="submit" loading={isPending}>
          {t('publish', { number })}
        </Button>
      </div>
      <p role="status">{isPending ? t('publishing') : ''}</p>
    </form>
  );
}

/** Sends under the key of the draft; the page of the report opens once it is recorded. */
function usePublishing(
  draft: ReportDraft,
  number: string,
  withoutPdf: boolean,
  onPublished: () => Promise<void>,
) {
  const navigate = useNavigate();
  const session = useSession();
  const { mutate, isPending, error } = useSend(
    '/api/v1/quarterly-reports/{fiscalYear}/{report}/publications',
  );
  const publish = () => {
    const { fiscalYear, report, reason, key } = draft;
    mutate(
      {
        params: {
          path: { fiscalYear: Number(fiscalYear), report },
          header: { 'Idempotency-Key': key },
        },
        body: {
          ...layoutOf(draft),
          ...{ number, reason: reason.trim(), effectiveOn: session?.today ?? '' },
          ...(withoutPdf ? { withoutPdf } : {}),
        },
      },
      {
        onSuccess: () => {
          void onPublished().then(() => navigate({ to: '/reports/$number', params: { number } }));
        },
      },
    );
  };
  return { publish, isPending, error };
}

function faultsOf(
  { reason }: ReportDraft,
  typed: string,
  number: string,
  t: ReturnType<typeof useTexts<typeof reportsTexts>>,
): Fault[] {
  return [
    ...(reason.trim() === '' ? [{ field: 'publish-reason', message: t('reasonMissing') }] : []),
    ...(typed.trim() === number ? [] : [{ field: 'publish-number', message: t('numberWrong', { number }) }]),
  ];
}
