import { refusal, RefusalError } from '#kernel';
import type { SealSettings } from '../sealing/ledger-seals.ts';

/** What must be the same in every process that serves one ledger. */
export interface SharedSettings {
  /** Home of the log; the data folder when absent. */
  readonly store?: string | undefined;
  readonly postgres?: string | undefined;
  readonly keyFile?: string | undefined;
  readonly seal: SealSettings;
}

/** Whether a log is kept by an event database, where other processes may write it, too. */
const isEventDatabase = (store: string | undefined): boolean =>
  store !== undefined && /^(?:esdb|kurrentdb)(?:\+discover)?:\/\//i.test(store);

const isPostgres = (address: string): boolean => /^postgres(?:ql)?:\/\/\S+$/i.test(address);

/**
 * Refuses with `configuration-wrong` what would make processes of one ledger differ: they sign one log, so they have one
 * origin and one folder of keys; they share accounts, so they have the key that protects them.
 */
export function mustFitOthers({ store, postgres, keyFile, seal }: SharedSettings): void {
  const missing = (what: string, because: string): RefusalError =>
    new RefusalError(
      refusal('invalid', 'configuration-wrong', `The configuration is not usable: ${what}: ${because}`),
    );
  if (store !== undefined && !isEventDatabase(store))
    throw missing(
      'OBLIGO_STORE',
      'expected esdb:// or kurrentdb://; a log in a folder is named by --data alone',
    );
  if (store !== undefined) {
    const needed = { OBLIGO_ORIGIN: seal.origin, OBLIGO_SEAL_KEYS: seal.keys };
    const absent = Object.entries(needed).flatMap(([name, value]) => (value === undefined ? name : []));
    if (absent.length > 0)
      throw missing(
        `an event database without ${absent.join(' and ')}`,
        'every process of the ledger signs its checkpoints under one name with one key',
      );
  }
  if (postgres === undefined) return;
  // The address may hold a password: it is not shown.
  if (!isPostgres(postgres)) throw missing('OBLIGO_POSTGRES', 'expected postgres://USER@HOST/DATABASE');
  if (keyFile === undefined)
    throw missing(
      'OBLIGO_POSTGRES without OBLIGO_KEY_FILE',
      'every process of the ledger protects the same accounts with one key',
    );
}
