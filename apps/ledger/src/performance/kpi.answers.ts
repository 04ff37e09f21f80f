import { z } from 'zod';
import { evidenceForm } from '#kernel';
import { ACCUMULATIONS, KPI_KINDS, OPERATORS } from '#performance';
import { civilDay, eventFacts, provenanceAnswer } from '../http/shared.answers.ts';

/** What answers about KPIs hold; figures are decimal strings in the unit of the KPI. */

const QUARTER = z.enum(['Q1', 'Q2', 'Q3', 'Q4']);
const figure = z.string().meta({ description: 'Figure in the unit of the KPI' });
const percent = z.string().meta({ description: 'Percent, two decimals' });
const STATUSES = ['achieved', 'met', 'on_plan', 'behind', 'reported', 'no_result', 'not_due'] as const;

const definition = z.strictObject({
  organisation: z.string(),
  fiscalYear: z.int(),
  kpi: z.string(),
  project: z.string(),
  name: z.string(),
  nameEn: z.string().optional(),
  authority: z.string().optional(),
  kind: z.enum(KPI_KINDS),
  accumulation: z.enum(ACCUMULATIONS).optional(),
  unit: z.string().optional(),
  unitEn: z.string().optional(),
  partOf: z.string().optional(),
  tiers: z
    .strictObject({
      basic: z.string().optional(),
      standard: z.string().optional(),
      advanced: z.string().optional(),
    })
    .optional()
    .meta({ description: 'What is scored 50, 75 and 100, in words' }),
  note: z.string().optional(),
});

const target = z.strictObject({
  operator: z.enum(OPERATORS).optional(),
  value: figure.optional(),
  text: z.string(),
});

const planned = z.strictObject({ value: figure.optional(), text: z.string().optional() });

const content = {
  value: figure.optional(),
  text: z.string().optional(),
  inPlan: figure.optional(),
  outOfPlan: figure.optional(),
  narrative: z.string().optional(),
  dataAsOf: civilDay.optional(),
};

const statement = z.strictObject({
  ...content,
  result: z.string().meta({ description: 'Number of the result' }),
  quarter: QUARTER,
  cumulative: z.boolean().optional(),
  periodFrom: z.string().optional(),
  periodTo: z.string().optional(),
  statedAt: z.int(),
  effectiveOn: civilDay,
});

const quarter = z.strictObject({
  quarter: QUARTER,
  plan: planned.optional(),
  planToDate: figure.optional(),
  result: z
    .strictObject({
      ...content,
      derived: z.literal(true).optional(),
      unplanned: z.literal(true).optional(),
    })
    .optional(),
  cumulative: figure.optional(),
  difference: figure.optional(),
  ofPlan: percent.optional(),
  ofPlanToDate: percent.optional(),
  ofTarget: percent.optional(),
  status: z.enum(STATUSES),
  statements: z.array(statement),
});

const own = {
  definition,
  target: target.optional(),
  achieved: z.strictObject({ quarter: QUARTER, note: z.string().optional() }).optional(),
  quarters: z.array(quarter),
};
const part = z.strictObject(own);
const progress = z.strictObject({ ...own, parts: z.array(part).optional() });

const rows = z
  .array(z.record(z.string(), z.string()))
  .meta({ description: 'The printed table: one row per KPI and quarter' });

export const kpiReportAnswer = z.strictObject({
  schema: z.literal('obligo.report.kpi/1'),
  ...provenanceAnswer,
  rows,
  kpis: z.array(progress),
});

export const kpiStatesAnswer = z.strictObject({
  schema: z.enum(['obligo.kpis/1', 'obligo.kpi/1']),
  ...provenanceAnswer,
  rows,
  kpis: z.array(progress),
  dueOn: z
    .record(QUARTER, civilDay)
    .meta({ description: 'Last day of each quarter: its result is due when that is over' }),
  history: z
    .array(
      z.strictObject({
        ...eventFacts,
        data: z.record(z.string(), z.unknown()).meta({ description: 'What the event says' }),
        evidence: z.array(evidenceForm).meta({ description: 'Files that it rests on, by their digests' }),
      }),
    )
    .optional()
    .meta({ description: 'Of a single KPI: every event of it, oldest first' }),
});
