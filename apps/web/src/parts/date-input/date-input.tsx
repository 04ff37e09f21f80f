import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TypedDateParts } from '#kernel';
import { useCalendar } from '../../clocks/use-calendar.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { echoedDay } from '../../typed/typed-date.ts';
import styles from './date-input.module.css';
import { dateTexts } from './texts.ts';

interface DateInputProps {
  /** Of the first of the three fields. */
  readonly id: string;
  readonly label: string;
  /** As it was typed; `parseTypedDateParts` reads it. */
  readonly value: TypedDateParts;
  readonly onChange: (typed: TypedDateParts) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

const PARTS = ['day', 'month', 'year'] as const;

/** A date in three fields in the order of the paper; beneath them stands how it was read. */
export function DateInput(props: DateInputProps): ReactNode {
  const { id, label, value, onChange, error, required = false } = props;
  const t = useTexts(dateTexts);
  const about = `${id}-about`;
  return (
    <fieldset
      className={styles['date']}
      aria-describedby={about}
      aria-invalid={error !== undefined || undefined}
    >
      <legend>
        {label}
        {required ? (
          <span className={styles['needed']} aria-hidden="true">
            {' *'}
          </span>
        ) : null}
      </legend>
      <div className={styles['parts']}>
        {PARTS.map((part) => (
          <TextInput
            key={part}
            id={part === 'day' ? id : `${id}-${part}`}
            className={styles[part]}
            label={t(part)}
            aria-required={required}
            autoComplete="off"
            inputMode={part === 'month' ? 'text' : 'numeric'}
            value={value[part]}
            onChange={(event) => {
              onChange({ ...value, [part]: event.currentTarget.value });
            }}
            error={error !== undefined}
          />
        ))}
      </div>
      <div id={about} className={styles['about']}>
        {error === undefined ? null : <p className={styles['error']}>{error}</p>}
        <DateEcho typed={value} />
      </div>
    </fieldset>
  );
}

/** How a typed date was read, in the era of the paper and in the other one, with its quarter. */
function DateEcho({ typed }: { readonly typed: TypedDateParts }): ReactNode {
  const t = useTexts(dateTexts);
  const { date } = useDates();
  const read = echoedDay(typed, useCalendar());
  if (read) {
    const { fiscalYear, quarter } = read;
    const values = {
      date: date(read.date),
      iso: read.date,
      quarter: quarter.slice(1),
      fiscalYear: String(fiscalYear),
    };
    return <p data-echo={read.date}>{t('echo', values)}</p>;
  }
  const whole = PARTS.every((part) => typed[part].trim() !== '');
  return <p>{t(whole ? 'unread' : 'hint')}</p>;
}
