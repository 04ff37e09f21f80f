import type { ReactNode } from 'react';
import { Baht } from '../../parts/figure.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Effect } from './effect.tsx';
import { isKind, kindTexts } from './kinds.ts';
import styles from './page.module.css';
import { BlockedWords, State } from './state.tsx';
import { inboxTexts } from './texts.ts';
import { kindOf, type Row } from './use-inbox.ts';

interface DocumentsProps {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** The document whose panel is open. */
  readonly opened: string | undefined;
  readonly onOpen: (number: string) => void;
  /** Where several may be selected: which are. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (row: Row, isSelected: boolean) => void;
}

/** Documents with what they are about, how old they are, and what they would leave available. */
export function Documents({ caption, rows, opened, onOpen, selected, onSelect }: DocumentsProps): ReactNode {
  const t = useTexts(inboxTexts);
  const first = rows.find(({ number }) => selected?.has(number) ?? false);
  return (
    <FigureTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('project')}</th>
          <th scope="col" className="number">
            {t('amount')}
          </th>
          <th scope="col">{t('age')}</th>
          <th scope="col">{t('effect')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number} className={styles['row']} data-opened={row.number === opened || undefined}>
            <th scope="row" className={styles['number']}>
              {selected === undefined ? null : (
                <input
                  type="checkbox"
                  aria-label={t('selectOne', { number: row.number })}
                  title={first !== undefined && kindOf(first) !== kindOf(row) ? t('oneKind') : undefined}
                  checked={selected.has(row.number)}
                  disabled={!isSelectable(row, first)}
                  onChange={({ currentTarget: { checked } }) => onSelect?.(row, checked)}
                />
              )}{' '}
              <button
                type="button"
                className={styles['open']}
                aria-expanded={row.number === opened}
                onClick={() => {
                  onOpen(row.number);
                }}
              >
                {row.number}
              </button>
            </th>
            <td>
              <Kinds kinds={row.kinds} />
            </td>
            <td>{row.accounts.map(({ project }) => project).join(', ')}</td>
            <td className="number">
              <Baht value={row.amount} />
            </td>
            <td>{t('days', { days: row.ageDays })}</td>
            <td className={styles['effect']}>
              {row.effect === undefined ? (
                '-'
              ) : (
                <Effect effect={row.effect} named={row.effect.available.length > 1} />
              )}
            </td>
            <td>
              <State row={row} />
              {row.status === 'waiting' ? <BlockedWords row={row} /> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

const isSelectable = (row: Row, first: Row | undefined): boolean =>
  (row.decision?.mayDecide ?? false) && (first === undefined || kindOf(first) === kindOf(row));

/** What a document would record. */
export function Kinds({ kinds }: { readonly kinds: readonly string[] }): ReactNode {
  const k = useTexts(kindTexts);
  return <>{kinds.map((kind) => (isKind(kind) ? k(kind) : kind)).join(', ')}</>;
}
