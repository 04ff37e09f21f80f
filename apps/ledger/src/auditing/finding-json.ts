import type { ChosenRule, Finding } from '#audit-rules';
import {
  type FiscalCalendar,
  type CivilDate,
  fiscalYearOf,
  formatBaht,
  quarterOf,
  type Satang,
} from '#kernel';
import type { JournalRow } from '#read-models';

/** A finding as the API tells it: amounts in baht, positions as text. */
export const findingJson = ({ id, rule, severity, sentence, amount, ...facts }: Finding) => ({
  id,
  rule,
  severity,
  sentence: sentence.en,
  sentenceTh: sentence.th,
  amount: amount === null ? null : formatBaht(amount as Satang),
  ...facts,
});

/** Figures that an event moves, for the question where a figure comes from. */
const EXPLAINED: Readonly<Record<string, string>> = {
  CommitmentMade: 'committed',
  CommitmentAmended: 'committed',
  CommitmentReversed: 'committed',
  DisbursementMade: 'disbursed',
  DisbursementReversed: 'disbursed',
  AdvancePaid: 'disbursed',
  QuarterCorrected: 'disbursed',
};

/** An event of a finding, with where to read on: the event as stored, and the figure that it moved. */
export function findingEventJson(row: JournalRow, calendar: FiscalCalendar) {
  const { position, organisation, stream, type, document, amount, actor, effectiveOn, bookedAt } = row;
  const { fiscalYear, project, reason, source } = row;
  const measure = EXPLAINED[type];
  const query = new URLSearchParams({ organisation });
  const event = `/api/v1/events/${position}?${query.toString()}`;
  const facts = { position, type, stream, fiscalYear, project, document, amount, actor, reason, source };
  const links = { event, explain: null as string | null };
  if (measure !== undefined && fiscalYear !== null && project !== null) {
    const day = effectiveOn as CivilDate;
    const quarter = fiscalYearOf(day, calendar) > fiscalYear ? 'after' : quarterOf(day, calendar);
    query.set('fiscalYear', String(fiscalYear));
    for (const [name, value] of Object.entries({ project, quarter, measure })) query.set(name, value);
    links.explain = `/api/v1/explain?${query.toString()}`;
  }
  return { ...facts, effectiveOn, bookedAt, links };
}

export type FindingEvent = ReturnType<typeof findingEventJson>;

/** A rule with its parameters: the values in force, their units and what they mean. */
export const ruleJson = ({ rule, written }: ChosenRule) => ({
  rule: rule.id,
  version: rule.version,
  name: rule.name,
  meaning: rule.meaning.en,
  meaningTh: rule.meaning.th,
  source: rule.source,
  parameters: Object.entries(rule.parameters).map(([name, { unit, meaning, default: usual }]) => ({
    name,
    value: written[name],
    default: usual,
    unit,
    meaning,
  })),
});
