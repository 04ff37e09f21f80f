import { add, type Satang, sum, ZERO } from '#kernel';
import { type Line, lineKey, lineName } from '../../line.ts';
import type { AccountState, LineState } from '../state.ts';
import type { LineChange } from './changes.ts';
import type { countedStages } from './stage.ts';

/** Lines that are controlled together: one line, all of a fund or of a category, or the whole project. */
export type KeyKind = 'line' | 'fund' | 'category' | 'project';

export interface ControlKey {
  readonly kind: KeyKind;
  readonly fundSource?: string;
  readonly category?: string;
}

/** Which lines a rule is about; an absent member means any. */
export interface LineMatch {
  readonly fundSource?: string | undefined;
  readonly category?: string | undefined;
  readonly project?: string | undefined;
}

export function keyOf(kind: KeyKind, { fundSource, category }: Line): ControlKey {
  if (kind === 'line') return { kind, fundSource, category };
  if (kind === 'fund') return { kind, fundSource };
  return kind === 'category' ? { kind, category } : { kind };
}

export const isIn = (
  {
    fundSource,
    category,
  }: { readonly fundSource?: string | undefined; readonly category?: string | undefined },
  line: Line,
): boolean =>
  (fundSource === undefined || fundSource === line.fundSource) &&
  (category === undefined || category === line.category);

/** The key in words, as refusals name it. */
export function keyName({ kind, fundSource, category }: ControlKey): string {
  if (kind === 'line') return lineName({ fundSource: fundSource ?? '', category: category ?? '' });
  if (kind === 'fund') return `all lines of ${fundSource ?? ''}`;
  return kind === 'category' ? `all lines of ${category ?? ''}` : 'the whole project';
}

/** The keys of one kind that a decision touches, each once. */
export function keysTouched(kind: KeyKind, match: LineMatch, changes: readonly LineChange[]): ControlKey[] {
  const keys = new Map<string, ControlKey>();
  for (const { line } of changes) {
    if (!isIn(match, line)) continue;
    const key = keyOf(kind, line);
    keys.set(`${key.fundSource ?? ''}\n${key.category ?? ''}`, key);
  }
  return [...keys.values()];
}

export interface Balance {
  readonly budget: Satang;
  readonly used: Satang;
}

/** What the lines of a key hold before a decision. */
export function balanceOf(
  { lines }: AccountState,
  key: ControlKey,
  match: LineMatch,
  basis: 'allocated' | 'released',
  counted: ReturnType<typeof countedStages>,
): Balance {
  const held = key.kind === 'line' ? [lines.get(lineKey(key as Line))] : [...lines.values()];
  let [budget, used] = [ZERO, ZERO];
  for (const line of held) {
    if (!line || !isIn(key, line.line) || !isIn(match, line.line)) continue;
    budget = add(budget, line[basis]);
    used = add(used, usedOf(line, counted));
  }
  return { budget, used };
}

/** What a decision changes on the lines of a key. */
export function changeOf(
  changes: readonly LineChange[],
  key: ControlKey,
  match: LineMatch,
  basis: 'allocated' | 'released',
  counted: ReturnType<typeof countedStages>,
): Balance {
  const touched = changes.filter(({ line }) => isIn(key, line) && isIn(match, line));
  return {
    budget: sum(touched.map((change) => (basis === 'released' ? change.released : change.budget))),
    used: sum(touched.map((change) => usedOf(change, counted))),
  };
}

const usedOf = (
  held: Pick<LineState, 'preCommitted' | 'committed' | 'disbursed'>,
  { requests, commitments }: ReturnType<typeof countedStages>,
): Satang => sum([held.disbursed, commitments ? held.committed : ZERO, requests ? held.preCommitted : ZERO]);
