import { defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line-schema.ts';
import { releasedField } from './budget-taker.ts';
import { carriedFields } from './carried-document.ts';
import { documentSchema, unitsField } from './document.ts';
import type { PlacedRule } from './plan.ts';

const ruleField = z
  .strictObject({
    place: z.int().min(0).meta({
      description: 'Place of the rule in the policy, from 1; 0 when none fits the line',
    }),
    carry: z.enum(['whole', 'commitments', 'percentage', 'none']).meta({ description: 'What it carries' }),
    percent: fields.code('Percentage of the uncommitted money that it carries').optional(),
  })
  .meta({ description: 'The carry rule that decided' });

/** The rule as events keep it. */
export const ruleData = ({ place, rule: { carry, percent } }: PlacedRule): z.output<typeof ruleField> => ({
  place,
  carry,
  ...(percent === undefined ? {} : { percent }),
});

const taken = {
  line: lineSchema,
  amount: fields.baht('Budget taken from the line, greater than zero'),
  rule: ruleField,
  released: releasedField,
};

const toFiscalYear = fields.fiscalYear('The fiscal year that receives it');

export const DocumentReleasedAtYearEnd = defineEvent({
  type: 'DocumentReleasedAtYearEnd',
  version: 1,
  category: 'budgetaccount',
  when: 'The year is closed: a document that is neither reserved nor carried forward gives its money back to the line.',
  data: z.strictObject({
    document: documentSchema,
    line: lineSchema,
    amount: fields.baht('What was outstanding, greater than zero'),
    quantity: unitsField,
    rule: ruleField,
  }),
});
export type DocumentReleasedAtYearEnd = EventOf<typeof DocumentReleasedAtYearEnd>;

export const CommitmentCarriedForward = defineEvent({
  type: 'CommitmentCarriedForward',
  version: 1,
  category: 'budgetaccount',
  when: 'The year is closed: an outstanding document moves to the next year with its budget; in the same append as CommitmentBroughtForward there.',
  data: z.strictObject({ ...carriedFields, toFiscalYear, rule: ruleField, released: releasedField }),
});
export type CommitmentCarriedForward = EventOf<typeof CommitmentCarriedForward>;

export const BudgetCarriedForward = defineEvent({
  type: 'BudgetCarriedForward',
  version: 1,
  category: 'budgetaccount',
  when: 'The year is closed: uncommitted money moves to the next year; in the same append as BudgetBroughtForward there.',
  data: z.strictObject({
    ...taken,
    toFiscalYear,
    toLine: lineSchema.meta({ description: 'The line of the next year that receives it' }),
  }),
});
export type BudgetCarriedForward = EventOf<typeof BudgetCarriedForward>;

export const BudgetReturned = defineEvent({
  type: 'BudgetReturned',
  version: 1,
  category: 'budgetaccount',
  when: 'The year is closed: uncommitted money is given back to where it came from.',
  data: z.strictObject(taken),
});
export type BudgetReturned = EventOf<typeof BudgetReturned>;

export const BudgetLapsed = defineEvent({
  type: 'BudgetLapsed',
  version: 1,
  category: 'budgetaccount',
  when: 'The year is closed: the authority to use uncommitted money ends.',
  data: z.strictObject(taken),
});
export type BudgetLapsed = EventOf<typeof BudgetLapsed>;

export const YearClosed = defineEvent({
  type: 'YearClosed',
  version: 1,
  category: 'budgetaccount',
  when: 'The year of the account is closed; afterwards only reserved money moves.',
  data: z.strictObject({
    toFiscalYear: fields.fiscalYear('The next fiscal year'),
    totals: z
      .strictObject({
        disbursed: fields.baht('Disbursed in the year'),
        reserved: fields.baht('Outstanding documents that stay until their reservations end'),
        carriedDocuments: fields.baht('Outstanding documents that moved to the next year'),
        carried: fields.baht('Uncommitted money that moved to the next year'),
        returned: fields.baht('Uncommitted money given back'),
        lapsed: fields.baht('Uncommitted money that lapsed'),
      })
      .meta({ description: 'The account when it was closed' }),
  }),
});
export type YearClosed = EventOf<typeof YearClosed>;
