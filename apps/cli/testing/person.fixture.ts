import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Io } from '../src/io.ts';
import { obligoWith, type Ran } from './obligo.fixture.ts';

/** A person at a machine of their own: what is kept there, what is typed, and everything that was ever shown. */
export class Person {
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  /** Everything that was printed for this person. */
  shown = '';
  /** Milliseconds by which the clock of the machine goes fast. */
  ahead = 0;

  constructor(home: string, env: NodeJS.ProcessEnv = {}) {
    this.home = home;
    this.env = { HOME: home, ...env };
  }

  /** One command line with standard input. */
  async run(stdin: string, ...words: readonly string[]): Promise<Ran> {
    return this.#run({ stdin: () => Promise.resolve(stdin) }, words);
  }

  /** One command line at a terminal, at which these answers are typed in turn. */
  async typing(answers: readonly string[], ...words: readonly string[]): Promise<Ran & { asked: string[] }> {
    const asked: string[] = [];
    const left = [...answers];
    const prompt: Io['prompt'] = (question, typed) => {
      asked.push(`${typed} ${question}`);
      return Promise.resolve(left.shift() ?? '');
    };
    return { ...(await this.#run({ prompt }, words)), asked };
  }

  get signIns(): { readonly text: string; readonly mode: string; readonly folderMode: string } | undefined {
    const folder = join(this.home, '.local/state/obligo');
    const file = join(folder, 'sign-ins.json');
    if (!existsSync(file)) return undefined;
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    return { text: readFileSync(file, 'utf8'), mode: mode(file), folderMode: mode(folder) };
  }

  /** The token of the last sign-in that is kept; empty where none is. */
  get keptToken(): string {
    return /obligo_[\w-]+/.exec(this.signIns?.text ?? '')?.[0] ?? '';
  }

  async #run(world: Partial<Io>, words: readonly string[]): Promise<Ran> {
    const now = () => Date.now() + this.ahead;
    const ran = await obligoWith({ env: this.env, now, ...world }, ...words);
    this.shown += ran.out + ran.err;
    return ran;
  }
}
