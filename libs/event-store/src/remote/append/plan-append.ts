import { v5 } from 'uuid';
import type { AppendResult } from '../../event-store.ts';
import { executeAppend } from '../../log/execute-append.ts';
import type { PreparedAppend, PreparedCommand } from '../../log/prepared-append.ts';
import type { PlacedEvent } from '../../log/sequenced-log.ts';
import type { Expected, WireEvent } from '../client/log-client.ts';
import type { LogCopy } from '../copy/log-copy.ts';
import { wrapCommand, wrapEvent } from '../envelope/envelope.ts';
import type { StreamNames } from '../envelope/stream-names.ts';

/** An append that holds as far as the copy knows, in terms of the server. */
export interface AppendPlan {
  /** In the order of the append, with the names of their streams on the server. */
  readonly events: readonly { readonly stream: string; readonly event: PlacedEvent }[];
  readonly command: PreparedCommand | undefined;
  /** The stream that decides about the command. */
  readonly commandStream: string | undefined;
  /** Where that stream stands on the server. */
  readonly commandTail: Expected;
  /** Where the written streams must stand on the server. */
  readonly writes: ReadonlyMap<string, Expected>;
  /** Where other streams must stand on the server. */
  readonly checks: ReadonlyMap<string, Expected>;
  readonly recordedAt: number;
}

/**
 * Decides an append against the copy: the errors of every store, the answer of an append that is there already, or
 * what is to be asked of the server, which alone knows whether it still holds.
 */
export function planAppend(
  copy: LogCopy,
  names: StreamNames,
  append: PreparedAppend,
  now: number,
): AppendPlan | AppendResult {
  const { log, books } = copy;
  let placed: readonly PlacedEvent[] = [];
  const looked = {
    findCommand: (key: string) => log.findCommand(key),
    findEvent: (id: string) => log.findEvent(id),
    lastRevision: (stream: string) => log.lastRevision(stream),
    placeUpTo: (position?: bigint) => log.placeUpTo(position),
    write: (events: readonly PlacedEvent[]) => {
      placed = events;
      return 0n;
    },
  };
  const result = executeAppend(looked, append, now);
  if (result.deduplicated) return result;
  const events = placed.map((event) => ({ stream: names.onServer(event.stream), event }));
  const tails = (streams: readonly string[]) =>
    new Map(streams.map((stream): [string, Expected] => [stream, books.tailOf(stream)]));
  const commandStream = append.command && names.ofCommand(append.command.key);
  return {
    events,
    command: append.command,
    commandStream,
    commandTail: commandStream === undefined ? undefined : books.tailOf(commandStream),
    writes: tails(events.map(({ stream }) => stream)),
    checks: tails(append.checks.map(({ stream }) => names.onServer(stream))),
    recordedAt: placed[0]?.recordedAt ?? now,
  };
}

const NAMESPACE = '5e3c2f0b-8c1d-5b8e-9b55-0d9a7f4f6c11';

/** The records of an append that is written at once: the command first, so that readers know how much belongs to it. */
export function recordsOf(plan: AppendPlan): { readonly stream: string; readonly event: WireEvent }[] {
  const { events, command, commandStream } = plan;
  const before = command ? 1 : 0;
  const of = events.length + before;
  const records = events.map(({ stream, event }, index) => ({
    stream,
    event: wrapEvent(event, { part: index + 1 + before, of }),
  }));
  if (!command || commandStream === undefined) return records;
  const id = v5(`${events[0]?.event.id ?? ''} ${commandStream}`, NAMESPACE);
  return [{ stream: commandStream, event: wrapCommand(command, id, of) }, ...records];
}
