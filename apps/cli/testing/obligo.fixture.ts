import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../src/io.ts';
import { run } from '../src/run.ts';

export { PASSWORD, type Running, serve } from './running.fixture.ts';

export const SAMPLE = join(import.meta.dirname, '../../../deploy/samples/etda-fy2569');

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One command line, run in this process as the shell would run it. */
export async function obligoWith(world: Partial<Io>, ...argv: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    stdin: () => Promise.resolve(''),
    env: {},
    terminal: false,
    now: () => Date.now(),
    interrupted: new AbortController().signal,
    ...world,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
      world.err?.(text);
    },
  });
  return { code, out, err };
}

export const obligo = (...argv: readonly string[]): Promise<Ran> => obligoWith({}, ...argv);

/** A folder for this test alone, removed by `remove`. */
export function scratch(): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'obligo-cli-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
