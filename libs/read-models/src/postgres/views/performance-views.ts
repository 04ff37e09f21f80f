import {
  asJson,
  bookedAt,
  day,
  decimal,
  flag,
  instant,
  json,
  small,
  text,
  type View,
  type ViewColumn,
  whole,
} from './view.ts';

const kpi = (prefix: string): ViewColumn[] => [
  text('organisation', 'Code of the organisation', `${prefix}.organisation`),
  small('fiscal_year', 'Fiscal year in the era of the organisation', `${prefix}.fiscal_year`),
  text('kpi', 'Code of the KPI', `${prefix}.kpi`),
];

/** The newest value of every fact. */
const FACTS = `(SELECT DISTINCT ON (organisation, fiscal_year, kpi, fact) organisation, fiscal_year, kpi, fact, position,
    ${asJson('value')} AS value FROM kpi_fact ORDER BY organisation, fiscal_year, kpi, fact, position DESC)`;

const other = (fact: string, alias: string): string =>
  `LEFT JOIN ${FACTS} ${alias} ON ${alias}.fact = '${fact}' AND ${alias}.organisation = d.organisation
     AND ${alias}.fiscal_year = d.fiscal_year AND ${alias}.kpi = d.kpi`;

const planned = (quarter: string): ViewColumn =>
  decimal(
    `plan_${quarter.toLowerCase()}`,
    `Planned for ${quarter}, in the unit of the KPI; a running total where it is cumulative`,
    `p.value->'${quarter}'->>'value'`,
  );

export const kpis: View = {
  name: 'kpis',
  about: 'The KPIs of each year with target and plan, as they stand.',
  columns: [
    ...kpi('d'),
    text('project', 'Code of the project', `d.value->>'project'`),
    text('name', 'Name of the KPI', `d.value->>'name'`),
    text('name_en', 'Name in English', `d.value->>'nameEn'`),
    text('kind', 'What it counts', `d.value->>'kind'`),
    text(
      'accumulation',
      'How the figures of the quarters go together; empty for a composite',
      `d.value->>'accumulation'`,
    ),
    text('unit', 'Unit of its figures', `d.value->>'unit'`),
    text('authority', 'Code of the authority that asks for it', `d.value->>'authority'`),
    text('part_of', 'The composite that it is a part of', `d.value->>'partOf'`),
    text('target_operator', 'How the figure compares to the target', `t.value->>'operator'`),
    decimal('target', 'The target, in the unit of the KPI', `t.value->>'value'`),
    text('target_text', 'The target as published', `t.value->>'text'`),
    ...['Q1', 'Q2', 'Q3', 'Q4'].map(planned),
    text('achieved_in', 'The quarter in which it was said to be achieved', `a.value->>'quarter'`),
  ],
  from: `FROM ${FACTS} d ${other('target', 't')} ${other('plan', 'p')} ${other('achieved', 'a')} WHERE d.fact = 'definition'`,
};

export const kpiResults: View = {
  name: 'kpi_results',
  about:
    'What was reported of each KPI, as last stated; of two results of a quarter the one stated later counts.',
  columns: [
    ...kpi('r'),
    text('result', 'Number of the result', `r.value->>'result'`),
    text('quarter', 'The quarter that it is about', `r.value->>'quarter'`),
    decimal('value', 'The figure, in the unit of the KPI; empty where none was given', `r.value->>'value'`),
    flag(
      'is_cumulative',
      'Whether it is the running total of the year; empty: as the KPI accumulates',
      `r.value->>'cumulative'`,
    ),
    decimal('in_plan', 'Part of the figure that was planned', `r.value->>'inPlan'`),
    decimal('out_of_plan', 'Part of the figure outside the plan', `r.value->>'outOfPlan'`),
    text('text', 'The result as published', `r.value->>'text'`),
    text('narrative', 'What was told about it', `r.value->>'narrative'`),
    day('data_as_of', 'The day up to which data was collected', `r.value->>'dataAsOf'`),
    day('effective_on', 'Business date of the statement', `r.value->>'effectiveOn'`),
    whole('stated_at_revision', 'Order of the statements of a KPI', `r.value->>'statedAt'`),
    whole('position', 'Place in the log', 'r.position'),
  ],
  from: `FROM ${FACTS} r WHERE r.fact LIKE 'result/%'`,
};

const report = (prefix: string): ViewColumn[] => [
  text('organisation', 'Code of the organisation', `${prefix}.organisation`),
  small('fiscal_year', 'Fiscal year in the era of the organisation', `${prefix}.fiscal_year`),
  text('report', 'Code of the quarterly report', `${prefix}.report`),
];

export const reports: View = {
  name: 'reports',
  about: 'The quarterly reports and the day that each stands for.',
  columns: [
    ...report('r'),
    text('quarter', 'Q1 to Q4', 'r.quarter'),
    day('as_of', 'The day that the figures stand for', 'r.as_of'),
    text('title', 'Title', 'r.title'),
    whole('position', 'Place in the log', 'r.position'),
  ],
  from: 'FROM pr_report r',
};

export const reportStatuses: View = {
  name: 'report_statuses',
  about: 'The status that each report gives to each project, as last stated.',
  columns: [
    ...report('s'),
    text('project', 'Code of the project', 's.project'),
    text('status', 'achieved, on_plan, late or not_started', 's.status'),
    text('text', 'The line as published', 's.text'),
    whole('achieved_items', 'Items that the line names as done', 's.achieved_items'),
    whole('position', 'Place in the log', 's.position'),
  ],
  from: `FROM (SELECT DISTINCT ON (organisation, fiscal_year, report, project) * FROM pr_status
    ORDER BY organisation, fiscal_year, report, project, position DESC) s`,
};

export const publications: View = {
  name: 'publications',
  about: 'The editions that were published, with the digest of what was frozen.',
  columns: [
    ...report('p'),
    text('number', 'Number of the edition', 'p.number'),
    text('quarter', 'Q1 to Q4', 'p.quarter'),
    text('title', 'Title', 'p.title'),
    text('template', 'Template', 'p.template'),
    text('language', 'th or en', 'p.language'),
    whole('known_at_position', 'Up to where the figures were known', 'p.known_at'),
    text('digest', 'Digest of the set of files', 'p.digest'),
    json('files', 'Name, type, size and SHA-256 of each file', 'p.files'),
    whole('position', 'Place in the log', 'p.position'),
    instant('booked_at', 'When it was published', bookedAt('j')),
  ],
  from: 'FROM pr_publication p JOIN journal_row j ON j.position = p.position',
};
