import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { SheetColumn } from '#sheets';
import { cellOf } from '../../sheets/sheet.ts';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import type { Typing } from './grid-row.tsx';
import type { GridProps } from './grid.tsx';
import { sheetTexts } from './texts.ts';

const PAGE = 12;

/** How far keys move: rows and columns. */
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
};

interface KeysOptions extends GridProps {
  readonly columns: readonly SheetColumn[];
  /** Gives the focus back to the grid. */
  readonly focus: () => void;
}

/** The keys of a grid: arrows move, Enter, F2 or a letter opens a cell, Escape leaves it as it was. */
export function useGridKeys(options: KeysOptions): {
  readonly typing: Typing | undefined;
  readonly open: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const { sheet, order, active, setActive, isLocked, mend, undo, redo, columns, focus } = options;
  const t = useTexts(sheetTexts);
  const language = useLanguage();
  const [text, setText] = useState<string>();
  // A cell that is closed by a key loses the focus too: it is not closed twice.
  const isClosed = useRef(true);
  const begin = useCallback((first: string) => {
    isClosed.current = false;
    setText(first);
  }, []);
  const column = columns[active.column];
  const key = column?.key ?? '';
  const shownAt = order.indexOf(active.at);

  const move = (down: number, right: number): void => {
    const at = order[Math.min(Math.max(shownAt + down, 0), order.length - 1)];
    if (at === undefined) return;
    setActive({ at, column: Math.min(Math.max(active.column + right, 0), columns.length - 1) });
  };
  const isOpenable = !isLocked && shownAt >= 0;
  const open = useCallback(() => {
    if (isOpenable) begin(cellOf(sheet, active.at, key));
  }, [isOpenable, begin, sheet, active.at, key]);
  const close = (keeps: boolean): void => {
    if (isClosed.current) return;
    isClosed.current = true;
    if (text !== undefined && keeps && text !== cellOf(sheet, active.at, key)) mend(active.at, key, text);
    setText(undefined);
  };

  const onTypingKey: Typing['onKeyDown'] = (event) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const way: readonly [number, number] | undefined =
      event.key === 'Enter'
        ? [event.shiftKey ? -1 : 1, 0]
        : event.key === 'Tab'
          ? [0, event.shiftKey ? -1 : 1]
          : undefined;
    if (way === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    close(way !== undefined);
    focus();
    if (way) move(...way);
  };

  const withControl = (event: KeyboardEvent): boolean => {
    const letter = event.key.toLowerCase();
    const back = letter === 'z' && !event.shiftKey;
    const forth = letter === 'y' || (letter === 'z' && event.shiftKey);
    if ((back || forth) && !isLocked) (back ? undo : redo)();
    else if (event.key === 'Home') setActive({ at: order[0] ?? 0, column: 0 });
    else if (event.key === 'End') setActive({ at: order.at(-1) ?? 0, column: columns.length - 1 });
    else return false;
    return true;
  };

  const alone = (event: KeyboardEvent): boolean => {
    const way = MOVES[event.key];
    if (way) move(...way);
    else if (event.key === 'Home') move(0, -columns.length);
    else if (event.key === 'End') move(0, columns.length);
    else if (event.key === 'Enter' || event.key === 'F2') open();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && isOpenable) mend(active.at, key, '');
    else if (event.key.length === 1 && event.key !== ' ' && !event.altKey && isOpenable) begin(event.key);
    else return false;
    return true;
  };

  return {
    open,
    typing:
      text === undefined
        ? undefined
        : {
            text,
            label: t('editing', { column: column?.names[language][0] ?? key }),
            change: setText,
            leave: () => {
              close(true);
            },
            onKeyDown: onTypingKey,
          },
    onKeyDown: (event) => {
      const isHandled = event.ctrlKey || event.metaKey ? withControl(event) : alone(event);
      if (!isHandled) return;
      event.preventDefault();
      // The shortcuts of the page are not meant.
      event.stopPropagation();
    },
  };
}
