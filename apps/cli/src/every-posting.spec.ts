import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { obligo, SAMPLE, scratch } from '../testing/obligo.fixture.ts';
import { type PostingCommand, postingCommands, readOpenApi } from './posting/openapi.ts';

const temporary = scratch();
const sample = join(temporary.dir, 'sample');

beforeAll(async () => {
  await obligo('import', SAMPLE, '--data', sample);
});
afterAll(() => temporary.remove());

const commands = postingCommands(readOpenApi()).map((posting): [string, PostingCommand] => [
  `${posting.noun} ${posting.verb}`,
  posting,
]);

/** The words of the example in a help text, quotes taken off as the shell does. */
function exampleOf(help: string): string[] {
  const [, line = ''] = /^ {2}obligo (.+)$/m.exec(help) ?? [];
  const words = line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g);
  return [...words].map(([, single, double, bare]) => single ?? double ?? bare ?? '');
}

describe('every posting of the API', () => {
  it('has a command', () => {
    const { paths } = readOpenApi();
    // These ask, take over or look after the ledger, and have commands of their own; sheets are mended in a page.
    const others = [
      'imports',
      'sheets',
      'sheets/submissions',
      'sheets/{position}/reversals',
      'reconcile',
      'projections/rebuild',
      'control/re-runs',
      'report-receipts/{report}',
      'board-reports/previews',
      'seal',
      'seal/key-rotations',
    ].map((each) => `/api/v1/${each}`);
    // What accounts, roles and tokens take is typed by hand: secrets are no flags.
    const posted = Object.keys(paths).filter((path) => {
      const { post } = paths[path] ?? {};
      return post && post['x-obligo-access'] === undefined && !others.includes(path);
    });
    expect(commands.map(([, { path }]) => `/api/v1/${path}`).sort()).toEqual(posted.sort());
    expect(new Set(commands.map(([name]) => name)).size).toBe(commands.length);
  });

  it.each(commands)('%s shows an example that is well-formed', async (name, posting) => {
    const help = await obligo(...name.split(' '), '--help');
    expect(help.code).toBe(0);
    expect(help.out.startsWith('Example:\n')).toBe(true);
    for (const { flag, type } of posting.fields) {
      expect(help.out).toContain(`--${flag} ${type === 'boolean' ? '[true]' : '<'}`);
    }
    const example = exampleOf(help.out);
    expect(example.slice(0, 2)).toEqual(name.split(' '));
    const tried = await obligo(...example, '--data', sample, '--dry-run');
    // Whether the sample affords it is another question: 3 refused by a rule, 5 there already, 1 not there.
    expect([tried.code, tried.err]).toEqual([expect.any(Number), expect.not.stringContaining('…')]);
    expect([0, 1, 3, 5]).toContain(tried.code);
  });

  it.each(commands)('%s names every missing flag at once', async (name, { fields }) => {
    const refused = await obligo(...name.split(' '), '--data', sample);
    const missing = fields.filter(({ required }) => required).map(({ flag }) => `--${flag}`);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain(`refused (wrong-use): ${missing.join(', ')} `);
    expect(refused.err).not.toContain('idempotency key');
  });
});
