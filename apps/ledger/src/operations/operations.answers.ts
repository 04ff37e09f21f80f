import { z } from 'zod';

/** What operators are told. */

const position = z.string().meta({ description: 'Place in the log' });
const problem = z.strictObject({ code: z.string(), message: z.string() });

/** How the sealing of both logs stands. */
export const sealStatus = z.strictObject({
  standing: z
    .enum(['sealed', 'waiting', 'stuck', 'broken'])
    .meta({ description: 'broken: the log is not the one that was sealed' }),
  origin: z.string().nullable(),
  size: z.int().meta({ description: 'Events that were read' }),
  accessSize: z.int(),
  tail: z.strictObject({
    events: z.int(),
    accessEvents: z.int(),
    seconds: z.int().meta({ description: 'How long the oldest of them has waited' }),
  }),
  latest: z
    .strictObject({ number: z.int(), size: z.int(), accessSize: z.int(), time: z.iso.datetime() })
    .nullable(),
  key: z.string().nullable().meta({ description: 'Verifier key of the key that signs' }),
  keysFolder: z.string(),
  problem: problem.nullable(),
  publication: z.array(
    z.strictObject({
      kind: z.string(),
      path: z.string(),
      published: z.int(),
      lag: z.int().meta({ description: 'Checkpoints that do not stand there yet' }),
      problem: z.string().nullable(),
    }),
  ),
});

const standing = z.strictObject({
  state: z.enum(['ready', 'catching-up', 'disconnected', 'alarm']),
  lagEvents: z.int().meta({ description: 'Records that have arrived and are not read yet' }),
  lagMs: z.int().meta({ description: 'Age of the newest record that was read, while the copy is behind' }),
});

/** What everybody may know of a process that is ready. */
export const readyAnswer = z.strictObject({
  status: z.literal('ready'),
  logs: z
    .strictObject({ ledger: standing, access: standing })
    .optional()
    .meta({ description: 'How the copies stand, where the logs are in an event database' }),
  seals: z.strictObject({ standing: sealStatus.shape.standing, tail: sealStatus.shape.tail }).optional(),
});

export const statusAnswer = z.strictObject({
  schema: z.literal('obligo.status/1'),
  version: z.string(),
  node: z.string(),
  data: z.string().meta({ description: 'Folder of the ledger' }),
  head: position.nullable(),
  projections: z.array(
    z.strictObject({
      name: z.string(),
      version: z.int(),
      position: position.nullable(),
      current: z.boolean().meta({ description: 'Whether it has read everything that is in the log' }),
    }),
  ),
  stopped: z.string().nullable().meta({ description: 'Why the read models stand still' }),
  seals: sealStatus,
  files: z
    .array(z.strictObject({ name: z.string(), bytes: z.int() }))
    .meta({ description: 'Databases of the folder and their space' }),
  logs: z
    .strictObject({
      ledger: z.strictObject({ ...standing.shape, detail: z.string().nullable() }),
      access: z.strictObject({ ...standing.shape, detail: z.string().nullable() }),
    })
    .meta({ description: 'How both logs stand with where they live' }),
  store: z.strictObject({
    atomicMultiStream: z.boolean(),
    checksWithoutWrite: z.boolean(),
    serverFilter: z.boolean(),
    maxEventBytes: z.int(),
    maxAppendBytes: z.int(),
  }),
});

const totals = z.record(z.string(), z.string());

export const rebuildAnswer = z.strictObject({
  schema: z.literal('obligo.rebuild/1'),
  position: position.nullable(),
  equal: z.boolean().meta({ description: 'Whether all are what they were' }),
  projections: z.array(
    z.strictObject({
      name: z.string(),
      version: z.int(),
      before: totals,
      after: totals,
      equal: z.boolean(),
    }),
  ),
});
