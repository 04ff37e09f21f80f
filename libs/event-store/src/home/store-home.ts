import { refusal, RefusalError } from '#kernel';

/** Where a log lives: on this machine, or in an event database that is reached by a connection string. */
export type StoreHome = LocalHome | RemoteHome;

export interface LocalHome {
  readonly kind: 'sqlite';
  /** A data folder or the file of a log, as it was given. */
  readonly path: string;
}

export interface RemoteHome {
  readonly kind: 'esdb' | 'kurrentdb';
  /** As the client library takes it: without our own options, reading from the leader. Holds the password. */
  readonly connectionString: string;
  /** Name of the ledger's log in the database; all of its streams stand under it. */
  readonly log: string;
  /** For people and logs: without user and password. */
  readonly shown: string;
}

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
const KINDS: Readonly<Record<string, RemoteHome['kind']>> = {
  esdb: 'esdb',
  'esdb+discover': 'esdb',
  kurrentdb: 'kurrentdb',
  'kurrentdb+discover': 'kurrentdb',
};
const DEFAULT_LOG = 'obligo';
/** No hyphen (categories end there), no slash (the log ends there), never a system stream. */
const LOG_NAME = /^[a-z][a-z0-9_]{0,47}$/;
/** Options of the client libraries that a connection string may carry; they ignore case, `_` and `-`. */
const OPTIONS = new Set([
  'usercertfile',
  'userkeyfile',
  'maxdiscoverattempts',
  'connectionname',
  'defaultdeadline',
  'discoveryinterval',
  'gossiptimeout',
  'tls',
  'tlsverifycert',
  'tlscafile',
  'keepaliveinterval',
  'keepalivetimeout',
]);

const TRUE_OR_FALSE = new Set(['tls', 'tlsverifycert']);

/**
 * Reads where a log lives: a data folder or file, or a connection string `esdb://…` or `kurrentdb://…`, also with
 * `+discover`. The option `log` names the log in the database (`obligo` when absent). Throws the refusal
 * `store-home-malformed`.
 */
export function parseStoreHome(text: string): StoreHome {
  const given = text.trim();
  if (given === '') throw malformed(given, 'is empty: expected a folder or a connection string');
  const scheme = SCHEME.exec(given)?.[1]?.toLowerCase();
  if (scheme === undefined) return { kind: 'sqlite', path: given };
  const kind = KINDS[scheme];
  if (!kind) throw malformed(given, `begins with ${scheme}://: expected a folder, esdb:// or kurrentdb://`);
  return parseRemote(kind, scheme, given);
}

function parseRemote(kind: RemoteHome['kind'], scheme: string, given: string): RemoteHome {
  const [address = '', query = '', ...rest] = given.slice(scheme.length + '://'.length).split('?');
  if (rest.length > 0) throw malformed(given, 'has more than one question mark');
  const hosts = address.slice(address.lastIndexOf('@') + 1).replace(/\/+$/, '');
  const credentials = address.slice(0, address.lastIndexOf('@') + 1);
  if (!/^[^\s/@?&=]+$/.test(hosts))
    throw malformed(given, 'names no host: expected host:port, or several with commas');
  if (credentials !== '' && !/^[^:@]+:[^@]+@$/.test(credentials)) {
    throw malformed(given, 'has a user without a password, or one that is not percent-encoded');
  }
  const { log, options } = optionsOf(given, query);
  const kept = [...options, 'nodePreference=leader', 'throwOnAppendFailure=true'].join('&');
  return {
    kind,
    connectionString: `${scheme}://${credentials}${hosts}?${kept}`,
    log,
    shown: `${scheme}://${hosts}?${[...options.filter(isShown), `log=${log}`].join('&')}`,
  };
}

function optionsOf(
  given: string,
  query: string,
): { readonly log: string; readonly options: readonly string[] } {
  let log = DEFAULT_LOG;
  const options: string[] = [];
  for (const pair of query.split('&').filter((one) => one !== '')) {
    const [key = '', value = ''] = pair.split('=');
    const name = key.toLowerCase().replace(/[_-]/g, '');
    if (value === '') throw malformed(given, `has the option ${key} without a value`);
    if (TRUE_OR_FALSE.has(name) && !/^(?:true|false)$/.test(value)) {
      throw malformed(given, `has the option ${key}=${value}: expected true or false`);
    }
    if (name === 'log') log = value;
    else if (OPTIONS.has(name)) options.push(pair);
    else throw malformed(given, `has the option ${key}, which is not one that may be set`);
  }
  if (!LOG_NAME.test(log)) {
    throw malformed(given, `names the log "${log}": expected small letters, digits and _, 48 at most`);
  }
  return { log, options };
}

const isShown = (option: string): boolean => /^tls=/i.test(option);

/** Never repeats what was given as a whole: a password may stand in it. */
function malformed(given: string, detail: string): RefusalError {
  const shown = given.replace(/\/\/.*@/, '//…@');
  return new RefusalError(
    refusal('invalid', 'store-home-malformed', `The home of the log ${detail}.`, { given: shown }),
  );
}
