import { z } from 'zod';
import type { WireRecord } from '../client/log-client.ts';

/** What a record of a log is, read from its metadata alone. */
export type RecordKind =
  | { readonly kind: 'event' | 'command'; readonly part: number; readonly of: number }
  | {
      readonly kind: 'reserved';
      readonly attempt: string;
      readonly decision: string;
      readonly expiresAt: number;
    }
  | { readonly kind: 'prepared' | 'confirmed' | 'voided' }
  /** Of the event database: something was deleted, or the metadata of a stream were changed. */
  | { readonly kind: 'tampering' }
  /** Nothing that this program writes. */
  | { readonly kind: 'foreign' };

const Part = z.string().regex(/^\d+\/\d+$/);
const Kind = z.object({
  kind: z.enum(['event', 'command', 'prepared', 'confirmed', 'voided']),
  form: z.literal('1'),
  part: Part.optional(),
  attempt: z.string().optional(),
  decision: z.string().optional(),
  expiresAt: z.string().optional(),
});

export function kindOf(record: WireRecord): RecordKind {
  if (record.type.startsWith('$') || record.stream.startsWith('$')) return { kind: 'tampering' };
  const read = Kind.safeParse(record.metadata);
  if (!read.success) return { kind: 'foreign' };
  const { kind, part, attempt, decision, expiresAt } = read.data;
  if (kind !== 'event' && kind !== 'command') return { kind };
  if (part !== undefined) {
    const [at = 0, of = 0] = part.split('/').map(Number);
    return { kind, part: at, of };
  }
  if (attempt === undefined || decision === undefined || expiresAt === undefined) return { kind: 'foreign' };
  return { kind: 'reserved', attempt, decision, expiresAt: Date.parse(expiresAt) };
}
