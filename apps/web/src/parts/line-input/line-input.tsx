import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sayAmount } from '../../texts/amounts.ts';
import { useTexts } from '../../texts/texts.ts';
import { useLineName } from '../line-name.ts';
import styles from './line-input.module.css';
import { lineTexts } from './texts.ts';
import { type KnownLine, useLines } from './use-lines.ts';

/** Where money comes from and what it is for. */
export interface TypedLine {
  readonly fundSource: string;
  readonly category: string;
}

interface LineInputProps {
  /** Of its first field. */
  readonly id: string;
  readonly label: string;
  /** The account whose lines are offered. */
  readonly fiscalYear: string;
  readonly project: string;
  readonly value: TypedLine;
  readonly onChange: (typed: TypedLine) => void;
  readonly errors?: Partial<Record<keyof TypedLine, string | undefined>>;
  readonly required?: boolean;
}

const OTHER = 'other';
const keyOf = ({ fundSource, category }: TypedLine): string => `${fundSource}\n${category}`;

/** A budget line: one of those that the account has, with what is available there, or another one. */
export function LineInput(props: LineInputProps): ReactNode {
  const { id, label, value, onChange, errors = {}, required = false } = props;
  const t = useTexts(lineTexts);
  const lineName = useLineName();
  const lines = useLines(props.fiscalYear, props.project);
  const known = lines.find((line) => keyOf(line) === keyOf(value));
  const [wantsOther, setWantsOther] = useState(false);
  const isBlank = value.fundSource === '' && value.category === '';
  const other = lines.length === 0 || wantsOther || (!isBlank && known === undefined);
  const choose = (key: string) => {
    setWantsOther(key === OTHER);
    const [fundSource = '', category = ''] = key === OTHER ? [] : key.split('\n');
    onChange({ fundSource, category });
  };
  return (
    <fieldset className={styles['line']}>
      <legend>
        {label}
        {required ? (
          <span className={styles['needed']} aria-hidden="true">
            {' *'}
          </span>
        ) : null}
      </legend>
      {lines.length === 0 ? null : (
        <NativeSelect
          id={other ? undefined : id}
          aria-label={label}
          value={other ? OTHER : isBlank ? '' : keyOf(value)}
          error={other ? undefined : (errors.fundSource ?? errors.category)}
          onChange={(event) => {
            choose(event.currentTarget.value);
          }}
          data={optionsOf(lines, t, lineName)}
        />
      )}
      {other ? <OtherLine {...props} /> : null}
      {known === undefined ? null : (
        <p className={styles['about']}>{t('available', { amount: sayAmount(known.available, 'baht') })}</p>
      )}
    </fieldset>
  );
}

function optionsOf(
  lines: readonly KnownLine[],
  t: (key: keyof typeof lineTexts, values?: Record<string, string>) => string,
  nameOf: (line: KnownLine) => string,
) {
  return [
    { value: '', label: t('choose') },
    ...lines.map((line) => ({
      value: keyOf(line),
      label: nameOf(line),
    })),
    { value: OTHER, label: t('other') },
  ];
}

function OtherLine({ id, value, onChange, errors = {} }: LineInputProps): ReactNode {
  const t = useTexts(lineTexts);
  return (
    <div className={styles['parts']}>
      {(['fundSource', 'category'] as const).map((part) => (
        <TextInput
          key={part}
          id={part === 'fundSource' ? id : `${id}-${part}`}
          label={t(part)}
          maxLength={64}
          autoComplete="off"
          value={value[part]}
          error={errors[part]}
          onChange={(event) => {
            onChange({ ...value, [part]: event.currentTarget.value });
          }}
        />
      ))}
    </div>
  );
}
