import type { Progress } from '#verification';
import type { Io } from '../io.ts';

/** Often enough to be alive, seldom enough to be read. */
const BETWEEN_MS = 200;

/** One line on the terminal that says how far a long work has come. */
export interface ProgressLine {
  show(progress: Progress): void;
  /** Writes what is to stay, above the line. */
  above(write: () => void): void;
  clear(): void;
}

export function progressOn({ terminal, err, now }: Io): ProgressLine {
  let shown = false;
  let last = 0;
  const clear = (): void => {
    if (shown) err('\r\u001b[K');
    shown = false;
  };
  return {
    show({ what, done }) {
      if (!terminal || now() - last < BETWEEN_MS) return;
      last = now();
      err(`\r\u001b[K${what}${done === 0 ? '' : `: ${done.toLocaleString('en')}`} …`);
      shown = true;
    },
    above(write) {
      clear();
      write();
    },
    clear,
  };
}
