import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { isRefusal, parseTypedAmount } from '#kernel';
import { printAmount, sayAmount } from '../../texts/amounts.ts';
import { useTexts } from '../../texts/texts.ts';
import { bahtWords } from '../../typed/baht-words.ts';
import styles from './amount-input.module.css';
import { amountTexts } from './texts.ts';

interface AmountInputProps {
  readonly id: string;
  /** With its unit: amounts are typed in baht. */
  readonly label: string;
  /** As it was typed; `parseTypedAmount` reads it. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** A change may be negative, for which a phone needs the whole keyboard. */
  readonly signed?: boolean;
}

/** An amount in baht as people type or paste it; beneath it stands how it was read. */
export function AmountInput(props: AmountInputProps): ReactNode {
  const { id, label, value, onChange, error, required = false, signed = false } = props;
  return (
    <TextInput
      id={id}
      className={styles['amount']}
      label={label}
      withAsterisk={required}
      aria-required={required}
      inputMode={signed ? 'text' : 'decimal'}
      autoComplete="off"
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
      error={error}
      description={<AmountEcho typed={value} />}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    />
  );
}

/** How a typed amount was read: grouped, in million baht, and in Thai words; or in which ways it could be. */
export function AmountEcho({ typed }: { readonly typed: string }): ReactNode {
  const t = useTexts(amountTexts);
  if (typed.trim() === '') return null;
  const read = parseTypedAmount(typed);
  if (!isRefusal(read)) {
    return (
      <span className={styles['echo']} data-echo={read.baht} data-unrecorded>
        <span>
          {t('echo', { grouped: sayAmount(read.baht, 'baht'), million: sayAmount(read.baht, 'million') })}
        </span>
        <span lang="th">{bahtWords(read.baht)}</span>
      </span>
    );
  }
  if (read.code !== 'typed-amount-ambiguous') return null;
  const { couldMean = [] } = read.details as { readonly couldMean?: readonly string[] };
  const ways = couldMean.map((way) => printAmount(way, 'baht')).join(t('or'));
  return (
    <span className={styles['echo']}>{ways === '' ? t('ambiguousNoWay') : t('ambiguous', { ways })}</span>
  );
}
