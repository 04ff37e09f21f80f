import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../connection/place.ts';
import { sharedHomesIn } from '../connection/shared-homes.ts';
import type { Io } from '../io.ts';
import { secretIn } from '../secrets.ts';
import { type CommonFlags, settingOf, wrongUse } from '../settings.ts';
import { isOver, keptFor, type SignIn } from './kept.ts';

/** By what a request shows who asks; nothing where a folder has no accounts, or nobody signed in. */
export interface Proof {
  readonly token?: string;
  /** The sign-in that the token is of, or one that is over. */
  readonly signIn?: SignIn;
  /** What else gave the token. */
  readonly givenBy?: string;
}

/** Asks for what is open to everybody: signing in, setting up. */
export const NOBODY: Proof = {};

/** What may stand in a header field: visible ASCII. Anything else would be shown in the error of the client. */
const TOKEN = /^[\x21-\x7e]{1,16384}$/;

/** The token of a file, of the environment, or of the sign-in that is kept for the ledger: the first that is given. */
export async function proofFor(io: Io, flags: CommonFlags, place: Place): Promise<Proof> {
  if (!hasAccounts(io, place)) return {};
  const { value: file, origin } = settingOf('tokenFile', flags, io.env);
  const named = origin === 'flag' ? '--token-file' : 'OBLIGO_TOKEN_FILE';
  if (file !== undefined) return given(named, await secretIn(io, named, file));
  const token = io.env['OBLIGO_TOKEN'];
  if (token !== undefined && token !== '') return given('OBLIGO_TOKEN', token);
  const signIn = await keptFor(io, place.key);
  if (signIn === undefined) return {};
  return isOver(io, signIn) ? { signIn } : { token: signIn.token, signIn };
}

/** A folder without accounts knows no token: whoever begins a ledger says himself who he is. */
const hasAccounts = ({ env }: Io, { data }: Place): boolean =>
  data === undefined ||
  existsSync(join(data, 'identities.sqlite')) ||
  sharedHomesIn(env).postgres !== undefined;

function given(givenBy: string, text: string): Proof {
  const token = text.trim();
  if (TOKEN.test(token)) return { token, givenBy };
  throw wrongUse(`${givenBy} holds no token; expected what obligo token issue printed.`);
}
