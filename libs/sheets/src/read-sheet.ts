import { type AmountUnit, isRefusal, type Refusal } from '#kernel';
import { parseDelimited } from './delimited.ts';
import { type KindOfSheet, MOST_ROWS } from './kinds.ts';
import { matchColumns, unitNamed } from './match.ts';
import type { CellStyle } from './read-cell.ts';
import { cellWithoutColumn, type ReadRow, readRow } from './read-row.ts';
import { refuse } from './refusals.ts';

/** How the cells of a sheet are written; its header may name the unit where none is given. */
export type StyleOfSheet = Omit<CellStyle, 'unit'> & { readonly unit?: AmountUnit | undefined };

/** Reads text with a header of known columns; refuses a sheet whose form is wrong before any cell is looked at. */
export function readSheet(
  kind: KindOfSheet,
  content: string,
  { unit: given, dates }: StyleOfSheet,
): readonly ReadRow[] | Refusal {
  const [header = [], ...rows] = parseDelimited(content);
  const keys = columnsOf(kind, header);
  if (isRefusal(keys)) return keys;
  const unit = unitOf(kind, header, keys, given);
  if (isRefusal(unit)) return unit;
  if (rows.length === 0) return refuse('sheet-empty', 'The sheet has no row below its header.');
  if (rows.length > MOST_ROWS) {
    return refuse(
      'sheet-too-long',
      `The sheet has ${rows.length} rows: expected at most ${MOST_ROWS}; post it in parts.`,
      { rows: rows.length, most: MOST_ROWS },
    );
  }
  return rows.map((row) => {
    const read = readRow(kind, Object.fromEntries(keys.map((key, at) => [key, row[at]])), { unit, dates });
    const stray = cellWithoutColumn(keys, row);
    return stray ? { ...read, faults: [...read.faults, stray] } : read;
  });
}

/** The unit of the amounts: as given, as the header names it, or baht. Never one where the sheet says another. */
function unitOf(
  { columns }: KindOfSheet,
  header: readonly string[],
  keys: readonly string[],
  given: AmountUnit | undefined,
): AmountUnit | Refusal {
  let unit = given;
  for (const { key } of columns.filter(({ form }) => form === 'amount')) {
    const name = header[keys.indexOf(key)] ?? '';
    const named = unitNamed(name);
    unit ??= named;
    if (named === undefined || named === unit) continue;
    return refuse(
      'sheet-unit-differs',
      `The column "${name.slice(0, 64)}" names the unit ${named}: expected ${unit ?? named}, as ${given ? 'the sheet is said to have' : 'the columns before it name'}.`,
      { column: key, named, expected: unit },
    );
  }
  return unit ?? 'baht';
}

function columnsOf(kind: KindOfSheet, header: readonly string[]): readonly string[] | Refusal {
  const keys = matchColumns(kind, header);
  const known = kind.columns.map(({ key }) => key);
  const stranger = header.find((name, at) => keys[at] === undefined && name.trim() !== '');
  if (stranger !== undefined) {
    const twice = matchColumns(kind, [stranger])[0] !== undefined;
    const code = twice ? 'sheet-column-twice' : 'sheet-column-unknown';
    const what = twice ? 'says what another column says' : 'is not known';
    return refuse(code, `The column "${stranger.slice(0, 64)}" ${what}: expected ${known.join(', ')}.`, {
      known,
    });
  }
  const missing = kind.columns.find(({ key, required }) => required && !keys.includes(key));
  if (missing) {
    return refuse(
      'sheet-column-missing',
      `The column ${missing.key} is missing: expected ${known.join(', ')}.`,
      {
        column: missing.key,
        known,
      },
    );
  }
  return keys.map((key) => key ?? '');
}
