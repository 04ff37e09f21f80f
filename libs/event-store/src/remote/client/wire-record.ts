import type { WireRecord } from './log-client.ts';

/** An event as either library hands it back. Revisions and positions have come as numbers, whatever the types say. */
interface LibraryEvent {
  readonly streamId: string;
  readonly id: string;
  readonly revision: bigint | number | string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly position?: {
    readonly commit: bigint | number | string;
    readonly prepare: bigint | number | string;
  };
}

export interface LibraryResolvedEvent {
  readonly event?: LibraryEvent | undefined;
  readonly commitPosition?: bigint | number | string | undefined;
}

/** The record with every number as a bigint; nothing for a link whose event is gone. */
export function toWireRecord({ event, commitPosition }: LibraryResolvedEvent): WireRecord | undefined {
  if (!event) return undefined;
  const { streamId: stream, id, type, data, metadata, position } = event;
  const commit = BigInt(position?.commit ?? commitPosition ?? 0);
  const prepare = BigInt(position?.prepare ?? commitPosition ?? 0);
  return {
    stream,
    id,
    type,
    data,
    metadata,
    revision: BigInt(event.revision),
    checkpoint: { commit, prepare },
  };
}
