import { type ReactNode, useCallback, useState } from 'react';
import { orderOf, type RowReader, type RowState } from '../../sheets/faults.ts';
import { cellOf, kindOf, rowsAlike, type Sheet, withBlock, withCell, withCells } from '../../sheets/sheet.ts';
import type { History } from '../../sheets/use-history.ts';
import { useTexts } from '../../texts/texts.ts';
import { type ActiveCell, Grid } from './grid.tsx';
import { type Order, Tools } from './grid-tools.tsx';
import { type Alike, Inspector } from './inspector.tsx';
import { sheetTexts } from './texts.ts';

interface GridSectionProps {
  readonly history: History<Sheet>;
  readonly states: ReadonlyMap<number, RowState>;
  readonly reader: RowReader;
  readonly isChecking: boolean;
  readonly isLocked: boolean;
}

/** The grid with its tools: the count of what is to be mended, the order of rows, undo, and the cell in words. */
export function GridSection({ history, states, reader, isChecking, isLocked }: GridSectionProps): ReactNode {
  const t = useTexts(sheetTexts);
  const { now: sheet, change } = history;
  const { columns } = kindOf(sheet);
  const { order, choice, choose } = useOrder(sheet, states, isChecking);
  const [pointed, setPointed] = useState<ActiveCell>();
  const active = pointed ?? { at: order[0] ?? 0, column: 0 };
  const [alike, setAlike] = useState<Omit<Alike, 'rows'> & { at: number }>();
  const column = columns[Math.min(active.column, columns.length - 1)];
  const faults = (states.get(active.at)?.faults ?? []).filter((fault) => fault.column === column?.key);

  const mend = useCallback(
    (at: number, key: string, text: string) => {
      const from = cellOf(sheet, at, key);
      const wasFaulty = states.get(at)?.faults.some((fault) => fault.column === key) ?? false;
      if (from === text) return;
      setAlike(wasFaulty ? { at, key, from, to: text } : undefined);
      change((before) => withCell(before, at, key, text));
    },
    [sheet, states, change],
  );
  const paste = useCallback(
    (at: number, keys: readonly string[], block: readonly (readonly string[])[]) => {
      change((before) => withBlock(before, at, keys, block));
    },
    [change],
  );
  const likeIt = alike && rowsAlike(sheet, alike.key, alike.from, alike.at);
  return (
    <section aria-labelledby="grid-title">
      <h2 id="grid-title">{t('gridTitle')}</h2>
      {sheet.posted === null ? (
        <Tools
          {...{ history, states, isChecking, isLocked, active, choice, choose }}
          point={setPointed}
          columns={columns.map(({ key }) => key)}
        />
      ) : null}
      {choice === 'faulty-only' && order.length === 0 ? <p>{t('noFaultyRows')}</p> : null}
      <Grid
        {...{ sheet, states, order, active, isLocked, mend, paste }}
        setActive={setPointed}
        undo={history.undo}
        redo={history.redo}
      />
      {column === undefined ? null : (
        <Inspector
          at={active.at}
          column={column}
          text={cellOf(sheet, active.at, column.key)}
          value={reader.values(sheet, active.at)[column.key]}
          faults={faults}
          alike={alike && likeIt && likeIt.length > 0 ? { ...alike, rows: likeIt } : undefined}
          isLocked={isLocked}
          mend={(text) => {
            mend(active.at, column.key, text);
          }}
          mendAlike={({ rows, key, to }) => {
            setAlike(undefined);
            change((before) => withCells(before, rows, key, to));
          }}
        />
      )}
    </section>
  );
}

/** Rows keep their places while they are mended: they are sorted when the order is chosen, or the first look is over. */
function useOrder(sheet: Sheet, states: ReadonlyMap<number, RowState>, isChecking: boolean) {
  const [choice, setChoice] = useState<Order>('faulty-first');
  const [kept, setKept] = useState({
    order: orderOf(sheet, states, choice),
    rows: sheet.rows.length,
    isFirst: true,
  });
  const isOver = kept.isFirst && !isChecking;
  if (isOver || kept.rows !== sheet.rows.length) {
    setKept({
      order: orderOf(sheet, states, choice),
      rows: sheet.rows.length,
      isFirst: kept.isFirst && !isOver,
    });
  }
  return {
    order: kept.order,
    choice,
    choose: (next: Order) => {
      setChoice(next);
      setKept({ ...kept, order: orderOf(sheet, states, next) });
    },
  };
}
