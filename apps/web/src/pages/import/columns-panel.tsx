import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  type CellStyle,
  DATE_STYLES,
  type DateStyle,
  readCell,
  type SheetColumn,
  sheetKind,
  sheetKinds,
} from '#sheets';
import { isRefusal } from '#kernel';
import { kindOf, ofKind, type Sheet, withColumn } from '../../sheets/sheet.ts';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import { useReadValue } from './inspector.tsx';
import styles from './page.module.css';
import { importTexts, sheetTexts } from './texts.ts';

interface ColumnsPanelProps {
  readonly sheet: Sheet;
  readonly change: (next: (sheet: Sheet) => Sheet) => void;
}

const DATES = { paper: 'datesPaper', christian: 'datesChristian', 'month-first': 'datesMonthFirst' } as const;

/** What the columns of the file stand for, and how its amounts and dates are written; each shown by an example. */
export function ColumnsPanel({ sheet, change }: ColumnsPanelProps): ReactNode {
  const t = useTexts(sheetTexts);
  const kind = kindOf(sheet);
  const isMissing = ({ key, required }: SheetColumn): boolean => {
    const place = sheet.keys.indexOf(key);
    return required && sheet.rows.every((row) => (row[place] ?? '') === '');
  };
  // What cannot be told from the header is asked at once.
  const opens = kind.columns.some(isMissing);
  const known = sheet.keys.filter((key, at) => key !== null && sheet.titles[at] !== '').length;
  return (
    <details className={styles['details']} open={opens}>
      <summary>
        {t('columnsTitle')} · {t('columnsMatched', { known, all: kind.columns.length })}
      </summary>
      <Settings sheet={sheet} change={change} />
      <ColumnTable sheet={sheet} change={change} />
    </details>
  );
}

function Settings({ sheet, change }: ColumnsPanelProps): ReactNode {
  const t = useTexts(sheetTexts);
  const i = useTexts(importTexts);
  const language = useLanguage();
  const restyle = (style: Partial<CellStyle>): void => {
    change((before) => ({ ...before, style: { ...before.style, ...style } }));
  };
  return (
    <div className={styles['settings']}>
      <NativeSelect
        label={i('kindLabel')}
        value={sheet.kind}
        onChange={(event) => {
          const chosen = sheetKind(event.currentTarget.value);
          if (chosen) change((before) => ofKind(before, chosen.kind));
        }}
        data={sheetKinds.map(({ kind, title }) => ({ value: kind, label: title[language] }))}
      />
      <NativeSelect
        label={t('unitLabel')}
        description={<Read sheet={sheet} form="amount" />}
        value={sheet.style.unit}
        onChange={(event) => {
          restyle({ unit: event.currentTarget.value === 'baht' ? 'baht' : 'million-baht' });
        }}
        data={[
          { value: 'baht', label: t('unitBaht') },
          { value: 'million-baht', label: t('unitMillion') },
        ]}
      />
      <NativeSelect
        label={t('datesLabel')}
        description={<Read sheet={sheet} form="date" />}
        value={sheet.style.dates}
        onChange={(event) => {
          restyle({ dates: DATE_STYLES.find((each) => each === event.currentTarget.value) ?? 'paper' });
        }}
        data={DATE_STYLES.map((each: DateStyle) => ({ value: each, label: t(DATES[each]) }))}
      />
      <TextInput
        label={t('yearLabel')}
        description={t('yearHint')}
        inputMode="numeric"
        value={sheet.fiscalYear}
        onChange={(event) => {
          const fiscalYear = event.currentTarget.value;
          change((before) => ({ ...before, fiscalYear }));
        }}
      />
    </div>
  );
}

/** How the first cell of a form is read. */
function Read({ sheet, form }: { readonly sheet: Sheet; readonly form: 'amount' | 'date' }): ReactNode {
  const t = useTexts(sheetTexts);
  const shown = useReadValue();
  const column = kindOf(sheet).columns.find((each) => each.form === form);
  if (!column) return null;
  const place = sheet.keys.indexOf(column.key);
  const text = sheet.rows.map((row) => row[place] ?? '').find((each) => each.trim() !== '');
  if (text === undefined) return null;
  const read = readCell(column, text, sheet.style);
  return typeof read === 'string' && !isRefusal(read)
    ? t('readAs', { text, read: shown(column, read) })
    : t('readNot', { text });
}

function ColumnTable({ sheet, change }: ColumnsPanelProps): ReactNode {
  const t = useTexts(sheetTexts);
  const language = useLanguage();
  const { columns } = kindOf(sheet);
  const data = [
    { value: '', label: t('columnNone') },
    ...columns.map(({ key, names, required }) => {
      const name = names[language][0] ?? key;
      return { value: key, label: required ? t('needed', { name }) : name };
    }),
  ];
  const exampleOf = (at: number): string =>
    sheet.rows.map((row) => row[at] ?? '').find((text) => text.trim() !== '') ?? '';
  return (
    <div className={styles['scroll']} role="region" tabIndex={0} aria-label={t('columnsTitle')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('columnInFile')}</th>
            <th scope="col">{t('columnExample')}</th>
            <th scope="col">{t('columnIs')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.titles.map((title, at) => {
            const example = exampleOf(at);
            if (title === '' && example === '') return null;
            const name = title === '' ? t('columnUnnamed', { n: at + 1 }) : title;
            return (
              // Columns have no other name than their place.
              <tr key={at}>
                <th scope="row">{name}</th>
                <td>{example}</td>
                <td>
                  <NativeSelect
                    aria-label={t('columnLabel', { name })}
                    value={sheet.keys[at] ?? ''}
                    data={data}
                    onChange={(event) => {
                      const key = event.currentTarget.value;
                      change((before) => withColumn(before, at, key === '' ? null : key));
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
