import { printable } from '#kernel';
import type { Compared, LogSummary, Moved, StorePlace } from '#moving';
import type { Io } from '../io.ts';
import { quoted } from '../shell.ts';
import type { MoveFlags } from './move.ts';

interface Places {
  readonly from: StorePlace;
  readonly to: StorePlace;
}

const plural = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

const logWords = (name: string, { events, streams, commands, root }: LogSummary): string =>
  `${name}: ${plural(events, 'event')} in ${plural(streams, 'stream')}, ${plural(commands, 'answer')} kept under keys, root ${root}`;

/** What was moved and proved, and what is to be done next. */
export function sayMoved(io: Io, { json }: MoveFlags, places: Places, moved: Moved): void {
  const { logs, checkpoints, origin, isFinal, files } = moved;
  if (json) {
    const said = { ...shownOf(places), final: isFinal, origin, checkpoints, ...logs, files };
    io.out(`${JSON.stringify({ schema: 'obligo.move/1', ...said })}\n`);
    return;
  }
  for (const [name, log] of [
    ['log', logs.ledger],
    ['access log', logs.access],
  ] as const) {
    io.out(`${logWords(name, log)}; ${log.added.toLocaleString('en')} added now\n`);
  }
  io.out(`${provenWords(checkpoints, logs)}\nread back and the same in ${places.to.shown}\n`);
  for (const name of files.carried) io.out(`with it: ${printable(name)}\n`);
  for (const name of files.kept) io.err(`note: what was there before is kept as ${printable(name)}\n`);
  sayNext(io, places, moved);
}

function provenWords(checkpoints: number, { ledger, access }: Moved['logs'] | Compared['logs']): string {
  if (checkpoints === 0) return 'no checkpoint vouches for the events: none was found beside the log';
  return `${plural(checkpoints, 'checkpoint')} vouch${checkpoints === 1 ? 'es' : ''} for ${plural(ledger.proven, 'event')} and ${access.proven.toLocaleString('en')} of the access log`;
}

function sayNext(io: Io, { from, to }: Places, { isFinal, files, origin }: Moved): void {
  if (!isFinal) {
    io.err(
      `note: ${from.shown} is in use: stop what posts into it, and repeat the command without --while-in-use\n`,
    );
    return;
  }
  if (from.kind === 'server')
    io.err(`note: whatever still posts into ${from.shown} is not moved: stop it first\n`);
  if (files.carried.includes('seals.sqlite')) {
    io.err(
      'next: bring the signing keys along (they lie beside the data folder), or obligo seal rotate-key --lost\n',
    );
  }
  if (to.kind === 'server') {
    const name = origin === undefined ? '' : `, OBLIGO_ORIGIN=${printable(origin)}`;
    io.err(
      `next: start on it with OBLIGO_STORE${name} and the folder of the signing keys as OBLIGO_SEAL_KEYS\n`,
    );
  }
  if (to.kind === 'folder') io.err(`next: obligo verify ${quoted(to.dir)}\n`);
}

/** Whether two stores hold the same ledger. */
export function sayCompared(io: Io, { json }: MoveFlags, places: Places, compared: Compared): void {
  const { logs, checkpoints, differences } = compared;
  const equal = differences.length === 0;
  if (json) {
    const said = { ...shownOf(places), equal, checkpoints, ...logs, differences };
    io.out(`${JSON.stringify({ schema: 'obligo.store-comparison/1', ...said })}\n`);
    return;
  }
  io.out(`${logWords('log', logs.ledger)}\n${logWords('access log', logs.access)}\n`);
  io.out(`${provenWords(checkpoints, logs)}\n`);
  for (const { code, message } of differences) io.out(`${code}  ${printable(message)}\n`);
  io.out(equal ? 'both stores hold the same ledger\n' : `${plural(differences.length, 'difference')}\n`);
}

const shownOf = ({ from, to }: Places) => ({ from: from.shown, to: to.shown });
