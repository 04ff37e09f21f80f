import { v5, v7 } from 'uuid';
import type { FiscalYear, Instant } from './calendar.ts';
import { RefusalError, refusal } from './refusal.ts';
import { oneSpelling } from './spelling.ts';

/** A code that people chose (organisation, project, KPI, document number), in its one spelling. */
export type Code = string & { readonly __form: 'code' };

/** Namespace of the deterministic event identities (RFC 9562, name-based version 5). */
export const EVENT_NAMESPACE = '5f0c7c5e-2b0e-5c3a-9d54-7b1f3a9b6f11';

const CODE = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._/()-]{0,62}[\p{L}\p{M}\p{N}.)])?$/u;
/** Becomes part of a stream name, where `.` and space would be ambiguous. */
const NAME_PART = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,31}$/u;

/** A document number or another code of up to 64 characters: letters of any script, digits, `. _ / ( ) -` and spaces inside. */
export function parseCode(value: unknown, field = 'code'): Code {
  return parse(
    value,
    CODE,
    field,
    'up to 64 letters, digits and . _ / ( ) - beginning with a letter or digit',
  );
}

/** A code that names a stream: organisation, project, KPI. Up to 32 letters, digits, `_` and `-`. */
export function parseNamePart(value: unknown, field = 'code'): Code {
  return parse(value, NAME_PART, field, 'up to 32 letters, digits, _ and - beginning with a letter or digit');
}

/** Names the sum of all projects in reports, where the code of a project stands. */
const TOTAL = 'TOTAL';

/** The code of a project that is begun: as `parseNamePart`, and not that of the sum of all. */
export function parseProjectCode(value: unknown, field = 'code'): Code {
  const code = parseNamePart(value, field);
  if (code !== TOTAL) return code;
  const expected = 'another code: reports call the sum of all projects so';
  throw new RefusalError(
    refusal('invalid', 'code-malformed', `${field} is "${code}": expected ${expected}.`, { field, expected }),
  );
}

function parse(value: unknown, form: RegExp, field: string, expected: string): Code {
  const text = typeof value === 'string' ? oneSpelling(value) : '';
  if (form.test(text)) return text as Code;
  const given = typeof value === 'string' ? `"${value.slice(0, 80)}"` : `a value of type ${typeof value}`;
  throw new RefusalError(
    refusal('invalid', 'code-malformed', `${field} is ${given}: expected ${expected}.`, { field, expected }),
  );
}

export const isNamePart = (value: unknown): boolean =>
  typeof value === 'string' && NAME_PART.test(oneSpelling(value));

/** Stands for the whole ledger where an organisation is named; no organisation has this code. */
export const LEDGER_ITSELF = '-';

/**
 * Stream names are for ever: `category-id`, no hyphen in the category, the organisation first in the id,
 * so that one log can hold many organisations.
 */
export const streams = {
  organisation: (organisation: string) => `organisation-${organisation}`,
  budgetAccount: (organisation: string, year: FiscalYear, project: string) =>
    `budgetaccount-${organisation}.${year}.${project}`,
  controlPolicy: (organisation: string) => `controlpolicy-${organisation}`,
  fiscalPeriods: (organisation: string, year: FiscalYear) => `fiscalperiods-${organisation}.${year}`,
  approval: (organisation: string, document: string) => `approval-${organisation}.${document}`,
  kpi: (organisation: string, year: FiscalYear, kpi: string) => `kpi-${organisation}.${year}.${kpi}`,
  quarterlyReport: (organisation: string, year: FiscalYear, report: string) =>
    `quarterlyreport-${organisation}.${year}.${report}`,
  /** On the posting of a command, by the identity of the command. */
  remarks: (organisation: string, command: string) => `remarks-${organisation}.${command}`,
  /** In a log of its own. */
  accessRules: () => 'accessrules-ledger',
} as const;

/** The same command gives its events the same identities, so that a repeated append is recognised. */
export function eventIdOf(commandId: string, index: number): string {
  return v5(`${commandId}/${index}`, EVENT_NAMESPACE);
}

/** A new identity, ordered by the given moment (RFC 9562 version 7). */
export function newId(at: Instant): string {
  return v7({ msecs: Date.parse(at) });
}

/** The category stands before the first hyphen of the name of a stream. */
export const categoryOf = (stream: string): string => stream.slice(0, Math.max(0, stream.indexOf('-')));

/** The organisation stands first in the id of every stream. */
export function organisationOf(stream: string): string {
  const id = stream.slice(stream.indexOf('-') + 1);
  const end = id.indexOf('.');
  return end < 0 ? id : id.slice(0, end);
}
