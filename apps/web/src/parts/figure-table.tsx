import type { ReactNode } from 'react';
import { useView } from '../app/view.ts';
import { useTexts } from '../texts/texts.ts';
import styles from './figure-table.module.css';
import { partTexts } from './texts.ts';

interface FigureTableProps {
  /** Title of the table; unit and moment are added. */
  readonly caption: ReactNode;
  /** What the caption says besides: effective date, known-at, position. */
  readonly note?: ReactNode;
  /** Whether the table has amounts, whose unit the caption then says once. */
  readonly amounts?: boolean;
  /** `<thead>`, `<tbody>`, `<tfoot>`: header cells with scope, amounts in `<td className="number">`. */
  readonly children: ReactNode;
  /** Said under the table: signs, differences of rounding. */
  readonly footnotes?: readonly string[];
  /** Adds what the signs in the cells mean. */
  readonly legend?: boolean;
}

/** A table that scrolls sideways by itself, with sticky header and first column, and its unit in the caption. */
export function FigureTable(props: FigureTableProps): ReactNode {
  const { caption, note, amounts = true, children, footnotes = [], legend = false } = props;
  const { unit } = useView();
  const t = useTexts(partTexts);
  const said = [...footnotes, ...(legend ? [t('legend')] : [])];
  return (
    <figure className={styles['figure']}>
      {/* Whoever has no mouse scrolls it with the arrow keys: it takes the focus. */}
      <div
        className={styles['scroll']}
        role="region"
        tabIndex={0}
        aria-label={typeof caption === 'string' ? `${t('table')}: ${caption}` : t('table')}
      >
        <table className={styles['table']}>
          <caption>
            <span className={styles['title']}>{caption}</span>
            {amounts ? <span className={styles['unit']}>{t(unit)}</span> : null}
            {note === undefined ? null : <span className={styles['note']}>{note}</span>}
          </caption>
          {children}
        </table>
      </div>
      {said.length === 0 ? null : (
        <figcaption className={styles['footnotes']}>
          {said.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </figcaption>
      )}
    </figure>
  );
}
