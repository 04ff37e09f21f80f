import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instant, RefusalError } from '#kernel';
import { Identities, type IdentitiesOptions } from './identities.ts';

export const CHEAP = { memoryKiB: 64, passes: 1 } as const;
export const GOOD = 'correct horse battery';
export const OTHER = 'staples and paper clips';

/** A file of accounts on a disk, at a time that the test sets. */
export class Office {
  now = Date.parse('2025-12-05T02:00:00.000Z');
  identities: Identities;
  readonly #dir = mkdtempSync(join(tmpdir(), 'obligo-identities-'));
  readonly #options: Partial<IdentitiesOptions>;

  constructor(options: Partial<IdentitiesOptions> = {}) {
    this.#options = options;
    this.identities = this.#open();
  }

  wait(ms: number): void {
    this.now += ms;
  }

  reopen(): void {
    this.identities.close();
    this.identities = this.#open();
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

  #open(): Identities {
    return Identities.open({
      file: join(this.#dir, 'identities.sqlite'),
      key: Buffer.alloc(32, 7),
      clock: () => new Date(this.now).toISOString() as Instant,
      passwordCost: CHEAP,
      ...this.#options,
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
