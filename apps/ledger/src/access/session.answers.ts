import { z } from 'zod';
import { givenRole, instant, organisationRow, permission } from './shared.answers.ts';

/** What is told to whoever signs in, and about his own account. */

export const waysAnswer = z.strictObject({
  schema: z.literal('obligo.sign-in-ways/1'),
  isSetUp: z.boolean().meta({ description: 'False until the ledger has its first administrator' }),
  singleSignOn: z.boolean().meta({ description: 'Whether an identity provider signs people in' }),
});

export const sessionAnswer = z.strictObject({
  schema: z.literal('obligo.session/1'),
  signedIn: z.literal(true),
  name: z.string().meta({ description: 'Name of the account' }),
  displayName: z.string().optional(),
  demo: z.literal(true).optional().meta({ description: 'An account of the demonstration' }),
  secondFactor: z.boolean().meta({ description: 'Signed in with a second factor' }),
  secondFactorNeeded: z.boolean().meta({ description: 'A role wants one that is not set up yet' }),
  roles: z.array(givenRole),
  permissions: z.array(permission).meta({ description: 'What the roles in force today may see and do' }),
  commands: z
    .array(z.string())
    .meta({ description: 'What they may record: `category/command` or `category/*`' }),
  organisations: z.array(organisationRow).meta({ description: 'Those whose books may be read' }),
  today: z.iso.date().meta({ description: 'The day by the clock of the ledger' }),
  via: z.enum(['session', 'token', 'bearer', 'local']).optional(),
  csrfToken: z
    .string()
    .optional()
    .meta({ description: 'What a page of the session sends as obligo-csrf with every change' }),
});

export const tokenAnswer = z.strictObject({
  schema: z.literal('obligo.token/1'),
  name: z.string(),
  token: z.string(),
  expiresAt: instant,
});

export const signedInAnswer = z.union([sessionAnswer, tokenAnswer]);

export const signedOutAnswer = z.strictObject({
  schema: z.literal('obligo.session/1'),
  signedIn: z.literal(false),
});

export const secondFactorBegunAnswer = z.strictObject({
  schema: z.literal('obligo.second-factor/1'),
  secret: z.string().meta({ description: 'Base32, for typing into an authenticator' }),
  uri: z.string().meta({ description: 'otpauth address, for a QR code' }),
});

export const secondFactorConfirmedAnswer = z.strictObject({
  schema: z.literal('obligo.second-factor/1'),
  confirmed: z.literal(true),
});

export const setUpAnswer = z.strictObject({
  schema: z.literal('obligo.person/1'),
  name: z.string(),
  roles: z.array(z.literal('administrator')),
});
