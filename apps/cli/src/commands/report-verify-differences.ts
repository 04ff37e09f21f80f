import { parse } from 'csv-parse/sync';

/** More differences are counted, not listed. */
const MOST = 20;

/** Where two texts of a report differ: cells of a CSV, else lines. At most some, and how many more there are. */
export function differencesOf(published: string, now: string, type: string): string[] {
  const all = type.startsWith('text/csv') ? cellDifferences(published, now) : lineDifferences(published, now);
  const more = all.length - MOST;
  return more > 0 ? [...all.slice(0, MOST), `and ${more} more`] : all;
}

function cellDifferences(published: string, now: string): string[] {
  const [before, after] = [rowsOf(published), rowsOf(now)];
  if (!before || !after) return lineDifferences(published, now);
  const [header = []] = after;
  const found = rowsBeside(before, after).flatMap(([old = [], fresh = [], line]) =>
    Array.from({ length: Math.max(old.length, fresh.length) }, (_, column) => {
      const [was, is] = [old[column], fresh[column]];
      const name = header[column] ?? `column ${column + 1}`;
      return was === is ? [] : [`line ${line} (${fresh[0] ?? old[0] ?? ''}), ${name}: ${changed(was, is)}`];
    }).flat(),
  );
  // The cells are the same and are written otherwise: line ends, quotes.
  return found.length > 0 ? found : lineDifferences(published, now);
}

function lineDifferences(published: string, now: string): string[] {
  return rowsBeside(published.split('\n'), now.split('\n')).flatMap(([was, is, line]) =>
    was === is ? [] : [`line ${line}: ${changed(was, is)}`],
  );
}

function rowsBeside<T>(before: readonly T[], after: readonly T[]): [T | undefined, T | undefined, number][] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => [
    before[index],
    after[index],
    index + 1,
  ]);
}

function changed(was: string | undefined, is: string | undefined): string {
  const from = Math.max(0, firstDifference(was ?? '', is ?? '') - BEFORE);
  return `published ${shown(was, from)}, now ${shown(is, from)}`;
}

/** Long texts are shown around the place where they begin to differ. */
const WINDOW = 80;
const BEFORE = 40;

function firstDifference(a: string, b: string): number {
  let place = 0;
  while (place < a.length && a[place] === b[place]) place += 1;
  return place;
}

function shown(text: string | undefined, from: number): string {
  if (text === undefined) return 'nothing';
  const part = text.slice(from, from + WINDOW).toWellFormed();
  return JSON.stringify(`${from > 0 ? '…' : ''}${part}${from + WINDOW < text.length ? '…' : ''}`);
}

function rowsOf(csv: string): string[][] | undefined {
  try {
    return parse(csv, { relax_column_count: true });
  } catch {
    return undefined;
  }
}
