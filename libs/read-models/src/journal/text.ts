/** Shorter than this a text has no run of three letters, and is looked for row by row. */
const RUN = 3;

/**
 * The runs of three letters that a text consists of, as the index of words is asked for them; nothing for a shorter
 * text. Rows that hold all of them hold the text nearly always; each is looked at again.
 */
export function runsOf(text: string): string | undefined {
  const letters = Array.from(text);
  if (letters.length < RUN) return undefined;
  const runs = letters.slice(0, -RUN + 1).map((_, index) => letters.slice(index, index + RUN).join(''));
  return [...new Set(runs)].map((run) => `"${run.replaceAll('"', '""')}"`).join(' AND ');
}
