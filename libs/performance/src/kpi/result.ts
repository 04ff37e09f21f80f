import { fields, type Quarter } from '#kernel';
import { z } from 'zod';
import { figure } from '../figure.ts';

/** What a report says about one quarter of a KPI: a figure, a text, a narrative, or several of them. */
export interface ResultContent {
  readonly quarter: Quarter;
  /** Decimal string in the unit of the KPI; absent where the report gives no figure. */
  readonly value?: string | undefined;
  /** The result as published. */
  readonly text?: string | undefined;
  /**
   * True: the value is the running total of the year up to the quarter. False: the quarter's own figure.
   * Absent: as the KPI accumulates.
   */
  readonly cumulative?: boolean | undefined;
  /** Part of the value that was planned. */
  readonly inPlan?: string | undefined;
  /** Part of the value that came about outside the plan. */
  readonly outOfPlan?: string | undefined;
  readonly narrative?: string | undefined;
  /** The day up to which the data was collected. */
  readonly dataAsOf?: string | undefined;
  /** First and last month of the data, `YYYY-MM`. */
  readonly periodFrom?: string | undefined;
  readonly periodTo?: string | undefined;
}

const month = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .meta({ description, unit: 'month' });

/** Fields of a result, shared by its record and its correction. */
export const resultContent = {
  quarter: fields.quarter('Quarter that the result is about'),
  value: figure('The figure; absent where the report gives none').optional(),
  text: fields.text('The result as published').optional(),
  cumulative: z
    .boolean()
    .meta({
      description:
        'True: running total of the year. False: the quarter’s own figure. Absent: as the KPI accumulates',
    })
    .optional(),
  inPlan: figure('Part of the figure that was planned').optional(),
  outOfPlan: figure('Part of the figure outside the plan').optional(),
  narrative: fields.text('What was done, in words').optional(),
  dataAsOf: fields.date('Day up to which the data was collected').optional(),
  periodFrom: month('First month of the data').optional(),
  periodTo: month('Last month of the data').optional(),
};
