import { useCallback, useState } from 'react';

/** Steps that can be undone. */
const MOST_STEPS = 200;

interface Steps<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

export interface History<T> {
  readonly now: T;
  readonly change: (next: (now: T) => T) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A value whose changes can be undone and done again. */
export function useHistory<T>(first: T): History<T> {
  const [{ past, now, future }, setSteps] = useState<Steps<T>>({ past: [], now: first, future: [] });
  const change = useCallback((next: (now: T) => T) => {
    setSteps((steps) => {
      const changed = next(steps.now);
      if (changed === steps.now) return steps;
      return { past: [...steps.past, steps.now].slice(-MOST_STEPS), now: changed, future: [] };
    });
  }, []);
  const undo = useCallback(() => {
    setSteps((steps) => {
      const before = steps.past.at(-1);
      if (before === undefined) return steps;
      return { past: steps.past.slice(0, -1), now: before, future: [steps.now, ...steps.future] };
    });
  }, []);
  const redo = useCallback(() => {
    setSteps((steps) => {
      const [after, ...later] = steps.future;
      return after === undefined ? steps : { past: [...steps.past, steps.now], now: after, future: later };
    });
  }, []);
  return { now, change, undo, redo, canUndo: past.length > 0, canRedo: future.length > 0 };
}
