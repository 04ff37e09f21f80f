import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { countFaults, type RowState } from '../../sheets/faults.ts';
import { type Sheet, withNewRow, withoutRow } from '../../sheets/sheet.ts';
import type { History } from '../../sheets/use-history.ts';
import { useTexts } from '../../texts/texts.ts';
import type { ActiveCell } from './grid.tsx';
import styles from './grid.module.css';
import { sheetTexts } from './texts.ts';

const ORDERS = ['faulty-first', 'as-came', 'faulty-only'] as const;
export type Order = (typeof ORDERS)[number];

interface ToolsProps {
  readonly history: History<Sheet>;
  readonly states: ReadonlyMap<number, RowState>;
  readonly isChecking: boolean;
  readonly isLocked: boolean;
  readonly active: ActiveCell;
  readonly point: (active: ActiveCell) => void;
  readonly columns: readonly string[];
  readonly choice: Order;
  readonly choose: (next: Order) => void;
}

/** What stands above the grid: what is to be mended, the order of rows, undo, and rows to add or remove. */
export function Tools(props: ToolsProps): ReactNode {
  const { history, states, isChecking, isLocked, active, point, columns, choice, choose } = props;
  const t = useTexts(sheetTexts);
  const { now: sheet, change, undo, redo, canUndo, canRedo } = history;
  const { cells, rows } = countFaults(states);
  const all = [...states.values()];
  const waiting = all.filter(({ needsApproval }) => needsApproval).length;
  const isReady = cells === 0 && !isChecking && all.length > 0 && all.every(({ tried }) => tried);
  return (
    <div className={styles['tools']}>
      <p className={styles['count']} role="status">
        {!isReady
          ? t('counts', { cells, rows })
          : waiting > 0
            ? t('needApproval', { waiting, rows: all.length })
            : t('ready', { rows: all.length })}
        {isChecking ? ` · ${t('checking')}` : ''}
      </p>
      <NativeSelect
        aria-label={t('orderLabel')}
        value={choice}
        onChange={(event) => {
          choose(ORDERS.find((each) => each === event.currentTarget.value) ?? 'as-came');
        }}
        data={ORDERS.map((value) => ({ value, label: t(value) }))}
      />
      <Button
        variant="default"
        disabled={cells === 0}
        onClick={() => {
          const next = nextFault(states, active, columns);
          if (next) point(next);
        }}
      >
        {t('nextFault')}
      </Button>
      <Button variant="default" disabled={isLocked || !canUndo} onClick={undo}>
        {t('undo')}
      </Button>
      <Button variant="default" disabled={isLocked || !canRedo} onClick={redo}>
        {t('redo')}
      </Button>
      <Button
        variant="default"
        disabled={isLocked}
        onClick={() => {
          change(withNewRow);
        }}
      >
        {t('addRow')}
      </Button>
      <Button
        variant="default"
        disabled={isLocked || sheet.rows.length === 0}
        onClick={() => {
          change((before) => withoutRow(before, active.at));
        }}
      >
        {t('removeRow', { n: active.at + 1 })}
      </Button>
    </div>
  );
}

/** The faulty cell after the one that is pointed at, by row and column; from the first again after the last. */
function nextFault(
  states: ReadonlyMap<number, RowState>,
  { at, column }: ActiveCell,
  columns: readonly string[],
): ActiveCell | undefined {
  const all = [...states].flatMap(([row, { faults }]) =>
    faults.map((fault) => ({ at: row, column: Math.max(0, columns.indexOf(fault.column)) })),
  );
  all.sort((a, b) => a.at - b.at || a.column - b.column);
  return all.find((each) => each.at > at || (each.at === at && each.column > column)) ?? all[0];
}
