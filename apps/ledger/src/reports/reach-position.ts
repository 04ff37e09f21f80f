import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';

const PAUSE_MS = 20;

/**
 * Brings the read models up to a position that somebody was told, for whoever wants to read what he wrote. Where other
 * processes write the log, too, it waits a while for what one of them may have written; else what is not in the log
 * will not come. Refuses with `position-not-reached`, or with `position-malformed` what no receipt tells.
 */
export async function reachPosition(ledger: EmbeddedLedger, asked: string): Promise<void> {
  const wanted = positionIn(asked);
  const reached = () => ledger.projector.checkpoint ?? 0n;
  const until = performance.now() + (ledger.isShared ? ledger.waitSeconds * 1000 : 0);
  for (;;) {
    await ledger.projector.catchUp();
    if (wanted <= reached()) return;
    if (performance.now() >= until) break;
    await pause(PAUSE_MS);
  }
  const said = ledger.isShared ? 'did not arrive here in time' : 'is not in the log';
  throw refuse(
    'position-not-reached',
    `The read models are at position ${reached()}; position ${asked} ${said}.`,
    { position: String(reached()), minPosition: asked },
  );
}

function positionIn(asked: string): bigint {
  if (/^\d{1,19}$/.test(asked)) return BigInt(asked);
  const given = asked.slice(0, 40);
  throw refuse(
    'position-malformed',
    `"${given}" is no position of the log: expected a whole number of up to 19 digits, as a receipt tells it.`,
    { given },
  );
}
