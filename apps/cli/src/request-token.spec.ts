import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AskedLedger } from '../testing/asked-ledger.fixture.ts';
import { obligo, PASSWORD } from '../testing/obligo.fixture.ts';
import type { Person } from '../testing/person.fixture.ts';

let ledger: AskedLedger;
let at: readonly string[];

beforeAll(async () => {
  ledger = await AskedLedger.open();
  ({ at } = ledger);
  await ledger.running.person('malee', { role: 'auditor' });
});
afterAll(() => ledger.close());

describe('the token of a request', () => {
  const nameOf = async (person: Person, ...flags: readonly string[]): Promise<string> => {
    const { out } = await person.run('', 'who', ...at, ...flags, '--json');
    return (JSON.parse(out) as { name: string }).name;
  };

  it('comes from --token-file before OBLIGO_TOKEN_FILE before OBLIGO_TOKEN before the sign-in', async () => {
    const person = await ledger.signedIn('malee');
    expect(await nameOf(person)).toBe('malee');
    person.env['OBLIGO_TOKEN'] = await ledger.running.person('by-variable');
    expect(await nameOf(person)).toBe('by-variable');
    person.env['OBLIGO_TOKEN_FILE'] = ledger.written(
      'by-file',
      `${await ledger.running.person('by-file')}\n`,
    );
    expect(await nameOf(person)).toBe('by-file');
    const flag = ledger.written('by-flag', await ledger.running.person('by-flag'));
    expect(await nameOf(person, '--token-file', flag)).toBe('by-flag');
  });

  it('is refused with 2 when it is none, and not shown', async () => {
    const secret = 'obligo_secret';
    const file = ledger.written('broken', `${secret} ${secret}\n`);
    for (const [flags, env, named] of [
      [['--token-file', file], {}, '--token-file'],
      [[], { OBLIGO_TOKEN_FILE: file }, 'OBLIGO_TOKEN_FILE'],
      [[], { OBLIGO_TOKEN: `${secret}\r\nx-other: 1` }, 'OBLIGO_TOKEN'],
    ] as const) {
      const refused = await ledger.somebody(env).run('', 'journal', ...at, ...flags);
      expect([refused.code, refused.out, refused.err]).toEqual([
        2,
        '',
        `refused (wrong-use): ${named} holds no token; expected what obligo token issue printed.\n`,
      ]);
    }
    const absent = await obligo('journal', ...at, '--token-file', ledger.path('absent'));
    expect([absent.code, absent.err]).toEqual([2, expect.stringContaining('absent cannot be read: ENOENT.')]);
  });

  it('is not taken from a file that others can read, or that somebody else wrote', async () => {
    const person = await ledger.signedIn('malee');
    const file = join(person.home, '.local/state/obligo/sign-ins.json');
    chmodSync(file, 0o644);
    const refused = await person.run('', 'journal', ...at);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('can be read by others')]);
    chmodSync(file, 0o600);
    writeFileSync(file, '{"obligo_secret":');
    const broken = await person.run('', 'journal', ...at);
    expect([broken.code, broken.err]).toEqual([
      2,
      expect.stringContaining('is not what obligo sign-in writes'),
    ]);
    expect(broken.err).not.toContain('obligo_secret');
  });

  it('goes to no address at which it could be read on the way, and no password either', async () => {
    const elsewhere = ['--url', 'http://ledger.example'];
    const refused = await ledger.somebody({ OBLIGO_TOKEN: 'obligo_x' }).run('', 'journal', ...elsewhere);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('is not encrypted')]);
    const asked = await ledger.somebody().typing([PASSWORD], 'sign-in', ...elsewhere, '--name', 'malee');
    expect([asked.code, asked.asked]).toEqual([2, []]);
  });

  it('names who posts: another name beside it is refused with 4', async () => {
    const env = await ledger.running.as('maker');
    const open = ['account', 'open', '--fiscal-year', '2569', '--project', 'P01', '--name', 'New'];
    const posting = [...open, '--effective-on', '2025-11-03', ...at];
    const refused = await ledger.somebody(env).run('', ...posting, '--actor', 'somchai');
    expect([refused.code, refused.err]).toEqual([4, expect.stringContaining('refused (actor-differs)')]);
    expect(refused.err).toContain('Leave out --actor and OBLIGO_ACTOR');
    const posted = await ledger.somebody(env).run('', ...posting, '--json');
    const { position } = JSON.parse(posted.out) as { position: string };
    const event = await ledger.somebody(env).run('', 'event', 'show', position, ...at);
    expect(event.out).toContain('"actor": "the-maker"');
  });

  it('of somebody without the right is refused with 4, and says whose roles are asked', async () => {
    const refused = await ledger
      .somebody(await ledger.running.as('checker'))
      .run('', 'person', 'list', ...at);
    expect([refused.code, refused.err]).toEqual([4, expect.stringContaining('refused (role-missing)')]);
    expect(refused.err).toContain(`Your roles: obligo who ${at.join(' ')}.`);
  });
});
