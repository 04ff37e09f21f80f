import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseStoreHome, type RemoteHome, type StoreHome } from '#event-store';
import { refuse } from './refusals.ts';

/** Where a log lives that is moved: a data folder, SQLite files without one, or an event database. */
export type StorePlace = {
  /** How it is told to people: without names and passwords. */
  readonly shown: string;
} & (
  | { readonly kind: 'folder'; readonly dir: string; readonly home: StoreHome }
  | { readonly kind: 'file'; readonly file: string; readonly home: StoreHome }
  | { readonly kind: 'server'; readonly home: RemoteHome }
);

/** A place on this machine. */
export type LocalPlace = Exclude<StorePlace, { kind: 'server' }>;

const LEDGER = 'ledger.sqlite';

/** Reads what somebody typed. Throws `store-home-malformed` for a scheme or a form that no store has. */
export function storePlace(text: string): StorePlace {
  const home = parseStoreHome(text);
  if (home.kind !== 'sqlite') return { kind: 'server', home, shown: home.shown };
  const path = resolve(home.path);
  // The log of a data folder belongs to the owner of the folder.
  if (basename(path) === LEDGER) return { kind: 'folder', home, dir: dirname(path), shown: dirname(path) };
  const found = statSync(path, { throwIfNoEntry: false });
  const isFile = found ? found.isFile() : path.endsWith('.sqlite');
  return isFile
    ? { kind: 'file', home, file: path, shown: path }
    : { kind: 'folder', home, dir: path, shown: path };
}

/**
 * Throws `move-same-store` when both are one (both clients of an event database reach the same streams), and
 * `move-through-a-folder` where both client libraries were needed: they register the same names in one process.
 */
export function mustDiffer(from: StorePlace, to: StorePlace): void {
  const message = `The log is in ${to.shown} already: expected another store to move it to.`;
  const details = { from: from.shown, to: to.shown };
  if (isSame(from, to)) throw refuse('move-same-store', message, details);
  if (from.kind !== 'server' || to.kind !== 'server' || from.home.kind === to.home.kind) return;
  const apart = `${from.home.kind}:// and ${to.home.kind}:// need client libraries that do not work in one process: move into a folder first, and from there.`;
  throw refuse('move-through-a-folder', apart, details);
}

function isSame(from: StorePlace, to: StorePlace): boolean {
  if (from.kind === 'server' || to.kind === 'server') {
    if (from.kind !== to.kind || from.kind !== 'server' || to.kind !== 'server') return false;
    const hosts = hostsOf(to.home);
    return from.home.log === to.home.log && hostsOf(from.home).some((host) => hosts.includes(host));
  }
  const [one, other] = [pathOf(from), pathOf(to)];
  return one === other || real(one) === real(other);
}

const hostsOf = ({ shown }: RemoteHome): string[] =>
  (/\/\/([^?/]*)/.exec(shown)?.[1] ?? '').toLowerCase().split(',');

const pathOf = (place: LocalPlace): string => (place.kind === 'folder' ? place.dir : place.file);

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
