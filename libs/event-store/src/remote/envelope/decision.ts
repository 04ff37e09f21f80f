import { v5 } from 'uuid';
import { z } from 'zod';
import { instant } from '../../log/execute-append.ts';
import type { PreparedCommand } from '../../log/prepared-append.ts';
import type { WireEvent, WireRecord } from '../client/log-client.ts';
import { commandOf, commandToData } from './envelope.ts';

/** Records of a decision stream, in which an attempt to append over several streams is confirmed or voided. */
export type Decision =
  | {
      readonly kind: 'prepared';
      readonly attempt: string;
      /** The reserved events in the order of the append, as stretches of streams. */
      readonly stretches: readonly Stretch[];
      readonly expiresAt: number;
    }
  | { readonly kind: 'confirmed'; readonly attempt: string; readonly command: PreparedCommand | undefined }
  | { readonly kind: 'voided'; readonly attempt: string; readonly why: string };

/** Events of one stream that follow each other, by the revisions of the server. */
export interface Stretch {
  /** As the server names it. */
  readonly stream: string;
  readonly from: bigint;
  readonly count: number;
}

const TYPES = {
  prepared: 'ObligoAppendPrepared',
  confirmed: 'ObligoAppendConfirmed',
  voided: 'ObligoAppendVoided',
} as const;

const NAMESPACE = 'd0a6a2c1-3f0e-5a51-9b4d-6f1f1c3f7a20';

/** Repeated with the same identity, so that the server recognises it. */
export function wrapDecision(decision: Decision): WireEvent {
  const { kind, attempt } = decision;
  return {
    id: v5(`${attempt} ${kind}`, NAMESPACE),
    type: TYPES[kind],
    data: { attempt, ...factsOf(decision) },
    metadata: { kind, form: '1' },
  };
}

function factsOf(decision: Decision): object {
  switch (decision.kind) {
    case 'prepared':
      return {
        stretches: decision.stretches.map(({ stream, from, count }) => [stream, from.toString(), count]),
        expiresAt: instant(decision.expiresAt),
      };
    case 'confirmed':
      return decision.command ? { command: commandToData(decision.command) } : {};
    case 'voided':
      return { why: decision.why };
  }
}

const StretchForm = z.tuple([z.string(), z.string().regex(/^\d+$/), z.int().positive()]);
const Prepared = z.object({ attempt: z.string(), stretches: z.array(StretchForm), expiresAt: z.string() });
const Confirmed = z.object({ attempt: z.string(), command: z.unknown().optional() });
const Voided = z.object({ attempt: z.string(), why: z.string() });

export function unwrapDecision(kind: Decision['kind'], { data }: WireRecord): Decision {
  if (kind === 'voided') return { kind, ...Voided.parse(data) };
  if (kind === 'confirmed') {
    const { attempt, command } = Confirmed.parse(data);
    return { kind, attempt, command: command === undefined ? undefined : commandOf(command) };
  }
  const { attempt, stretches, expiresAt } = Prepared.parse(data);
  return {
    kind,
    attempt,
    stretches: stretches.map(([stream, from, count]) => ({ stream, from: BigInt(from), count })),
    expiresAt: Date.parse(expiresAt),
  };
}

/** The decision in a record; nothing when it cannot be read. */
export function readDecision(kind: Decision['kind'], record: WireRecord): Decision | undefined {
  try {
    return unwrapDecision(kind, record);
  } catch (error) {
    if (error instanceof z.ZodError) return undefined;
    throw error;
  }
}
