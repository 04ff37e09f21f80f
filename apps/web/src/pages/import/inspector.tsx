import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SheetColumn } from '#sheets';
import type { Fault } from '../../sheets/faults.ts';
import { useDates } from '../../texts/dates.ts';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import { couldMean, sayFault } from './fault-texts.ts';
import styles from './grid.module.css';
import { sheetTexts } from './texts.ts';

/** A cell that was mended, while others hold what it held. */
export interface Alike {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly number[];
}

interface InspectorProps {
  readonly at: number;
  readonly column: SheetColumn;
  readonly text: string;
  /** What the cell was read as; nothing where it could not be. */
  readonly value: string | undefined;
  readonly faults: readonly Fault[];
  readonly alike: Alike | undefined;
  readonly isLocked: boolean;
  readonly mend: (text: string) => void;
  readonly mendAlike: (alike: Alike) => void;
}

/** What is wrong with the cell that is pointed at, what it takes, and ways to mend it. */
export function Inspector(props: InspectorProps): ReactNode {
  const { at, column, value, faults, alike, isLocked, mend, mendAlike } = props;
  const t = useTexts(sheetTexts);
  const language = useLanguage();
  const name = column.names[language][0] ?? column.key;
  const shown = (text: string): string => (text === '' ? t('alikeEmpty') : text);
  const ways = [...new Set(faults.flatMap(couldMean))];
  return (
    <section className={styles['inspector']} aria-labelledby="cell-title">
      <h3 id="cell-title">{t('cellAt', { row: at + 1, column: name })}</h3>
      <div aria-live="polite">
        {faults.length === 0 ? <Good column={column} value={value} /> : null}
        <ul>
          {faults.map((fault) => {
            const { text, own } = sayFault(fault, language);
            return (
              <li
                key={`${fault.code} ${fault.message}`}
                className={styles['bad']}
                lang={own ? undefined : 'en'}
              >
                {text}
              </li>
            );
          })}
        </ul>
      </div>
      {faults.length === 0 ? null : <Accepted column={column} />}
      {isLocked ? null : (
        <div className={styles['tools']}>
          {ways.map((way) => (
            <Button
              key={way}
              size="compact-sm"
              variant="default"
              onClick={() => {
                mend(way);
              }}
            >
              {t('use', { text: way })}
            </Button>
          ))}
          {alike === undefined ? null : (
            <>
              <span>{t('alike', { n: alike.rows.length, text: shown(alike.from) })}</span>
              <Button
                size="compact-sm"
                onClick={() => {
                  mendAlike(alike);
                }}
              >
                {t('alikeMend', { text: shown(alike.to) })}
              </Button>
            </>
          )}
        </div>
      )}
    </section>
  );
}

function Accepted({ column }: { readonly column: SheetColumn }): ReactNode {
  const t = useTexts(sheetTexts);
  const choices = Object.values(column.choices ?? {}).flatMap((words) => words.slice(0, 1));
  return (
    <p className={styles['dimmed']}>
      {choices.length > 0
        ? t('acceptedChoices', { choices: choices.join(', ') })
        : t('accepted', { example: column.example })}
    </p>
  );
}

function Good({
  column,
  value,
}: {
  readonly column: SheetColumn;
  readonly value: string | undefined;
}): ReactNode {
  const t = useTexts(sheetTexts);
  const shown = useReadValue();
  if (value === undefined) return null;
  return <p className={styles['dimmed']}>{t('cellGood', { read: shown(column, value) })}</p>;
}

/** A value as people read it: an amount in baht with groups, a date in both eras. */
export function useReadValue(): (column: SheetColumn, value: string) => string {
  const { date } = useDates();
  const t = useTexts(sheetTexts);
  return ({ form }, value) => {
    if (form === 'amount') return `${value.replace(/\B(?=(?:\d{3})+\.)/g, ',')} ${t('unitBaht')}`;
    return form === 'date' ? `${date(value)} (${value})` : value;
  };
}
