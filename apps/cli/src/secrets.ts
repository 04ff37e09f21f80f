import { readFile } from 'node:fs/promises';
import { mustBePrivate, placeOf } from './connection/place.ts';
import type { Io } from './io.ts';
import { memberOf, refuseMissing } from './needed.ts';
import { type CommonFlags, wrongUse } from './settings.ts';

/** A secret that a command needs: it comes from a file, from standard input, or from the person at the terminal. */
export interface Secret {
  /** Names the file; a secret itself is never a flag. */
  readonly flag: string;
  readonly question: string;
  /** Chosen now: typed twice, so that no typing error locks anybody out. */
  readonly isNew?: boolean;
  /** One-time codes may be seen while they are typed. */
  readonly typed?: 'shown';
}

/**
 * Refuses with everything named that is missing: plain flags, and secrets that nobody can be asked for.
 * Nobody is asked either for what would travel unencrypted.
 */
export function needWithSecrets(
  io: Io,
  flags: CommonFlags,
  names: readonly string[],
  secrets: readonly Secret[],
): void {
  mustBePrivate(placeOf(io, flags));
  const isMissing = (flag: string) => fileOf(flags, flag) === undefined;
  const unasked = canAsk(io, flags) ? [] : secrets.map(({ flag }) => flag);
  refuseMissing([...names, ...unasked].filter(isMissing));
}

export const canAsk = ({ prompt }: Io, { input }: CommonFlags): boolean =>
  prompt !== undefined && input !== false;

export async function secretOf(io: Io, flags: CommonFlags, secret: Secret): Promise<string> {
  const { flag, question, isNew, typed = 'hidden' } = secret;
  const file = fileOf(flags, flag);
  if (file !== undefined) return secretIn(io, `--${flag}`, file);
  if (!io.prompt || !canAsk(io, flags)) throw wrongUse(`--${flag} is missing.`);
  const answer = await io.prompt(`${question}: `, typed);
  if (answer === '') throw wrongUse(`Nothing was typed; expected one, or --${flag}.`);
  if (isNew && (await io.prompt(`${question}, again: `, typed)) !== answer)
    throw wrongUse('The two are not the same; nothing was done.');
  return answer;
}

/** The first line of a file or of standard input. What it holds stands in no error. */
export async function secretIn(io: Io, named: string, file: string): Promise<string> {
  const text = file === '-' ? await io.stdin() : await contentOf(named, file);
  const secret = text.replace(/\r?\n$/, '');
  if (secret !== '' && !/[\r\n]/.test(secret)) return secret;
  throw wrongUse(
    `${named} ${file} has ${secret === '' ? 'nothing in it' : 'several lines'}; expected one line.`,
  );
}

async function contentOf(named: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw wrongUse(`${named} ${file} cannot be read: ${code}.`);
  }
}

function fileOf(flags: CommonFlags, flag: string): string | undefined {
  const given = (flags as Readonly<Record<string, unknown>>)[memberOf(flag)];
  return typeof given === 'string' ? given : undefined;
}
