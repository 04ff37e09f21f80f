import { z } from 'zod';
import { limitsSchema } from '#access';
import { givenRole, instant, roleName } from './shared.answers.ts';

/** Accounts of people, and tokens of services. */

const person = {
  name: z.string(),
  displayName: z.string().optional(),
  email: z.string().optional(),
  demo: z.literal(true).optional(),
  closed: z.boolean(),
  erased: z.boolean(),
  createdAt: instant,
};

const code = {
  code: z.string().meta({ description: 'One-time code; shown this once' }),
  expiresAt: instant,
};

export const peopleAnswer = z.strictObject({
  schema: z.literal('obligo.people/1'),
  rows: z.array(z.strictObject({ ...person, secondFactor: z.boolean(), roles: z.array(givenRole) })),
});

export const personAnswer = z.strictObject({ schema: z.literal('obligo.person/1'), ...person });

export const openedPersonAnswer = z.strictObject({
  schema: z.literal('obligo.person/1'),
  ...person,
  invitation: z.strictObject(code),
});

export const invitationAnswer = z.strictObject({
  schema: z.literal('obligo.invitation/1'),
  name: z.string(),
  ...code,
});

export const recoveredAnswer = z.strictObject({
  schema: z.literal('obligo.person/1'),
  name: z.string(),
  invitation: z.strictObject(code),
});

export const redeemedAnswer = z.strictObject({ schema: z.literal('obligo.person/1'), name: z.string() });

export const factorRemovedAnswer = z.strictObject({
  schema: z.literal('obligo.person/1'),
  name: z.string(),
  secondFactor: z.literal(false),
});

const token = {
  id: z.string(),
  name: z.string(),
  subject: z.string().meta({ description: 'How the service stands in the reading log' }),
  kind: z.enum(['service', 'person']),
  secondFactor: z.boolean(),
  createdAt: instant,
  createdBy: z.string(),
  expiresAt: instant,
  lastUsedAt: instant.optional().meta({ description: 'To the minute; never used when absent' }),
  revokedAt: instant.optional(),
};

export const serviceTokensAnswer = z.strictObject({
  schema: z.literal('obligo.service-tokens/1'),
  rows: z.array(z.strictObject({ ...token, roles: z.array(givenRole) })),
});

export const issuedTokenAnswer = z.strictObject({
  schema: z.literal('obligo.service-token/1'),
  ...token,
  role: roleName,
  limits: limitsSchema,
  token: z.string().meta({ description: 'The token; shown this once' }),
});

export const revokedTokenAnswer = z.strictObject({
  schema: z.literal('obligo.service-token/1'),
  name: z.string(),
  revoked: z.literal(true),
});
