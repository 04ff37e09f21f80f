import type { LogName } from '#event-store';
import type { Fault, Inspected, StandingLog } from './inspect-logs.ts';
import type { LogSummary } from './log-inspection.ts';
import type { MoveSource } from './move-source.ts';
import { CALLED } from './opened-logs.ts';
import { refuse } from './refusals.ts';

/** Throws `move-nothing-there` for a store without the log, and `move-source-damaged` where an alarm was raised. */
export function mustHoldALog({ place, logs }: MoveSource, ledger: StandingLog): void {
  const { state, detail } = logs.ledger.standing();
  if (state === 'alarm')
    throw damaged(place.shown, [{ code: 'alarm', message: detail ?? 'The store raised an alarm.' }]);
  if (ledger.head !== undefined) return;
  const message = `${place.shown} holds no event: expected a log to move; look at the name of the log.`;
  throw refuse('move-nothing-there', message, { from: place.shown });
}

/** Throws `move-source-damaged` with what is wrong with a log or its seals. */
export function mustBeWhole(from: string, findings: readonly Fault[]): void {
  if (findings.length > 0) throw damaged(from, findings);
}

function damaged(from: string, findings: readonly Fault[]) {
  const more = findings.length > 1 ? `; the first of ${findings.length} findings` : '';
  const message = `What is in ${from} is not as it was recorded; nothing was written. ${findings[0]?.message ?? ''}${more}`;
  return refuse('move-source-damaged', message, { from, findings });
}

/** Throws `move-target-differs` when what is there is not the beginning of what is moved. */
export function mustBeTheBeginning(to: string, log: LogName, { difference, shared }: Inspected): void {
  if (difference === undefined) return;
  const message = `${CALLED[log]} in ${to} is not the beginning of the one that is moved: ${difference}. Nothing was written.`;
  throw refuse('move-target-differs', capital(message), { to, log, shared });
}

/** Throws `move-too-large` when an event does not fit into the store that is moved to. */
export function mustFit(
  to: string,
  log: LogName,
  { largest: { place, bytes } }: Inspected,
  most: number,
): void {
  if (bytes <= most) return;
  const message = `Event ${place} of ${CALLED[log]} has ${bytes} bytes, and ${to} takes ${most} at most. Nothing was written.`;
  throw refuse('move-too-large', message, { to, log, event: place, bytes, most });
}

const COMPARED = ['events', 'streams', 'root', 'commands', 'commandsDigest'] as const;

/** Throws `move-not-verified` when what was read back is not what was copied. */
export function mustBeTheSame(
  to: string,
  log: LogName,
  expected: LogSummary,
  found: { readonly summary: LogSummary; readonly findings: readonly Fault[] },
): void {
  const differing = COMPARED.filter((member) => expected[member] !== found.summary[member]);
  const [first] = found.findings;
  if (differing.length === 0 && !first) return;
  const why = first?.message ?? `${differing.join(', ')} differ from those of the source`;
  const message = `${CALLED[log]} that was read back from ${to} is not the one that was moved: ${why}`;
  throw refuse('move-not-verified', `${capital(message).replace(/\.$/, '')}.`, {
    to,
    log,
    expected,
    found: found.summary,
  });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
