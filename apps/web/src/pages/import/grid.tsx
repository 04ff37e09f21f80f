import { type ClipboardEvent, type ReactNode, useCallback, useEffect, useId, useMemo, useRef } from 'react';
import { parseDelimited, type SheetColumn } from '#sheets';
import type { RowState } from '../../sheets/faults.ts';
import { cellOf, kindOf, type Sheet } from '../../sheets/sheet.ts';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './grid.module.css';
import { cellId, GridRow, ROW_HEIGHT } from './grid-row.tsx';
import { sheetTexts } from './texts.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useSeenRows } from './use-seen-rows.ts';

const NO_CELLS: readonly string[] = [];

/** The cell that keys act on: a row of the sheet and a column of its kind. */
export interface ActiveCell {
  readonly at: number;
  readonly column: number;
}

export interface GridProps {
  readonly sheet: Sheet;
  readonly states: ReadonlyMap<number, RowState>;
  /** Rows of the sheet in the order that they are shown in. */
  readonly order: readonly number[];
  readonly active: ActiveCell;
  readonly setActive: (active: ActiveCell) => void;
  readonly isLocked: boolean;
  readonly mend: (at: number, key: string, text: string) => void;
  readonly paste: (at: number, keys: readonly string[], block: readonly (readonly string[])[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** The rows of a sheet: as many as there are, drawn as far as they are seen. */
export function Grid(props: GridProps): ReactNode {
  const { sheet, states, order, active, setActive, isLocked, paste } = props;
  const t = useTexts(sheetTexts);
  const language = useLanguage();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const { columns } = useMemo(() => kindOf(sheet), [sheet]);
  const template = useMemo(() => templateOf(columns), [columns]);
  const places = useMemo(() => columns.map(({ key }) => sheet.keys.indexOf(key)), [columns, sheet.keys]);
  const { from, to, onScroll, show } = useSeenRows(scroll, order.length, ROW_HEIGHT);
  const { typing, open, onKeyDown } = useGridKeys({
    ...props,
    columns,
    focus: () => scroll.current?.focus(),
  });
  const shownAt = order.indexOf(active.at);
  const isShown = shownAt >= 0;
  const first = useRef(true);
  useEffect(() => {
    // The page stays where it is when it opens.
    if (first.current) first.current = false;
    else if (isShown) {
      show(shownAt);
      document
        .getElementById(cellId(id, active.at, active.column))
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [show, id, isShown, shownAt, active]);
  const point = useCallback(
    (at: number, column: number, opens: boolean) => {
      scroll.current?.focus();
      if (opens) open();
      else setActive({ at, column });
    },
    [open, setActive],
  );
  const key = columns[active.column]?.key ?? '';
  const onPaste = (event: ClipboardEvent): void => {
    if (event.target instanceof HTMLInputElement || isLocked) return;
    event.preventDefault();
    const block = parseDelimited(event.clipboardData.getData('text/plain'), '\t');
    paste(
      active.at,
      columns.slice(active.column).map((each) => each.key),
      block,
    );
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', cellOf(sheet, active.at, key));
  };
  return (
    <div
      ref={scroll}
      role="grid"
      tabIndex={0}
      className={styles['grid']}
      aria-label={t('gridLabel')}
      aria-rowcount={order.length + 1}
      aria-colcount={columns.length + 3}
      aria-readonly={isLocked}
      aria-activedescendant={isShown ? cellId(id, active.at, active.column) : undefined}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
      onPaste={onPaste}
      onCopy={onCopy}
    >
      <GridHead columns={columns} template={template} language={language} />
      {order.length === 0 ? null : (
        <div role="rowgroup" className={styles['body']} style={{ blockSize: order.length * ROW_HEIGHT }}>
          {order.slice(from, to).map((at, offset) => (
            <GridRow
              key={at}
              id={id}
              at={at}
              shownAt={from + offset}
              template={template}
              columns={columns}
              cells={sheet.rows[at] ?? NO_CELLS}
              places={places}
              state={states.get(at)}
              active={active.at === at ? active.column : undefined}
              typing={active.at === at ? typing : undefined}
              point={point}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface GridHeadProps {
  readonly columns: readonly SheetColumn[];
  readonly template: string;
  readonly language: 'th' | 'en';
}

function GridHead({ columns, template, language }: GridHeadProps): ReactNode {
  const t = useTexts(sheetTexts);
  return (
    <div role="rowgroup" className={styles['head']}>
      <div
        role="row"
        aria-rowindex={1}
        className={styles['row']}
        style={{ gridTemplateColumns: template, blockSize: ROW_HEIGHT }}
      >
        <div
          role="columnheader"
          aria-colindex={1}
          className={`${styles['cell'] ?? ''} ${styles['first'] ?? ''}`}
        >
          {t('rowNumber')}
        </div>
        {columns.map(({ key, names, required, form }, place) => (
          <div
            key={key}
            role="columnheader"
            aria-colindex={place + 2}
            className={styles['cell']}
            data-number={form === 'amount' || form === 'figure' || undefined}
          >
            {names[language][0]}
            {required ? ' *' : ''}
          </div>
        ))}
        <div role="columnheader" aria-colindex={columns.length + 2} className={styles['cell']}>
          {t('rowState')}
        </div>
        <div role="columnheader" aria-colindex={columns.length + 3} className={styles['cell']} data-number>
          {t('rowAfter')}
        </div>
      </div>
    </div>
  );
}

const WIDTHS: Readonly<Partial<Record<SheetColumn['form'], string>>> = {
  text: '16rem',
  year: '7rem',
  quarter: '6rem',
  flag: '7rem',
  name: '8rem',
  code: '13rem',
};

const templateOf = (columns: readonly SheetColumn[]): string =>
  `4rem ${columns.map(({ form }) => WIDTHS[form] ?? '11rem').join(' ')} 9rem minmax(12rem, 1fr)`;
