import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SealStatus, TimeStampSettings } from '#sealing';
import { refusal, RefusalError } from '#kernel';
import type { SealSettings } from './ledger-seals.ts';

/** Where a program on the folder itself finds keys and places of publication: the same variables as the service. */
export function sealSettingsIn(env: NodeJS.ProcessEnv): SealSettings {
  return {
    keys: env['OBLIGO_SEAL_KEYS'] || undefined,
    origin: env['OBLIGO_ORIGIN'] || undefined,
    publish: env['OBLIGO_PUBLISH_CHECKPOINTS'] || undefined,
    witness: env['OBLIGO_WITNESS_FOLDER'] || undefined,
    timeStamps: timeStampsOf({
      timestampUrl: env['OBLIGO_TIMESTAMP_URL'] || undefined,
      timestampCa: env['OBLIGO_TIMESTAMP_CA'] || undefined,
      timestampMinutes: Number(env['OBLIGO_TIMESTAMP_MINUTES'] || TIMESTAMP_MINUTES),
    }),
  };
}

/** Minutes at least between two time-stamps, unless a setting says otherwise. */
const TIMESTAMP_MINUTES = 60;

/** Whether it can be the address of an authority; a password in it would be told in the status. */
export function isAuthority(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.password === '';
}

/** Who stamps checkpoints; nobody without an address. Throws when the file of authorities is useless or unusable. */
export function timeStampsOf(given: {
  readonly timestampUrl?: string | undefined;
  readonly timestampCa?: string | undefined;
  readonly timestampMinutes: number;
}): TimeStampSettings | undefined {
  const { timestampUrl: url, timestampCa, timestampMinutes: everyMinutes } = given;
  if (url === undefined && timestampCa !== undefined)
    throw new Error('OBLIGO_TIMESTAMP_CA without OBLIGO_TIMESTAMP_URL');
  if (url === undefined) return undefined;
  if (!isAuthority(url))
    throw new Error('OBLIGO_TIMESTAMP_URL: expected http or https, no name and no password');
  if (Number.isNaN(everyMinutes)) throw new Error('OBLIGO_TIMESTAMP_MINUTES: expected a whole number');
  return { url, trusted: timestampCa === undefined ? undefined : authoritiesIn(timestampCa), everyMinutes };
}

/** The certificates in a PEM file. Throws `time-stamp-authorities-unusable`, or why the file cannot be read. */
export function authoritiesIn(file: string): string {
  const pem = readFileSync(file, 'utf8');
  if (holdsCertificate(pem)) return pem;
  const message = `${file} holds no certificate: expected at least one in PEM form.`;
  throw new RefusalError(refusal('invalid', 'time-stamp-authorities-unusable', message, { file }));
}

function holdsCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

/** One line for whoever ran a command whose postings are not sealed; nothing when they are. */
export function notSealed(status: SealStatus | undefined): string | undefined {
  if (status?.problem) return `not sealed (${status.problem.code}): ${status.problem.message}`;
  const late = status?.publication.find(({ problem }) => problem !== null);
  const what = late?.kind === 'time-stamps' ? 'time-stamped' : 'published';
  return late ? `not ${what} (${late.path}): ${late.problem ?? ''}` : undefined;
}
