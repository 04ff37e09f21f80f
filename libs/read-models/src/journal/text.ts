const RUN = 3;

/**
 * The runs of three letters that a text consists of, as the index of words is asked for them; nothing for a shorter
 * text. Rows that hold all of them hold the text nearly always; each is looked at again.
 */
export function runsOf(text: string): string | undefined {
  const letters = Array.from(text);
  if (letters.length < RUN) return undefined;
  const runs = letters.slice(0, -RUN + 1).map((_, index) => letters.slice(index, index + RUN).join(''));
  return [...new Set(runs)].map(quoted).join(' AND ');
}

/** The runs of three that begin with a text of two letters, whichever letter follows. */
export const runsFrom = (text: string, letters: readonly string[]): string =>
  letters.map((letter) => quoted(text + letter)).join(' OR ');

const quoted = (run: string): string => `"${run.replaceAll('"', '""')}"`;
