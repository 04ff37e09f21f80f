import { messageOf, RefusalError } from '#kernel';
import type { BothTails } from './both-tails.ts';
import type { StoredCheckpoint } from './checkpoints.ts';
import type { PublicationStatus } from './publication/publication.ts';
import type { SealsFile } from './seals-file.ts';

/** Why nothing is signed now: a code of a refusal, or `seals-not-written`. */
export interface SealProblem {
  readonly code: string;
  readonly message: string;
}

/** How the sealing of a ledger stands. */
export interface SealStatus {
  /**
   * `sealed`: nothing waits. `waiting`: a tail that is sealed when it is due. `stuck`: a tail that cannot be sealed now,
   * see `problem`. `broken`: the log is not the one that was sealed, and nothing is signed any more.
   */
  readonly standing: 'sealed' | 'waiting' | 'stuck' | 'broken';
  readonly origin: string | null;
  /** Events that were read. */
  readonly size: number;
  readonly accessSize: number;
  /** What was read and is under no checkpoint, and how long the oldest of it has waited. */
  readonly tail: { readonly events: number; readonly accessEvents: number; readonly seconds: number };
  readonly latest: Omit<StoredCheckpoint, 'note'> | null;
  /** The verifier key of the key that signs. */
  readonly key: string | null;
  readonly keysFolder: string;
  readonly problem: SealProblem | null;
  readonly publication: readonly PublicationStatus[];
}

interface Known {
  readonly tails: BothTails;
  readonly seals: SealsFile;
  readonly broken: SealProblem | undefined;
  readonly problem: SealProblem | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly keysFolder: string;
  readonly publication: readonly PublicationStatus[];
}

/** What the sealer knows, for those who ask. */
export function sealStatus(known: Known): SealStatus {
  const { tails, seals, broken, now, keysFolder, publication } = known;
  const { ledger, access, since, isUnsealed } = tails;
  const problem = broken ?? known.problem ?? null;
  const latest = seals.latest();
  return {
    standing: broken ? 'broken' : !isUnsealed ? 'sealed' : problem ? 'stuck' : 'waiting',
    origin: seals.origin ?? null,
    size: ledger.size,
    accessSize: access.size,
    tail: {
      events: Math.max(0, ledger.size - ledger.sealed),
      accessEvents: Math.max(0, access.size - access.sealed),
      seconds: since === undefined ? 0 : Math.max(0, Math.floor((now - Date.parse(since)) / 1000)),
    },
    latest: latest ? withoutNote(latest) : null,
    key: seals.currentKey()?.text ?? null,
    keysFolder,
    problem,
    publication,
  };
}

function withoutNote({ note: _, ...rest }: StoredCheckpoint): Omit<StoredCheckpoint, 'note'> {
  return rest;
}

/** An error as the status tells it. */
export function problemOf(error: unknown): SealProblem {
  const code = error instanceof RefusalError ? error.refusal.code : 'seals-not-written';
  return { code, message: messageOf(error) };
}

/** The status of seals that cannot be read at all. */
export const unreadableSeals = (error: unknown, keysFolder: string): SealStatus => ({
  standing: 'broken',
  origin: null,
  size: 0,
  accessSize: 0,
  tail: { events: 0, accessEvents: 0, seconds: 0 },
  latest: null,
  key: null,
  keysFolder,
  problem: problemOf(error),
  publication: [],
});
