import type { SQLInputValue } from 'node:sqlite';
import type { Satang } from '#kernel';
import { numberOf, numbersOf } from './names.ts';

/** What is looked for in the journal of an organisation; every member narrows it down. */
export interface JournalFilter {
  readonly organisation: string;
  readonly fiscalYear?: number | undefined;
  readonly project?: string | undefined;
  /** Any of these types. */
  readonly types?: readonly string[] | undefined;
  readonly actor?: string | undefined;
  readonly document?: string | undefined;
  /** Stands in reason, document, source, counterparty or description. */
  readonly text?: string | undefined;
  readonly amountFrom?: Satang | undefined;
  readonly amountTo?: Satang | undefined;
  readonly effectiveFrom?: string | undefined;
  readonly effectiveTo?: string | undefined;
  /** Taken back by a later event that is known, or not. */
  readonly reversed?: boolean | undefined;
  readonly imported?: boolean | undefined;
}

/** The parts of a filter that can be dropped, each by itself. */
export const JOURNAL_CRITERIA = {
  fiscalYear: ['fiscalYear'],
  project: ['project'],
  type: ['types'],
  actor: ['actor'],
  document: ['document'],
  text: ['text'],
  amount: ['amountFrom', 'amountTo'],
  effective: ['effectiveFrom', 'effectiveTo'],
  reversed: ['reversed'],
  imported: ['imported'],
} as const satisfies Record<string, readonly (keyof JournalFilter)[]>;

export type JournalCriterion = keyof typeof JOURNAL_CRITERIA;

export const criteriaOf = (filter: JournalFilter): JournalCriterion[] =>
  (Object.keys(JOURNAL_CRITERIA) as JournalCriterion[]).filter((name) =>
    JOURNAL_CRITERIA[name].some((member) => filter[member] !== undefined),
  );

export function withoutCriterion(filter: JournalFilter, criterion: JournalCriterion): JournalFilter {
  const dropped: readonly string[] = JOURNAL_CRITERIA[criterion];
  return Object.fromEntries(
    Object.entries(filter).filter(([name]) => !dropped.includes(name)),
  ) as unknown as JournalFilter;
}

/** A condition on a row, with what it asks for. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** Of a project, a type or an actor; a name that no row has lets none pass. */
export const isNamed = (
  kind: 'project' | 'type' | 'actor',
  organisation: string,
  name: string,
): Condition => ({ sql: `${kind}_id = ${numberOf(kind)}`, values: [organisation, name] });

const isOfTypes = (organisation: string, types: readonly string[]): Condition => ({
  sql: `type_id IN ${numbersOf('type')}`,
  values: [organisation, JSON.stringify(types)],
});

const WORDS = ['reason', 'document', 'source', 'counterparty', 'description'] as const;

/** Letters stand for themselves, also those that mean something in a pattern. */
const patternOf = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

const wordsHold = (text: string): Condition => ({
  sql: `(${WORDS.map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ')})`,
  values: WORDS.map(() => patternOf(text)),
});

/** Every criterion as a condition on the rows, as known at a position. */
export function conditionsOf(filter: JournalFilter, knownAt: bigint): Map<JournalCriterion, Condition> {
  const conditions = new Map<JournalCriterion, Condition>();
  const add = (
    criterion: JournalCriterion,
    parts: readonly (readonly [string, SQLInputValue | undefined])[],
  ) => {
    const given = parts.filter(([, value]) => value !== undefined);
    if (given.length === 0) return;
    const sql = given.map(([condition]) => condition).join(' AND ');
    conditions.set(criterion, { sql, values: given.map(([, value]) => value as SQLInputValue) });
  };
  const { organisation, fiscalYear, project, types, actor, document, text, reversed, imported } = filter;
  const named = (kind: 'project' | 'actor', name: string | undefined) => {
    if (name !== undefined) conditions.set(kind, isNamed(kind, organisation, name));
  };
  add('fiscalYear', [['fiscal_year = ?', fiscalYear]]);
  named('project', project);
  if (types) conditions.set('type', isOfTypes(organisation, types));
  named('actor', actor);
  add('document', [['document = ?', document]]);
  if (text !== undefined) conditions.set('text', wordsHold(text));
  add('amount', [
    ['satang >= ?', filter.amountFrom],
    ['satang <= ?', filter.amountTo],
  ]);
  add('effective', [
    ['effective_on >= ?', filter.effectiveFrom],
    ['effective_on <= ?', filter.effectiveTo],
  ]);
  // What is taken back later was not yet taken back then.
  if (reversed === true) add('reversed', [['reversed_by <= ?', knownAt]]);
  if (reversed === false) add('reversed', [['(reversed_by IS NULL OR reversed_by > ?)', knownAt]]);
  if (imported !== undefined) add('imported', [['imported = ?', imported ? 1 : 0]]);
  return conditions;
}
