import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { RefusalError, refusal } from '#kernel';

const BYTES = 32;

export interface KeyFile {
  readonly file: string;
  /**
   * What the key seals: a file, and where that exists a new key would open nothing of it. Absent where other processes seal with
   * the same key: then it is there already.
   */
  readonly seals?: string;
}

/**
 * The key that seals secrets at rest: 32 random bytes, as base64, in a file that only its owner reads. It is made with
 * the first account, where no other process shares it. Refuses with `key-unusable` when it is lost or is no such key.
 */
export function readKey({ file, seals }: KeyFile): Buffer {
  if (seals !== undefined && !existsSync(file) && !existsSync(seals)) makeKey(file);
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw unusable(
      file,
      `it cannot be read (${code}); expected the file ${seals === undefined ? 'that all processes share, named by OBLIGO_KEY_FILE: 32 random bytes as base64, such as "openssl rand -base64 32" prints' : 'that was made with the first account'}`,
    );
  }
  const key = Buffer.from(text, 'base64');
  if (key.length !== BYTES || key.toString('base64') !== text) {
    throw unusable(
      file,
      `expected ${String(BYTES)} random bytes as base64, such as "openssl rand -base64 32" prints`,
    );
  }
  return key;
}

function makeKey(file: string): void {
  try {
    writeFileSync(file, `${randomBytes(BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw unusable(file, `it cannot be made (${code})`);
  }
}

const unusable = (file: string, why: string): RefusalError =>
  new RefusalError(
    refusal('unavailable', 'key-unusable', `The key file ${file} is not usable: ${why}.`, { file }),
  );
