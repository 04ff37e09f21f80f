import { obligo } from '../../apps/cli/testing/obligo.fixture.ts';

/** A move that must be refused: its exit code, what it printed, and the problem that it told. */
export async function refusedMove(from: string, to: string, ...more: readonly string[]) {
  const { code, out, err } = await obligo('move', '--from', from, '--to', to, '--json', ...more);
  const problem = JSON.parse(err.trimEnd().split('\n').at(-1) ?? '') as { code: string; detail: string };
  return { exit: code, out, code: problem.code, detail: problem.detail };
}
