import { defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';
import { limitsSchema, roleSchema, rulesSchema } from './schema.ts';

const number = z.int().min(1).meta({ description: 'Number of the grant, counted from 1', unit: 'count' });

export const AccessSetUp = defineEvent({
  type: 'AccessSetUp',
  version: 1,
  category: 'accessrules',
  when: 'The ledger gets its first administrator; from here on nobody may do what nobody granted.',
  data: z.strictObject({ administrator: fields.code('Name of the account') }),
});

export const AccessRecovered = defineEvent({
  type: 'AccessRecovered',
  version: 1,
  category: 'accessrules',
  when: 'Whoever works on the folder itself makes somebody administrator, since no administrator can sign in.',
  data: z.strictObject({ administrator: fields.code('Name of the account') }),
});

export const AccessRulesSet = defineEvent({
  type: 'AccessRulesSet',
  version: 1,
  category: 'accessrules',
  when: 'An administrator says what each role may do.',
  data: z.strictObject({
    version: z.int().min(1).meta({ description: 'Number of the table, counted from 1', unit: 'count' }),
    rules: rulesSchema.meta({ description: 'The whole table; it replaces the one before' }),
  }),
});

export const RoleGranted = defineEvent({
  type: 'RoleGranted',
  version: 1,
  category: 'accessrules',
  when: 'Somebody is given a role, within limits.',
  data: z.strictObject({
    grant: number,
    subject: fields.code('Name of the account, or `service:` and the name of a service token'),
    role: roleSchema,
    limits: limitsSchema.meta({ description: 'What it is limited to; nothing when absent' }).optional(),
    origin: z
      .enum(['set-up', 'administrator', 'sign-on'])
      .meta({ description: 'Whether a person gave it, or the claims of the identity provider' }),
  }),
});

export const RoleWithdrawn = defineEvent({
  type: 'RoleWithdrawn',
  version: 1,
  category: 'accessrules',
  when: 'A grant ends.',
  data: z.strictObject({
    grant: number,
    subject: fields.code('Who had it'),
    role: roleSchema,
  }),
});

/** Every event of the rule table. */
export const accessEvents = [
  AccessSetUp,
  AccessRecovered,
  AccessRulesSet,
  RoleGranted,
  RoleWithdrawn,
] as const;
export type AccessEvent = EventOf<(typeof accessEvents)[number]>;
