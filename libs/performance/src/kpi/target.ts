import { type CivilDate, defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';
import { figure } from '../figure.ts';

export const OPERATORS = ['>=', '>', '=', '<=', '<'] as const;
/** `=` is a bare target without a qualifier: reached when the figure reaches or exceeds it. */
export type Operator = (typeof OPERATORS)[number];

/** What is to be reached in the fiscal year. */
export interface Target {
  /** Needed when there is a value; absent when the text alone says the target. */
  readonly operator?: Operator | undefined;
  /** Decimal string in the unit of the KPI. */
  readonly value?: string | undefined;
  /** The target as published. */
  readonly text: string;
}

/** Sets the target of the year for the first time. */
export interface SetTarget extends Target {
  readonly type: 'set-target';
  readonly effectiveOn: CivilDate;
}

/** Sets another target. Needs a reason; the earlier one stays in the log. */
export interface ReviseTarget extends Target {
  readonly type: 'revise-target';
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

const target = {
  operator: z
    .enum(OPERATORS)
    .meta({ description: 'How the result compares with the value; stands with a value' })
    .optional(),
  value: figure('Target of the fiscal year').optional(),
  text: fields.text('The target as published'),
};

export const KpiTargetSet = defineEvent({
  type: 'KpiTargetSet',
  version: 1,
  category: 'kpi',
  when: 'A KPI gets its first target for the fiscal year.',
  data: z.strictObject(target),
});
export type KpiTargetSet = EventOf<typeof KpiTargetSet>;

export const KpiTargetRevised = defineEvent({
  type: 'KpiTargetRevised',
  version: 1,
  category: 'kpi',
  when: 'The target of a KPI is changed; the reason stands in the metadata.',
  data: z.strictObject({
    ...target,
    previous: z.strictObject(target).meta({ description: 'The target before' }),
  }),
});
export type KpiTargetRevised = EventOf<typeof KpiTargetRevised>;
