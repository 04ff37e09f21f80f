import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Rows that are drawn above and below those that are seen. */
const BEYOND = 6;

export interface SeenRows {
  /** The first row that is drawn, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly onScroll: () => void;
  /** Scrolls as little as shows a row below the header. */
  readonly show: (row: number) => void;
}

/** Which rows of one height a box shows, so that only those are drawn. The header takes one row of it. */
export function useSeenRows(box: RefObject<HTMLElement | null>, count: number, height: number): SeenRows {
  const [seen, setSeen] = useState({ top: 0, size: 600 });
  const look = useCallback(() => {
    const { current } = box;
    if (!current) return;
    const [top, size] = [Math.floor(current.scrollTop / height), current.clientHeight];
    setSeen((before) => (before.top === top && before.size === size ? before : { top, size }));
  }, [box, height]);
  useEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [box, look]);
  const show = useCallback(
    (row: number) => {
      const { current } = box;
      if (!current) return;
      const [start, room] = [row * height, current.clientHeight - 2 * height];
      if (start < current.scrollTop) current.scrollTo({ top: start });
      else if (start > current.scrollTop + room) current.scrollTo({ top: start - room });
      look();
    },
    [box, height, look],
  );
  return {
    from: Math.max(0, seen.top - BEYOND),
    to: Math.min(count, seen.top + Math.ceil(seen.size / height) + BEYOND),
    onScroll: look,
    show,
  };
}
