import type { ChosenRule, Finding } from '#audit-rules';
import { formatBaht, type Satang } from '#kernel';
import type { FindingEvent } from './finding-json.ts';
import { figureColumn, type Row, type Table, textColumn } from '#reporting';

const bahtOf = (amount: number | null): string | undefined =>
  amount === null ? undefined : formatBaht(amount as Satang);

const rowOf = (finding: Finding): Row => ({
  finding: finding.id,
  rule: finding.rule,
  severity: finding.severity,
  project_code: finding.project ?? undefined,
  fiscal_year: finding.fiscalYear === null ? undefined : String(finding.fiscalYear),
  effective_on: finding.effectiveOn,
  amount: bahtOf(finding.amount),
  people: finding.people.join(' '),
  since: finding.since,
  until: finding.until ?? undefined,
  events: finding.events.join(' '),
  sentence: finding.sentence.en,
});

/** Findings as a table; people and events are lists with spaces between. */
export function findingsTable(findings: readonly Finding[], caption: readonly string[]): Table {
  return {
    title: 'Audit findings',
    caption: ['Unit: baht', ...caption],
    columns: [
      textColumn('finding', 'Finding'),
      textColumn('rule', 'Rule'),
      textColumn('severity', 'Severity'),
      textColumn('project_code', 'Project'),
      textColumn('fiscal_year', 'Year'),
      textColumn('effective_on', 'Effective'),
      figureColumn('amount', 'Amount'),
      textColumn('people', 'People'),
      figureColumn('since', 'Since'),
      figureColumn('until', 'Until'),
      textColumn('events', 'Events'),
      textColumn('sentence', 'What was found'),
    ],
    rows: findings.map(rowOf),
    footnotes: [],
    hidesEmpty: true,
  };
}

const linesOf = ({ sentence, rule, severity, people, since, until }: Finding): string[] => [
  sentence.en,
  `Rule ${rule}, severity ${severity}; ${people.join(', ')}`,
  `Since position ${since}${until === null ? '' : `, until position ${until}`}`,
];

/** One finding with its events. */
export function findingTable(finding: Finding, events: readonly FindingEvent[]): Table {
  return {
    title: `Finding ${finding.id}`,
    caption: [...linesOf(finding), 'Unit: baht'],
    columns: [
      figureColumn('position', 'Position'),
      textColumn('booked_at', 'Booked'),
      textColumn('effective_on', 'Effective'),
      textColumn('type', 'Event'),
      textColumn('project_code', 'Project'),
      textColumn('document', 'Document'),
      figureColumn('amount', 'Amount'),
      textColumn('actor', 'Actor'),
      textColumn('reason', 'Reason'),
      textColumn('source', 'Source'),
    ],
    rows: events.map((event) => ({
      position: event.position,
      booked_at: event.bookedAt,
      effective_on: event.effectiveOn,
      type: event.type,
      project_code: event.project ?? undefined,
      document: event.document ?? undefined,
      amount: event.amount ?? undefined,
      actor: event.actor,
      reason: event.reason ?? undefined,
      source: event.source ?? undefined,
    })),
    footnotes: [],
  };
}

const writtenOf = ({ written }: ChosenRule): string =>
  Object.entries(written)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

/** The rules with the parameters that are in force. */
export function rulesTable(rules: readonly ChosenRule[]): Table {
  return {
    title: 'Audit rules',
    caption: [],
    columns: [
      textColumn('rule', 'Rule'),
      figureColumn('version', 'Version'),
      textColumn('parameters', 'Parameters'),
      textColumn('name_th', 'Thai'),
      textColumn('meaning', 'What it finds'),
      textColumn('source', 'Source'),
    ],
    rows: rules.map((chosen) => ({
      rule: chosen.rule.id,
      version: String(chosen.rule.version),
      parameters: writtenOf(chosen),
      name_th: chosen.rule.name.th,
      meaning: chosen.rule.meaning.en,
      source: chosen.rule.source,
    })),
    footnotes: [],
  };
}
