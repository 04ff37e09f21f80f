import type { Measure } from '#budget';
import { MEASURES } from '../../plan-versus-actual/measures.ts';
import {
  account,
  bookedAt,
  day,
  instant,
  line,
  millis,
  money,
  text,
  type View,
  type ViewColumn,
  whole,
} from './view.ts';

/** What a measure is, in the words of the glossary; the compiler asks for one that is missing. */
const MEANINGS: Readonly<Record<Measure, string>> = {
  budget: 'What may be used: allocations less cuts, and transfers',
  plan: 'Planned to be used',
  'pre-committed': 'Held for requests that are not ordered yet',
  committed: 'Obliged by order or contract and not paid yet, accepted work among it',
  accepted: 'Of what is committed: accepted and not paid',
  disbursed: 'Paid out, advances that are not cleared among it',
  advanced: 'Of what is disbursed: advances that are not cleared',
  estimated: 'Estimated for the year',
  released: 'Released by the authority',
  original: 'Part of the budget: first allocations',
  supplement: 'Part of the budget: supplements',
  cut: 'Part of the budget: cuts, below zero',
  transfer: 'Part of the budget: transfers in less transfers out',
  'brought-forward': 'Part of the budget: brought forward from the year before',
  'carried-forward': 'Part of the budget: carried forward into the next year, below zero',
  returned: 'Part of the budget: returned, below zero',
  lapsed: 'Part of the budget: lapsed, below zero',
};

const QUARTER = 'Q1 to Q4 of the fiscal year, or after: the time behind it, in which reserved money is used';

export const budgetAccounts: View = {
  name: 'budget_accounts',
  about: 'The projects that have an account, by fiscal year.',
  columns: [
    ...account('a'),
    text('name', 'Name of the project', 'a.name'),
    text('name_en', 'Name in English', 'a.name_en'),
    day('opened_on', 'Business date of the opening', 'a.effective_on'),
    whole('opened_at_position', 'Place in the log from which it is known', 'a.position'),
  ],
  from: 'FROM pva_account a',
};

/** The newest balance of every cell. */
const BALANCES = `FROM pva_cell c CROSS JOIN LATERAL
    (SELECT e.balance FROM pva_entry e WHERE e.cell = c.id ORDER BY e.position DESC LIMIT 1) b`;

const of = (measure: Measure): string => `b."${measure}"`;
const moved = `(${of('disbursed')} IS NOT NULL OR ${of('committed')} IS NOT NULL)`;
const spent = `coalesce(${of('disbursed')}, 0) + coalesce(${of('committed')}, 0)`;

/** Without anything posted there is no figure, which is not the same as zero. */
const derived: readonly ViewColumn[] = [
  ...money('spent', 'Disbursed and committed together', `CASE WHEN ${moved} THEN ${spent} END`),
  ...money(
    'available',
    'Budget less pre-committed, committed and disbursed; over the quarters of a year it adds up to what is left',
    `CASE WHEN ${moved} OR ${of('budget')} IS NOT NULL OR ${of('pre-committed')} IS NOT NULL
      THEN coalesce(${of('budget')}, 0) - coalesce(${of('pre-committed')}, 0) - (${spent}) END`,
  ),
];

export const planVersusActual: View = {
  name: 'plan_versus_actual',
  about:
    'What was planned and what moved, per organisation, year, project, line and quarter; a column per measure. Nothing posted is empty, not zero. Plans belong to the account and stand in rows without a line.',
  columns: [
    ...account('b'),
    text('project_name', 'Name of the project', 'a.name'),
    ...line('b'),
    text('quarter', QUARTER, 'b.quarter'),
    ...MEASURES.flatMap((measure) => money(measure.replaceAll('-', '_'), MEANINGS[measure], of(measure))),
    ...derived,
  ],
  from: `FROM (SELECT c.organisation, c.fiscal_year, c.project, c.fund_source, c.category, c.quarter,
      ${MEASURES.map((measure) => `sum(b.balance) FILTER (WHERE c.measure = '${measure}') AS "${measure}"`).join(', ')}
    ${BALANCES} GROUP BY c.organisation, c.fiscal_year, c.project, c.fund_source, c.category, c.quarter) b
    LEFT JOIN pva_account a ON a.organisation = b.organisation AND a.fiscal_year = b.fiscal_year
      AND a.project = b.project`,
};

export const entries: View = {
  name: 'entries',
  about:
    'Every movement of every cell, with the place in the log: a sum up to a position is what was known there, a sum up to a day what had taken effect by then.',
  columns: [
    whole('position', 'Place in the log', 'e.position'),
    ...account('c'),
    ...line('c'),
    text('quarter', QUARTER, 'c.quarter'),
    text('measure', 'Which figure moved', 'c.measure'),
    ...money('movement', 'By how much', 'e.movement'),
    ...money('balance', 'What the cell held afterwards', 'e.balance'),
    day('effective_on', 'The day from which it counts, within its quarter', 'e.effective_on'),
    day('business_date', 'The business date of the posting', 'j.effective_on'),
    instant('booked_at', 'When it was booked; for imported history when the source booked it', bookedAt('j')),
    instant('recorded_at', 'When the ledger stored it', millis('j.recorded_at')),
    text('event_type', 'Kind of the posting', 't.name'),
    text('document', 'Number of the document', 'j.document'),
    text('actor', 'Handle of the account that posted it', 'a.name'),
  ],
  from: `FROM pva_entry e JOIN pva_cell c ON c.id = e.cell JOIN journal_row j ON j.position = e.position
    JOIN journal_name t ON t.id = j.type_id JOIN journal_name a ON a.id = j.actor_id`,
};

export const disbursementMonths: View = {
  name: 'disbursement_months',
  about: 'What was disbursed per line and month, net of what was taken back.',
  columns: [
    ...account('c'),
    ...line('c'),
    text('month', 'Month of the business date, YYYY-MM; it may lie behind the fiscal year', 'c.month'),
    day('month_begins', 'First day of the month', `c.month || '-01'`),
    ...money('disbursed', 'Disbursed in the month', 'b.balance'),
  ],
  from: BALANCES.replace('pva_cell', 'dm_cell').replace('pva_entry', 'dm_entry'),
};
