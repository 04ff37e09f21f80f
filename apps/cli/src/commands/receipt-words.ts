import type { ReceiptFinding, Sealing } from '#audit-trail';
import { printable } from '#kernel';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';

/** Says under which checkpoint it is proven, and who signed that. */
export function saySealing(io: Io, { checkpoint, signedBy, keysFrom }: Sealing): void {
  const { origin, size, time } = checkpoint;
  io.out(`under the checkpoint of ${size} events of ${printable(origin)}, sealed at ${time}\n`);
  for (const key of signedBy) io.out(`signed with ${printable(key)}\n`);
  if (keysFrom === 'outside') return;
  io.out('The key came with the receipt: compare it with the published one, or name that with --keys.\n');
}

/** Says what keeps a receipt from proving anything, and where. */
export function sayNotProven(io: Io, findings: readonly ReceiptFinding[]): ExitCode {
  io.out('NOT PROVEN\n');
  for (const { code, at, message } of findings) io.out(`  ${at}: ${printable(message)} (${code})\n`);
  return EXIT.differences;
}

/** What was proven, as JSON. */
export const sealingJson = ({ checkpoint, signedBy, keysFrom }: Sealing): object => ({
  origin: checkpoint.origin,
  size: checkpoint.size,
  root: Buffer.from(checkpoint.root).toString('base64'),
  time: checkpoint.time,
  signedBy,
  keysFrom,
});

export const jsonText = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
