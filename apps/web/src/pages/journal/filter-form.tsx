import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { EVENT_NAMES } from '#glossary';
import { isRefusal, parseTypedAmount, parseTypedDate, QUARTERS } from '#kernel';
import { useFiscalYears } from '../../app/fiscal-year.ts';
import { EVENT_KINDS, type EventKind, kindTexts } from '../../parts/event-name/event-kinds.ts';
import { useTexts } from '../../texts/texts.ts';
import type { ConditionName, Conditions } from './filter.ts';
import styles from './page.module.css';
import { journalTexts } from './texts.ts';

type Typed = Readonly<Partial<Record<ConditionName, string>>>;
type Errors = Partial<Record<ConditionName, 'amountMalformed' | 'dateMalformed'>>;

const AMOUNTS = ['amountFrom', 'amountTo'] as const;
const DAYS = ['effectiveFrom', 'effectiveUntil'] as const;
const FURTHER = [...AMOUNTS, ...DAYS, 'document', 'reversed', 'imported', 'actor'] as const;

interface FilterFormProps {
  readonly conditions: Conditions;
  readonly onApply: (conditions: { readonly [Name in ConditionName]?: string | undefined }) => void;
}

/** Asks for the conditions of the journal; they count when they are sent. */
export function FilterForm({ conditions, onApply }: FilterFormProps): ReactNode {
  const t = useTexts(journalTexts);
  const [typed, setTyped] = useState<Typed>(conditions);
  const [errors, setErrors] = useState<Errors>({});
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readTyped(typed);
    setErrors(read.errors);
    if (Object.keys(read.errors).length === 0) onApply(read.conditions);
  };
  const field = (name: ConditionName) => ({
    label: t(name),
    value: typed[name] ?? '',
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      setTyped({ ...typed, [name]: currentTarget.value }),
    error: errors[name] === undefined ? undefined : t(errors[name]),
  });
  return (
    <form className={styles['form']} role="search" aria-label={t('filter')} noValidate onSubmit={onSubmit}>
      <div className={styles['fields']}>
        <TextInput
          {...field('text')}
          description={t('textHint')}
          inputWrapperOrder={WITH_HINT}
          autoComplete="off"
        />
        <KindSelect {...field('kind')} />
        <TextInput {...field('project')} autoComplete="off" />
        <Periods field={field} />
      </div>
      <details className={styles['more']} open={FURTHER.some((name) => conditions[name] !== undefined)}>
        <summary>{t('more')}</summary>
        <div className={styles['fields']}>
          {AMOUNTS.map((name) => (
            <TextInput key={name} {...field(name)} inputMode="decimal" autoComplete="off" />
          ))}
          {DAYS.map((name) => (
            <TextInput
              key={name}
              {...field(name)}
              description={t('dateHint')}
              inputWrapperOrder={WITH_HINT}
              autoComplete="off"
            />
          ))}
          <TextInput {...field('document')} autoComplete="off" />
          <TextInput {...field('actor')} autoComplete="off" />
          <YesNo {...field('reversed')} yes={t('reversedYes')} no={t('reversedNo')} />
          <YesNo {...field('imported')} yes={t('importedYes')} no={t('importedNo')} />
        </div>
      </details>
      <Button type="submit">{t('apply')}</Button>
    </form>
  );
}

const WITH_HINT = ['label', 'input', 'error', 'description'] as (
  'label' | 'input' | 'error' | 'description'
)[];

interface Field {
  readonly label: string;
  readonly value: string;
  readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void;
  readonly error: string | undefined;
}

function KindSelect(props: Field): ReactNode {
  const t = useTexts(journalTexts);
  const kinds = useTexts(kindTexts);
  const events = useTexts(EVENT_NAMES);
  const types = Object.values(EVENT_KINDS).flat();
  return (
    <NativeSelect {...props}>
      <option value="">{t('any')}</option>
      <optgroup label={t('kinds')}>
        {(Object.keys(EVENT_KINDS) as EventKind[]).map((kind) => (
          <option key={kind} value={kind}>
            {kinds(kind)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('types')}>
        {[...new Set(types)].map((type) => (
          <option key={type} value={type}>
            {events(type)}
          </option>
        ))}
      </optgroup>
    </NativeSelect>
  );
}

/** Fiscal year and quarter: a quarter is one of a year. */
function Periods({ field }: { readonly field: (name: ConditionName) => Field }): ReactNode {
  const t = useTexts(journalTexts);
  const years = useFiscalYears()?.years ?? [];
  const year = field('fiscalYear');
  return (
    <>
      <NativeSelect {...year}>
        <option value="">{t('any')}</option>
        {[...new Set([...years, ...(year.value === '' ? [] : [year.value])])].map((one) => (
          <option key={one}>{one}</option>
        ))}
      </NativeSelect>
      <NativeSelect {...field('quarter')} disabled={year.value === ''}>
        <option value="">{t('any')}</option>
        {QUARTERS.map((quarter) => (
          <option key={quarter} value={quarter}>
            {t('quarterOf', { quarter: quarter.slice(1) })}
          </option>
        ))}
      </NativeSelect>
    </>
  );
}

function YesNo({ yes, no, ...props }: Field & { readonly yes: string; readonly no: string }): ReactNode {
  const t = useTexts(journalTexts);
  return (
    <NativeSelect {...props}>
      <option value="">{t('any')}</option>
      <option value="true">{yes}</option>
      <option value="false">{no}</option>
    </NativeSelect>
  );
}

/** What was typed as the API takes it, or what cannot be read. */
function readTyped(typed: Typed): { conditions: Typed; errors: Errors } {
  const errors: Errors = {};
  const conditions: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(typed)) {
    const text = value.trim();
    conditions[name] = text === '' ? undefined : text;
  }
  for (const name of AMOUNTS) {
    const read = conditions[name] === undefined ? undefined : parseTypedAmount(conditions[name]);
    if (read && isRefusal(read)) errors[name] = 'amountMalformed';
    else if (read) conditions[name] = read.baht;
  }
  for (const name of DAYS) {
    const read = conditions[name] === undefined ? undefined : parseTypedDate(conditions[name]);
    if (read && isRefusal(read)) errors[name] = 'dateMalformed';
    else if (read) conditions[name] = read.date;
  }
  if (conditions['fiscalYear'] === undefined) conditions['quarter'] = undefined;
  return { conditions: conditions, errors };
}
