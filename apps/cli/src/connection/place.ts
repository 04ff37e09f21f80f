import { resolve } from 'node:path';
import type { Io } from '../io.ts';
import { type CommonFlags, settingOf, wrongUse } from '../settings.ts';
import { quoted } from '../shell.ts';

/** Where the ledger is that a command asks: at an address, or in a folder. */
export type Place = {
  /** Under which a sign-in is kept: the address, or the absolute path of the folder. */
  readonly key: string;
  /** The flag that names it again. */
  readonly flag: string;
} & (
  { readonly url: string; readonly data?: undefined } | { readonly url?: undefined; readonly data: string }
);

/** What the flags and the environment name. Throws `wrong-use`. */
export function placeOf({ env }: Io, flags: CommonFlags): Place {
  if (flags.data !== undefined && flags.url !== undefined) {
    throw wrongUse('Both --data and --url are given; expected one of them.');
  }
  const given = flags.data === undefined ? settingOf('url', flags, env).value : undefined;
  if (given !== undefined) {
    const url = baseOf(given);
    return { url, key: url, flag: `--url ${quoted(url)}` };
  }
  const data = settingOf('data', flags, env).value ?? '.obligo';
  return { data, key: resolve(data), flag: `--data ${quoted(data)}` };
}

function baseOf(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    throw wrongUse('--url is not an address; expected one such as http://127.0.0.1:8080.');
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw wrongUse('--url holds a name or a password; secrets do not belong into an address.');
  }
  if (parsed.search !== '' || parsed.hash !== '') {
    throw wrongUse(
      '--url is followed by ? or #; expected the address of a ledger alone, such as http://127.0.0.1:8080.',
    );
  }
  return `${parsed.origin}${parsed.pathname.replace(/\/+$/, '')}`;
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:.+\.)?localhost)$/;

/** Refuses to send a secret where others could read it on the way. */
export function mustBePrivate({ url }: Place): void {
  if (url === undefined) return;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || LOOPBACK.test(hostname)) return;
  throw wrongUse(
    `${url} is not encrypted: a password or token could be read on the way; expected https, or an address of this machine.`,
  );
}
