import { Button } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { Dialog } from '../parts/overlay.tsx';
import { useTexts } from '../texts/texts.ts';
import { DateInput } from '../parts/date-input/date-input.tsx';
import { echoedDay, EMPTY_DATE } from '../typed/typed-date.ts';
import styles from './dialogs.module.css';
import { clockTexts } from './texts.ts';
import { useCalendar } from './use-calendar.ts';

interface DayDialogProps {
  readonly onClose: () => void;
  readonly onChoose: (day: string) => void;
}

/** Asks for the day up to which is counted. */
export default function DayDialog({ onClose, onChoose }: DayDialogProps): ReactNode {
  const t = useTexts(clockTexts);
  const calendar = useCalendar();
  const [parts, setParts] = useState(EMPTY_DATE);
  const [error, setError] = useState<string>();
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const day = echoedDay(parts, calendar)?.date;
    if (day === undefined) return setError(t('dateMissing'));
    onChoose(day);
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('dayTitle')}>
      <form className={styles['form']} noValidate onSubmit={onSubmit}>
        <DateInput
          id="effective-day"
          label={t('date')}
          value={parts}
          onChange={setParts}
          error={error}
          required
        />
        <Button type="submit">{t('show')}</Button>
      </form>
    </Dialog>
  );
}
