import { type CivilDate, defineEvent, type EventOf, fields, type Quarter, type Satang } from '#kernel';
import { z } from 'zod';

export type PlanByQuarter = Readonly<Record<Quarter, Satang>>;

/** Says for the first time how much of the budget is planned in each quarter. */
export interface SetPlan {
  readonly type: 'set-plan';
  readonly quarters: PlanByQuarter;
  readonly effectiveOn: CivilDate;
}

/** Plans anew. Needs a reason; the earlier plan stays in the log. */
export interface RevisePlan {
  readonly type: 'revise-plan';
  readonly quarters: PlanByQuarter;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

const quarters = (description: string) =>
  z
    .strictObject({
      Q1: fields.baht('Quarter 1'),
      Q2: fields.baht('Quarter 2'),
      Q3: fields.baht('Quarter 3'),
      Q4: fields.baht('Quarter 4'),
    })
    .meta({ description });

export const QuarterlyPlanSet = defineEvent({
  type: 'QuarterlyPlanSet',
  version: 1,
  category: 'budgetaccount',
  when: 'The account gets its first plan per quarter.',
  data: z.strictObject({ quarters: quarters('Planned spending per quarter, none below zero') }),
});
export type QuarterlyPlanSet = EventOf<typeof QuarterlyPlanSet>;

export const QuarterlyPlanRevised = defineEvent({
  type: 'QuarterlyPlanRevised',
  version: 1,
  category: 'budgetaccount',
  when: 'The plan per quarter is changed; the reason stands in the metadata.',
  data: z.strictObject({
    quarters: quarters('Planned spending per quarter from now on'),
    previous: quarters('Planned spending per quarter before'),
  }),
});
export type QuarterlyPlanRevised = EventOf<typeof QuarterlyPlanRevised>;
