import { defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';
import { policySchema } from './schema.ts';

export const ControlPolicySet = defineEvent({
  type: 'ControlPolicySet',
  version: 1,
  category: 'controlpolicy',
  when: 'The organisation says what its money may do: availability, ceilings, transfers, approvals, year-end.',
  data: z.strictObject({
    version: z.int().min(1).meta({ description: 'Number of the policy, counted from 1', unit: 'count' }),
    policy: policySchema.meta({ description: 'The whole policy; it replaces the one before' }),
  }),
});

export const DutyGranted = defineEvent({
  type: 'DutyGranted',
  version: 1,
  category: 'controlpolicy',
  when: 'Somebody is given a duty.',
  data: z.strictObject({
    duty: fields.code('Duty, such as checker or override-availability'),
    holder: fields.code('Who has it'),
    first: fields.date('First day; from the beginning when absent').optional(),
    last: fields.date('Last day; without end when absent').optional(),
    upTo: fields.baht('Largest amount; any when absent').optional(),
  }),
});

export const DutyWithdrawn = defineEvent({
  type: 'DutyWithdrawn',
  version: 1,
  category: 'controlpolicy',
  when: 'Somebody no longer has a duty.',
  data: z.strictObject({ duty: fields.code('Duty'), holder: fields.code('Who had it') }),
});

export const DutyDelegated = defineEvent({
  type: 'DutyDelegated',
  version: 1,
  category: 'controlpolicy',
  when: 'Somebody lends a duty to another for some days.',
  data: z.strictObject({
    duty: fields.code('Duty'),
    from: fields.code('Who has it'),
    to: fields.code('Who acts in his place'),
    first: fields.date('First day'),
    last: fields.date('Last day'),
  }),
});

/** Every event of policy and duties. */
export const controlPolicyEvents = [ControlPolicySet, DutyGranted, DutyWithdrawn, DutyDelegated] as const;
export type ControlPolicyEvent = EventOf<(typeof controlPolicyEvents)[number]>;
