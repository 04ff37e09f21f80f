import type { Io } from './io.ts';

/** What is quicker than this needs no explanation. */
const PATIENCE_MS = 100;

/** A line on the terminal that says what is awaited, when it takes a moment. The answer clears it. */
export function waitingFor({ terminal, err }: Io, what: string): () => void {
  if (!terminal) return () => undefined;
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    err(`${what} …`);
  }, PATIENCE_MS);
  return () => {
    clearTimeout(timer);
    if (shown) err('\r\u001b[K');
    shown = false;
  };
}
