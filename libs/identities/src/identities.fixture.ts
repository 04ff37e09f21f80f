import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Secret } from 'otpauth';
import type { DatabaseHome } from '#database';
import type { TestDatabase, TestDatabaseKind } from '#database/testing';
import { type Instant, RefusalError } from '#kernel';
import { Identities, type IdentitiesOptions } from './identities.ts';

export const CHEAP = { memoryKiB: 64, passes: 1 } as const;
export const GOOD = 'correct horse battery';
export const OTHER = 'staples and paper clips';

const START = Date.parse('2025-12-05T02:00:00.000Z');

/** Bytes of the head of SQLite's journal, and of a frame: its own head and a page. */
const JOURNAL = { head: 32, frame: 24 + 4_096 } as const;

/** Accounts in a database of tests, at a time that the test sets. */
export class Office {
  now = START;
  readonly #database: TestDatabase;
  readonly #options: Partial<IdentitiesOptions>;
  #home: DatabaseHome = { file: '' };
  #identities: Identities | undefined;

  constructor(kind: TestDatabaseKind, options: Partial<IdentitiesOptions> = {}) {
    this.#database = kind.use();
    this.#options = options;
  }

  get identities(): Identities {
    if (this.#identities === undefined) throw new Error('begin first');
    return this.#identities;
  }

  /** Where the accounts of this test are. */
  get home(): DatabaseHome {
    return this.#home;
  }

  /** Path of the file, in SQLite. */
  get file(): string {
    return 'file' in this.#home ? this.#home.file : '';
  }

  /** Before each test: no account, and the first moment. */
  async begin(): Promise<void> {
    this.now = START;
    this.#home = await this.#database.fresh();
    this.#identities = await this.another();
  }

  /** After each test. */
  async end(): Promise<void> {
    await this.#identities?.close();
  }

  wait(ms: number): void {
    this.now += ms;
  }

  async reopen(options: Partial<IdentitiesOptions> = {}): Promise<void> {
    await this.identities.close();
    this.#identities = await this.another(options);
  }

  /** The same accounts as another process opens them. */
  another(options: Partial<IdentitiesOptions> = {}): Promise<Identities> {
    return Identities.open({
      home: this.#home,
      key: Buffer.alloc(32, 7),
      clock: () => new Date(this.now).toISOString() as Instant,
      passwordCost: CHEAP,
      ...this.#options,
      ...options,
    });
  }

  /** An account with the good password. */
  async person(name = 'malee'): Promise<void> {
    const { people } = this.identities;
    await people.open({ name, displayName: 'Malee Jaidee', email: 'malee@example.org', by: 'admin' });
    await people.redeem((await people.invite(name, 'admin')).code, GOOD);
  }

  /** Everything that is kept. */
  bytes(): Promise<string> {
    return this.#database.everything(this.#home);
  }

  /** What a foreign tool does to the tables. */
  foreign(statement: string): Promise<void> {
    return this.#database.foreign(this.#home, statement);
  }

  /** How often the file was written: frames of its journal that end a transaction (a size of the file that is not 0). */
  commits(): number {
    const journal = readFileSync(`${this.file}-wal`);
    let found = 0;
    for (let at = JOURNAL.head; at < journal.length; at += JOURNAL.frame)
      if (journal.readUInt32BE(at + 4) > 0) found += 1;
    return found;
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

/** Keeps a session as the store of requests does; throws the error that it tells. */
export const writeSession = (
  { sessions }: Identities,
  id: string,
  contents: object = { person: 'malee' },
): Promise<void> =>
  new Promise((resolve, reject) => {
    sessions.set(id, contents, (error) => (error === undefined ? resolve() : reject(asError(error))));
  });

/** What a session holds; null when there is none. */
export const readSession = ({ sessions }: Identities, id: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    sessions.get(id, (error, session) => (error === null ? resolve(session) : reject(asError(error))));
  });

export const destroySession = ({ sessions }: Identities, id: string): Promise<void> =>
  new Promise((resolve, reject) => {
    sessions.destroy(id, (error) => (error === undefined ? resolve() : reject(asError(error))));
  });

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
