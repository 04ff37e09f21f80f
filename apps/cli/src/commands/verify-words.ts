import { printable } from '#kernel';
import type { Finding } from '#verification';
import type { Io } from '../io.ts';
import type { Verified } from './verified.ts';

/** One line for each finding: its code, its place, what is wrong. */
export function sayFinding(io: Io, finding: Finding, asJson: boolean): void {
  if (asJson) {
    io.out(`${JSON.stringify(finding)}\n`);
    return;
  }
  const { code, file, line, table, message } = finding;
  const place = [file, line ?? table].filter((part) => part !== undefined).join(':');
  // What was changed behind the back of the ledger may hold anything.
  io.out(`${code}  ${printable(place)}  ${printable(message)}\n`);
}

/** What was checked, and which keys vouch for it. */
export function saySummary(
  io: Io,
  verified: Verified,
  { asJson, fromOutside }: { readonly asJson: boolean; readonly fromOutside: boolean },
): void {
  if (asJson) {
    io.out(
      `${JSON.stringify({ schema: 'obligo.verification/1', ...verified, keysFromOutside: fromOutside })}\n`,
    );
    return;
  }
  const { kind, events, accessEvents, proven, accessProven, checkpoints, keys, findings } = verified;
  io.out(
    `${kind}: ${events} events and ${accessEvents} of the access log, ${proven} and ${accessProven} of them under ${checkpoints} checkpoint${checkpoints === 1 ? '' : 's'}\n`,
  );
  const relied = checkpoints > 0 ? keys : [];
  for (const key of relied) io.out(`signed with ${printable(key)}\n`);
  if (relied.length > 0 && !fromOutside) {
    io.err(
      'note: these keys were found inside; compare them with those that were published, or give those with --keys\n',
    );
  }
  io.out(findings === 0 ? 'no findings\n' : `${findings} findings\n`);
}
