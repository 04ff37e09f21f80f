import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { isRefusal, parseTypedAmount, parseTypedDate } from '#kernel';
import { printAmount } from '../../texts/amounts.ts';
import { useDates } from '../../texts/dates.ts';
import { defineTexts, useTexts } from '../../texts/texts.ts';

export const typedTexts = defineTexts({
  dayHow: { th: 'เช่น 30 ธ.ค. 2568 หรือ 30/12/68', en: 'Such as 30 Dec 2568, or 30/12/2025' },
  notADay: { th: '{field}: อ่านวันที่ไม่ได้', en: '{field}: this is no date' },
  notAnAmount: { th: '{field}: อ่านจำนวนเงินไม่ได้', en: '{field}: this is no amount' },
  amountSaid: { th: '{amount} บาท', en: '{amount} baht' },
});

interface TypedFieldProps {
  readonly id: string;
  readonly label: string;
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly error?: string | undefined;
  readonly description?: string;
}

/** The day that a text says, `YYYY-MM-DD`; nothing for no day. */
export function dayOf(typed: string): string | undefined {
  const read = parseTypedDate(typed);
  return isRefusal(read) ? undefined : read.date;
}

/** The amount in baht that a text says; nothing for none, and for what reads in two ways. */
export function bahtOf(typed: string): string | undefined {
  const read = parseTypedAmount(typed);
  return isRefusal(read) || read.baht.startsWith('-') ? undefined : read.baht;
}

/** A day, typed as on paper, with how it was read beneath. */
export function DayField({ id, label, typed, onTyped, error, description }: TypedFieldProps): ReactNode {
  const t = useTexts(typedTexts);
  const { date } = useDates();
  const day = dayOf(typed);
  return (
    <TextInput
      id={id}
      label={label}
      description={day === undefined ? (description ?? t('dayHow')) : `${date(day)} (${day})`}
      value={typed}
      onChange={({ currentTarget }) => {
        onTyped(currentTarget.value);
      }}
      error={error}
    />
  );
}

/** An amount in baht, typed as people do, with how it was read beneath. */
export function BahtField({ id, label, typed, onTyped, error, description }: TypedFieldProps): ReactNode {
  const t = useTexts(typedTexts);
  const baht = typed.trim() === '' ? undefined : bahtOf(typed);
  return (
    <TextInput
      id={id}
      label={label}
      inputMode="decimal"
      description={baht === undefined ? description : t('amountSaid', { amount: printAmount(baht, 'baht') })}
      value={typed}
      onChange={({ currentTarget }) => {
        onTyped(currentTarget.value);
      }}
      error={error}
    />
  );
}
