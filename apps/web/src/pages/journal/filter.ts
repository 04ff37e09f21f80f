import { useNavigate, useSearch } from '@tanstack/react-router';
import type { InitOf } from '../../api/operations.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { EVENT_KINDS, type EventKind } from '../../parts/event-name/event-kinds.ts';

type JournalQuery = NonNullable<
  NonNullable<NonNullable<InitOf<'/api/v1/journal', 'get'>>['params']>['query']
>;

/** The conditions of the journal, as the address of the page holds them. */
export const CONDITIONS = [
  'kind',
  'project',
  'text',
  'actor',
  'document',
  'fiscalYear',
  'quarter',
  'month',
  'amountFrom',
  'amountTo',
  'effectiveFrom',
  'effectiveUntil',
  'reversed',
  'imported',
] as const;
export type ConditionName = (typeof CONDITIONS)[number];

/** What is looked for; every member as text, as it stands in the address. */
export type Conditions = Readonly<Partial<Record<ConditionName, string>>>;

/** Where the page is in the log, and which row is open. */
export interface Place {
  readonly order: 'newest' | 'oldest';
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly bookedOn?: string | undefined;
  readonly row?: string | undefined;
}

export const isKind = (text: string): text is EventKind => Object.hasOwn(EVENT_KINDS, text);

/** Which conditions a part of the filter of the API stands for. */
export const CRITERIA: Readonly<Record<string, readonly ConditionName[]>> = {
  type: ['kind'],
  amount: ['amountFrom', 'amountTo'],
  effective: ['quarter', 'month', 'effectiveFrom', 'effectiveUntil'],
};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;

type Search = Readonly<Record<string, unknown>>;

function pick<Name extends string>(search: Search, names: readonly Name[]): Partial<Record<Name, string>> {
  const found = names.flatMap((name) => {
    const text = textOf(search[name]);
    return text === undefined || text === '' ? [] : [[name, text]];
  });
  return Object.fromEntries(found) as Partial<Record<Name, string>>;
}

/** The conditions and the place that the address says, and how they are changed: the page begins anew then. */
export function useJournalView() {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (changes: Search) => {
    void navigate({ to: '.', search: (before: Search) => ({ ...before, ...changes }), resetScroll: false });
  };
  const conditions: Conditions = pick(search, CONDITIONS);
  const place: Place = {
    order: search['order'] === 'oldest' ? 'oldest' : 'newest',
    ...pick(search, ['after', 'before', 'bookedOn', 'row']),
  };
  return {
    conditions,
    place,
    set: (changes: { readonly [Name in ConditionName]?: string | undefined }) =>
      change({ ...changes, ...ANEW }),
    move: (changes: Search) => change({ ...ANEW, ...changes }),
    open: (row: string | undefined) => change({ row }),
  };
}

const ANEW = { after: undefined, before: undefined, bookedOn: undefined, row: undefined } as const;

/** Everything without conditions. */
export const NOTHING = Object.fromEntries(CONDITIONS.map((name) => [name, undefined]));

/** The conditions as the API takes them, with the clocks of the page; the earlier of two last days counts. */
export function useFilterQuery(conditions: Conditions): JournalQuery {
  const { query: clocks } = useClocks();
  const { kind, fiscalYear, effectiveUntil, reversed, imported, quarter, ...others } = conditions;
  const last = [effectiveUntil, clocks.effectiveTo].filter((day) => day !== undefined).sort()[0];
  return {
    ...others,
    ...clocks,
    ...(kind === undefined ? {} : { type: isKind(kind) ? EVENT_KINDS[kind].join(',') : kind }),
    ...(fiscalYear === undefined ? {} : { fiscalYear: Number(fiscalYear) }),
    ...(quarter === undefined ? {} : { quarter: quarter as NonNullable<JournalQuery['quarter']> }),
    ...(last === undefined ? {} : { effectiveTo: last }),
    ...(reversed === undefined ? {} : { reversed: reversed === 'true' }),
    ...(imported === undefined ? {} : { imported: imported === 'true' }),
  };
}
