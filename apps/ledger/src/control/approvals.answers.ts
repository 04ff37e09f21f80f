import { z } from 'zod';
import { baht, civilDay, knownAtAnswer, line, localMoment, position } from '../http/shared.answers.ts';

/** What answers about documents that wait hold. */

const STATUSES = ['waiting', 'approved', 'refused', 'withdrawn'] as const;
const blocked = z.strictObject({
  code: z.string(),
  message: z.string(),
  details: z
    .record(z.string(), z.unknown())
    .meta({ description: 'What belongs to the code, such as what is missing' }),
});

const stepAnswer = z.strictObject({
  position,
  status: z.enum(STATUSES).meta({ description: 'How the document stood after it' }),
  bookedAt: localMoment,
  actor: z.string(),
  reason: z.string().nullable(),
});

const decision = z
  .strictObject({
    mayDecide: z.boolean(),
    mayWithdraw: z.boolean(),
    blockedBecause: blocked.optional(),
  })
  .meta({ description: 'What the one who asks may do, and otherwise why not' });

const available = z.array(z.strictObject({ project: z.string(), line, before: baht, after: baht }));
const effect = z
  .strictObject({ available, refused: blocked.optional() })
  .meta({ description: 'Available before and after, decided on trial now' });

const row = z.strictObject({
  number: z.string(),
  maker: z.string(),
  summary: z.string(),
  amount: baht,
  tiers: z.array(z.string()),
  waitsFor: z.string().optional().meta({ description: 'Duty whose approval comes next' }),
  status: z.enum(STATUSES),
  submittedOn: civilDay,
  submittedAt: localMoment,
  position,
  ageDays: z.int().meta({ description: 'Days since it was handed in' }),
  kinds: z.array(z.string()).meta({ description: 'Commands that it would record' }),
  accounts: z.array(z.strictObject({ fiscalYear: z.int(), project: z.string() })),
  step: stepAnswer.meta({ description: 'Its last step' }),
  decision: decision.optional(),
  effect: effect.optional(),
});

export const approvalsAnswer = z.strictObject({
  schema: z.literal('obligo.approvals/1'),
  organisation: z.string(),
  knownAt: knownAtAnswer,
  effectiveTo: civilDay.optional(),
  rows: z.array(row),
  next: z.string().optional().meta({ description: 'Goes on with after' }),
});

export const approvalAnswer = z.strictObject({
  schema: z.literal('obligo.approval/1'),
  organisation: z.string(),
  knownAt: knownAtAnswer,
  effectiveTo: civilDay.optional(),
  number: z.string(),
  maker: z.string(),
  summary: z.string(),
  amount: baht,
  tiers: z.array(z.string()),
  status: z.enum(STATUSES),
  what: z
    .array(
      z.strictObject({
        stream: z.string(),
        command: z.record(z.string(), z.unknown()),
        source: z.string().optional(),
      }),
    )
    .meta({ description: 'What is recorded when it is approved' }),
  reserved: z
    .array(z.strictObject({ stream: z.string(), item: z.string(), line, amount: baht }))
    .optional()
    .meta({ description: 'Requests that hold its money while it waits' }),
  given: z.array(z.strictObject({ tier: z.string(), by: z.string(), onBehalfOf: z.string().optional() })),
  steps: z.array(stepAnswer),
  decision: decision.optional(),
  effect: effect
    .extend({
      events: z.array(
        z.strictObject({ type: z.string(), stream: z.string(), data: z.record(z.string(), z.unknown()) }),
      ),
    })
    .optional(),
});
