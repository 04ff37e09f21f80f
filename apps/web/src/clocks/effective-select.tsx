import { NativeSelect } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useFiscalYear } from '../app/fiscal-year.ts';
import { useDates } from '../texts/dates.ts';
import { useTexts } from '../texts/texts.ts';
import { monthEnds, quarterEnds } from './period-ends.ts';
import { clockTexts } from './texts.ts';
import { useCalendar } from './use-calendar.ts';

const DayDialog = lazy(() => import('./day-dialog.tsx'));

const DAY = 'day';

interface EffectiveSelectProps {
  readonly label: string;
  /** A day; any when absent. */
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** Chooses up to which business date is counted: the end of a quarter or month of the year, or a typed date. */
export function EffectiveSelect({ label, value, onChange }: EffectiveSelectProps): ReactNode {
  const t = useTexts(clockTexts);
  const { date, month } = useDates();
  const [asking, setAsking] = useState(false);
  const year = useFiscalYear();
  const calendar = useCalendar();
  const quarters = quarterEnds(year, calendar);
  const months = monthEnds(year, calendar);
  const isQuarter = quarters.some(({ day }) => day === value);
  const isListed = isQuarter || months.some((day) => day === value);
  return (
    <>
      <NativeSelect
        label={label}
        value={value ?? ''}
        onChange={({ currentTarget: { value: chosen } }) => {
          if (chosen === DAY) setAsking(true);
          else onChange(chosen === '' ? undefined : chosen);
        }}
      >
        <option value="">{t('everything')}</option>
        {value === undefined || isListed ? null : <option value={value}>{date(value)}</option>}
        <optgroup label={t('quarterEnds')}>
          {quarters.map(({ quarter, day }) => (
            <option key={day} value={day}>
              {t('endOfQuarter', { quarter: quarter.slice(1), day: date(day) })}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('monthEnds')}>
          {months
            .filter((day) => quarters.every((one) => one.day !== day))
            .map((day) => (
              <option key={day} value={day}>
                {t('endOfMonth', { month: month(day.slice(0, 7)) })}
              </option>
            ))}
        </optgroup>
        <option value={DAY}>{t('typedDay')}</option>
      </NativeSelect>
      {asking ? (
        <Suspense>
          <DayDialog
            onClose={() => {
              setAsking(false);
            }}
            onChoose={onChange}
          />
        </Suspense>
      ) : null}
    </>
  );
}
