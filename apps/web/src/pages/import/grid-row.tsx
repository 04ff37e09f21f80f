import { type KeyboardEvent, memo, type ReactNode } from 'react';
import type { SheetColumn } from '#sheets';
import { Baht } from '../../parts/figure.tsx';
import type { RowState } from '../../sheets/faults.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './grid.module.css';
import { sheetTexts } from './texts.ts';

/** What is being typed into a cell. */
export interface Typing {
  readonly text: string;
  readonly label: string;
  readonly change: (text: string) => void;
  readonly leave: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

interface GridRowProps {
  /** Identity of the grid, before those of its cells. */
  readonly id: string;
  /** Place of the row in the sheet, and in the order that is shown. */
  readonly at: number;
  readonly shownAt: number;
  readonly template: string;
  readonly columns: readonly SheetColumn[];
  /** The texts of the row, and where among them those of each column lie. */
  readonly cells: readonly string[];
  readonly places: readonly number[];
  readonly state: RowState | undefined;
  readonly active: number | undefined;
  readonly typing: Typing | undefined;
  readonly point: (at: number, column: number, opens: boolean) => void;
}

export const ROW_HEIGHT = 38;

export const cellId = (id: string, at: number, column: number): string => `${id}-${at}-${column}`;

/** A row of the grid: its number, its cells, and what was found of it. */
export const GridRow = memo(function GridRow(props: GridRowProps): ReactNode {
  const { id, at, shownAt, template, columns, cells, places, state, active, typing, point } = props;
  const style = {
    gridTemplateColumns: template,
    blockSize: ROW_HEIGHT,
    transform: `translateY(${shownAt * ROW_HEIGHT}px)`,
  };
  return (
    <div role="row" aria-rowindex={shownAt + 2} className={styles['row']} style={style}>
      <div role="rowheader" className={`${styles['cell'] ?? ''} ${styles['first'] ?? ''}`}>
        {at + 1}
      </div>
      {columns.map((column, place) => {
        const isFaulty = state?.faults.some((fault) => fault.column === column.key) ?? false;
        const isActive = active === place;
        return (
          <div
            key={column.key}
            id={cellId(id, at, place)}
            role="gridcell"
            tabIndex={-1}
            aria-colindex={place + 2}
            aria-invalid={isFaulty || undefined}
            aria-selected={isActive}
            className={styles['cell']}
            data-faulty={isFaulty || undefined}
            data-active={isActive || undefined}
            data-number={column.form === 'amount' || column.form === 'figure' || undefined}
            onMouseDown={(event) => {
              if (event.target instanceof HTMLInputElement) return;
              // The grid keeps the focus, whatever is drawn of it.
              event.preventDefault();
              point(at, place, isActive);
            }}
          >
            {isFaulty ? (
              <span className={styles['mark']} aria-hidden="true">
                !
              </span>
            ) : null}
            <span className={styles['text']}>{cells[places[place] ?? -1]}</span>
            {isActive && typing ? <CellInput typing={typing} /> : null}
          </div>
        );
      })}
      <RowResult state={state} columns={columns.length} />
    </div>
  );
});

const focused = (input: HTMLInputElement | null): void => input?.focus();

function CellInput({ typing }: { readonly typing: Typing }): ReactNode {
  return (
    <input
      className={styles['input']}
      aria-label={typing.label}
      // The cell was opened to be typed into.
      ref={focused}
      value={typing.text}
      onChange={(event) => {
        typing.change(event.currentTarget.value);
      }}
      onBlur={typing.leave}
      onKeyDown={typing.onKeyDown}
    />
  );
}

function RowResult({
  state,
  columns,
}: {
  readonly state: RowState | undefined;
  readonly columns: number;
}): ReactNode {
  const t = useTexts(sheetTexts);
  const faults = state?.faults.length ?? 0;
  const [said, look] =
    state === undefined
      ? ([t('rowEmpty'), 'dimmed'] as const)
      : faults > 0
        ? ([t('rowFaulty', { n: faults }), 'bad'] as const)
        : state.needsApproval
          ? ([t('rowNeedsApproval'), 'plain'] as const)
          : state.tried
            ? ([t('rowGood'), 'good'] as const)
            : ([t('rowWaiting'), 'dimmed'] as const);
  return (
    <>
      <div
        role="gridcell"
        aria-colindex={columns + 2}
        className={`${styles['cell'] ?? ''} ${styles[look] ?? ''}`}
      >
        {said}
      </div>
      <div role="gridcell" aria-colindex={columns + 3} className={styles['cell']} data-number>
        {state?.available.map(({ project, line, after }) => (
          <Baht key={`${project} ${line.fundSource} ${line.category}`} value={after} />
        ))}
      </div>
    </>
  );
}
