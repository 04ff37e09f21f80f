import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from 'otpauth';
import { type Instant, RefusalError } from '#kernel';
import { Identities, type IdentitiesOptions } from './identities.ts';

export const CHEAP = { memoryKiB: 64, passes: 1 } as const;
export const GOOD = 'correct horse battery';
export const OTHER = 'staples and paper clips';

/** Bytes of the head of SQLite's journal, and of a frame: its own head and a page. */
const JOURNAL = { head: 32, frame: 24 + 4_096 } as const;

/** A file of accounts on a disk, at a time that the test sets. */
export class Office {
  now = Date.parse('2025-12-05T02:00:00.000Z');
  identities: Identities;
  readonly #dir = mkdtempSync(join(tmpdir(), 'obligo-identities-'));
  readonly file = join(this.#dir, 'identities.sqlite');
  readonly #options: Partial<IdentitiesOptions>;

  constructor(options: Partial<IdentitiesOptions> = {}) {
    this.#options = options;
    this.identities = this.#open();
  }

  wait(ms: number): void {
    this.now += ms;
  }

  reopen(options: Partial<IdentitiesOptions> = {}): void {
    this.identities.close();
    this.identities = this.#open(options);
  }

  close(): void {
    this.identities.close();
    rmSync(this.#dir, { recursive: true, force: true });
  }

  /** An account with the good password. */
  async person(name = 'malee'): Promise<void> {
    const { people } = this.identities;
    people.open({ name, displayName: 'Malee Jaidee', email: 'malee@example.org', by: 'admin' });
    await people.redeem(people.invite(name, 'admin').code, GOOD);
  }

  /** Everything that lies in the files. */
  bytes(): string {
    return readdirSync(this.#dir)
      .map((name) => readFileSync(join(this.#dir, name), 'latin1'))
      .join('');
  }

  /** How often the file was written: frames of its journal that end a transaction (a size of the file that is not 0). */
  commits(): number {
    const journal = readFileSync(`${this.file}-wal`);
    let found = 0;
    for (let at = JOURNAL.head; at < journal.length; at += JOURNAL.frame)
      if (journal.readUInt32BE(at + 4) > 0) found += 1;
    return found;
  }

  #open(options: Partial<IdentitiesOptions> = {}): Identities {
    return Identities.open({
      file: this.file,
      key: Buffer.alloc(32, 7),
      clock: () => new Date(this.now).toISOString() as Instant,
      passwordCost: CHEAP,
      ...this.#options,
      ...options,
    });
  }
}

/** The refusal of what is done, or what it gives. */
export async function refusalOf(work: () => unknown): Promise<RefusalError['refusal']> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  throw new Error('it was not refused');
}

export const codeOf = async (work: () => unknown): Promise<string> => (await refusalOf(work)).code;

/** What the authenticator of a person shows: RFC 6238 over RFC 4226, step by step, beside the package that the product uses. */
export function shownBy(secret: string, at: number): string {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', Secret.fromBase32(secret).bytes).update(step).digest();
  const truncated = mac.readUInt32BE((mac.at(-1) ?? 0) & 0xf) & 0x7fffffff;
  return String(truncated % 1_000_000).padStart(6, '0');
}
