import { expect } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, type Running, scratch, serve } from './obligo.fixture.ts';
import { Person } from './person.fixture.ts';

/** What commands answer with `--json`, as far as it is rows. */
export interface Rows {
  readonly rows: Record<string, unknown>[];
  readonly grants: Record<string, unknown>[];
}

/** A ledger that is served, and people who ask it, each at a machine of their own. */
export class AskedLedger {
  readonly running: Running;
  /** What a command says to ask it. */
  readonly at: readonly string[];
  readonly #temporary: ReturnType<typeof scratch>;
  #machines = 0;

  private constructor(temporary: ReturnType<typeof scratch>, running: Running) {
    this.#temporary = temporary;
    this.running = running;
    this.at = ['--url', running.url];
  }

  static async open(): Promise<AskedLedger> {
    const temporary = scratch();
    return new AskedLedger(temporary, await serve(join(temporary.dir, 'ledger')));
  }

  /** A name for a file or folder that is gone with the ledger. */
  path(name: string): string {
    return join(this.#temporary.dir, name);
  }

  /** A file that its owner alone may read. */
  written(name: string, text: string): string {
    const file = this.path(name);
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  }

  somebody(env: NodeJS.ProcessEnv = {}): Person {
    this.#machines += 1;
    return new Person(this.path(`machine-${this.#machines}`), env);
  }

  async admin(): Promise<Person> {
    return this.somebody({ OBLIGO_TOKEN: await this.running.admin() });
  }

  /** Somebody who has an account, and signed in with a password. */
  async signedIn(name: string): Promise<Person> {
    const person = this.somebody();
    const words = ['sign-in', ...this.at, '--name', name, '--password-file', '-'];
    expect(await person.run(PASSWORD, ...words)).toMatchObject({ code: 0 });
    return person;
  }

  /** What a command answers to other programs. */
  async json(person: Person, ...words: readonly string[]): Promise<Rows> {
    const { code, out } = await person.run('', ...words, ...this.at, '--json');
    expect(code).toBe(0);
    return JSON.parse(out) as Rows;
  }

  async close(): Promise<void> {
    await this.running.stop();
    this.#temporary.remove();
  }
}
