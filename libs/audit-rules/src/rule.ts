import type { Bilingual } from '#glossary/folding';
import type { CivilDate, Satang } from '#kernel';
import type { AuditEvent } from './audit-event.ts';

/** How much an auditor should care. */
export const SEVERITIES = ['low', 'medium', 'high'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A number that an organisation may choose; amounts are given as decimal strings in baht. */
export type Parameter =
  | { readonly unit: 'days' | 'count' | 'percent'; readonly default: number; readonly meaning: string }
  | { readonly unit: 'baht'; readonly default: string; readonly meaning: string };

export type Parameters = Readonly<Record<string, Parameter>>;

/** The values of parameters as a rule gets them: amounts in satang. */
export type ValuesOf<Declared extends Parameters> = {
  readonly [Name in keyof Declared]: Declared[Name]['unit'] extends 'baht' ? Satang : number;
};

/** What a rule says of something that it found. */
export interface Found {
  /** Names it among all findings of the rule in the organisation; the same key is the same finding. */
  readonly key: string;
  readonly severity: Severity;
  /** What, where and how much, in plain words. */
  readonly sentence: Bilingual;
  /** Absent where several projects are touched: such a finding belongs to the organisation. */
  readonly project?: string | undefined;
  readonly fiscalYear?: number | undefined;
  readonly effectiveOn: CivilDate;
  readonly amount?: Satang | undefined;
  /** Handles of those involved; once involved, always involved. */
  readonly people: readonly string[];
  /** Positions of the events that show it; they add up over time. */
  readonly events: readonly string[];
}

/** JSON that a rule keeps between events; it survives a restart. */
export type Memory =
  string | number | boolean | null | readonly Memory[] | { readonly [name: string]: Memory };

/** What one event does to the findings of a rule, and to what the rule remembers. */
export type Effect =
  | { readonly effect: 'remember'; readonly key: string; readonly value: Memory }
  | { readonly effect: 'forget'; readonly key: string }
  | { readonly effect: 'found'; readonly found: Found }
  /** What was found is no longer so, since this event; nothing happens where nothing was found. */
  | { readonly effect: 'ended'; readonly key: string; readonly events?: readonly string[] };

/** What the rule remembers under a key, in the organisation of the event, before the event. */
export type Look = (key: string) => Memory | undefined;

/** A commitment of which something is outstanding, as it stands at the end of a day. */
export interface StandingCommitment {
  readonly fiscalYear: number;
  readonly project: string;
  readonly number: string;
  readonly item: string | null;
  readonly madeOn: CivilDate;
  readonly lastMovedOn: CivilDate;
  readonly amount: Satang;
  readonly outstanding: Satang;
}

/** What is found on a day, without an event that makes it so. */
export type FoundOnDay = Omit<Found, 'people' | 'events'> & {
  /** Number of the document whose events show it. */
  readonly document: string;
};

/**
 * One continuous audit rule: a file of its own. What depends on events alone is a pure fold with a small memory by
 * key; what becomes true by the passing of days is judged on the day that is asked about.
 */
export interface AuditRule {
  /** The name of its file. */
  readonly id: string;
  /** Raised when it finds something else than before; the findings are then made anew. */
  readonly version: number;
  readonly name: Bilingual;
  /** One sentence. */
  readonly meaning: Bilingual;
  /** The standard or practice that it comes from. */
  readonly source: string;
  readonly parameters: Parameters;
  /** Stream categories whose events it folds. */
  readonly categories: readonly string[];
  /** Event types that it folds; all of its categories when absent. */
  readonly types?: readonly string[] | undefined;
  fold?(event: AuditEvent, look: Look, values: Readonly<Record<string, number>>): readonly Effect[];
  onDay?(
    commitments: readonly StandingCommitment[],
    day: CivilDate,
    values: Readonly<Record<string, number>>,
  ): readonly FoundOnDay[];
}

interface TypedRule<Declared extends Parameters> extends Omit<AuditRule, 'parameters' | 'fold' | 'onDay'> {
  readonly parameters: Declared;
  fold?(event: AuditEvent, look: Look, values: ValuesOf<Declared>): readonly Effect[];
  onDay?(
    commitments: readonly StandingCommitment[],
    day: CivilDate,
    values: ValuesOf<Declared>,
  ): readonly FoundOnDay[];
}

/** A rule whose fold knows the types of its own parameters. */
export const defineRule = <const Declared extends Parameters>(rule: TypedRule<Declared>): AuditRule => rule;

export const remember = (key: string, value: Memory): Effect => ({ effect: 'remember', key, value });
export const forget = (key: string): Effect => ({ effect: 'forget', key });
export const found = (what: Found): Effect => ({ effect: 'found', found: what });
export const ended = (key: string, ...events: readonly string[]): Effect => ({
  effect: 'ended',
  key,
  events,
});
