import { z } from 'zod';

/** What set a verification off: the start of the service, its clock, or somebody who asked. */
export const VERIFICATION_CAUSES = ['start', 'schedule', 'asked'] as const;
export type VerificationCause = (typeof VERIFICATION_CAUSES)[number];

/** Findings that are kept of one run; their number is always told. */
export const MOST_KEPT_FINDINGS = 200;

const finding = z.strictObject({
  code: z.string(),
  file: z.string(),
  line: z.int().optional(),
  stream: z.string().optional(),
  revision: z.string().optional(),
  table: z.string().optional(),
  key: z.string().optional(),
  message: z.string(),
});

/** One verification of the folder of a ledger from beginning to end. */
export const verificationRunSchema = z.strictObject({
  number: z.int().min(1).meta({ description: 'Counted from 1' }),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  cause: z.enum(VERIFICATION_CAUSES),
  by: z
    .string()
    .nullable()
    .meta({ description: 'Who asked for it; nothing when the service began by itself' }),
  outcome: z.enum(['sound', 'findings', 'failed']).meta({
    description: 'Nothing is wrong; something is; or it could not be brought to an end',
  }),
  position: z.string().meta({ description: 'Place in the log up to which it read; 0 of an empty log' }),
  events: z.int().meta({ description: 'Events of the log up to there' }),
  accessEvents: z.int().meta({ description: 'Events of the log of the rule table' }),
  root: z.string().meta({ description: 'Root of the tree over the events, base64; empty when it failed' }),
  proven: z.int().meta({ description: 'Events that a signed checkpoint vouches for' }),
  accessProven: z.int(),
  checkpoints: z.int(),
  findingCount: z.int(),
  findings: z.array(finding).max(MOST_KEPT_FINDINGS),
  notices: z.array(z.string()),
  failure: z.string().nullable().meta({ description: 'Why it could not be brought to an end' }),
  verifier: z.string().meta({ description: 'Program and version that verified, such as obligo/1.0.0' }),
});
export type VerificationRun = Readonly<z.infer<typeof verificationRunSchema>>;
