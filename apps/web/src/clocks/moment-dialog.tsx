import { Button, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { startOfDay } from '#kernel';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { Dialog } from '../parts/overlay.tsx';
import { useTexts } from '../texts/texts.ts';
import { DateInput } from '../parts/date-input/date-input.tsx';
import { echoedDay, EMPTY_DATE } from '../typed/typed-date.ts';
import styles from './dialogs.module.css';
import { clockTexts } from './texts.ts';
import { useCalendar } from './use-calendar.ts';
import { inAddress, usePlaceWords, useResolved } from './use-moments.ts';

interface MomentDialogProps {
  readonly kind: 'time' | 'position';
  readonly onClose: () => void;
  /** The moment that was meant, as addresses hold it. */
  readonly onChoose: (position: string) => void;
}

/** Asks for a date with a time, or for a position, and says what it means before it is shown. */
export default function MomentDialog({ kind, onClose, onChoose }: MomentDialogProps): ReactNode {
  const t = useTexts(clockTexts);
  const words = usePlaceWords();
  const [error, setError] = useState<string>();
  const typed = useTyped(kind);
  const answer = useResolved(typed.moment);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (typed.moment === undefined) return setError(t(typed.missing));
    if (answer.data === undefined) return;
    onChoose(inAddress(typed.moment, answer.data.knownAt.position));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t(kind === 'time' ? 'timeTitle' : 'positionTitle')}>
      <form className={styles['form']} noValidate onSubmit={onSubmit}>
        {typed.fields(typed.moment === undefined ? error : undefined)}
        <p className={styles['echo']} aria-live="polite">
          {answer.data === undefined ? null : t('means', { moment: words(answer.data.knownAt) })}
        </p>
        {answer.error === null ? null : <ProblemPanel error={answer.error} />}
        <Button type="submit">{t('show')}</Button>
      </form>
    </Dialog>
  );
}

/** What is typed, as a moment that the ledger understands; and the fields it is typed into. */
function useTyped(kind: MomentDialogProps['kind']) {
  const t = useTexts(clockTexts);
  const calendar = useCalendar();
  const { timeZone } = calendar;
  const [parts, setParts] = useState(EMPTY_DATE);
  const [time, setTime] = useState('');
  const [position, setPosition] = useState('');
  const day = echoedDay(parts, calendar)?.date;
  const clock = clockIn(time);
  if (kind === 'position') {
    const digits = position.replaceAll(/[\s,]/g, '');
    const moment = /^\d{1,18}$/.test(digits) ? digits : undefined;
    return {
      moment,
      missing: 'positionMalformed' as const,
      fields: (error: string | undefined) => (
        <TextInput
          label={t('positionField')}
          inputMode="numeric"
          value={position}
          error={error}
          data-autofocus
          onChange={({ currentTarget }) => {
            setPosition(currentTarget.value);
          }}
        />
      ),
    };
  }
  const moment = day === undefined || clock === undefined ? undefined : momentOf(day, clock, timeZone);
  return {
    moment,
    missing: day === undefined ? ('dateMissing' as const) : ('timeMalformed' as const),
    fields: (error: string | undefined) => (
      <>
        <DateInput
          id="known-day"
          label={t('date')}
          value={parts}
          onChange={setParts}
          error={day === undefined ? error : undefined}
          required
        />
        <TextInput
          label={t('time')}
          inputMode="numeric"
          value={time}
          error={day === undefined ? undefined : error}
          onChange={({ currentTarget }) => {
            setTime(currentTarget.value);
          }}
        />
      </>
    ),
  };
}

/** Minutes since midnight, `day` for none typed, nothing where it is no time. */
function clockIn(text: string): number | 'day' | undefined {
  const shown = text.trim().replaceAll(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
  if (shown === '') return 'day';
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})(?: *น\.)?$/.exec(shown) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  return hours === '' || hour > 23 || minute > 59 ? undefined : hour * 60 + minute;
}

/** A day means its end; a minute means its end, too, by the clock of the organisation. */
function momentOf(day: string, clock: number | 'day', timeZone: string): string {
  if (clock === 'day') return day;
  const start = Date.parse(startOfDay(day as Parameters<typeof startOfDay>[0], timeZone));
  return new Date(start + (clock + 1) * 60_000 - 1).toISOString();
}
