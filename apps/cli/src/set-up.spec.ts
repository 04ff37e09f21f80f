import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, type Running, scratch, serve } from '../testing/obligo.fixture.ts';
import { Person } from '../testing/person.fixture.ts';

const temporary = scratch();
const person = new Person(join(temporary.dir, 'home'));
let running: Running;
let at: string[];

beforeAll(async () => {
  running = await serve(join(temporary.dir, 'ledger'));
  at = ['--url', running.url];
});
afterAll(async () => {
  await running.stop();
  temporary.remove();
});

describe('a running ledger without an administrator', () => {
  it('answers nobody, and says how it is set up', async () => {
    const refused = await person.run('', 'journal', ...at);
    expect([refused.code, refused.out]).toEqual([4, '']);
    expect(refused.err).toContain('refused (not-set-up)');
    expect(refused.err).toContain(
      `Name the first administrator: obligo set-up --url ${running.url} --name <name>\n`,
    );
  });

  it('takes no other code than the one that it printed', async () => {
    const missing = await person.run(PASSWORD, 'set-up', ...at, '--no-input');
    expect([missing.code, missing.err]).toEqual([
      2,
      'refused (wrong-use): --name, --code-file, --password-file are missing.\n',
    ]);
    const words = ['set-up', ...at, '--name', 'admin'];
    const guessed = await person.typing(['a guess', PASSWORD, PASSWORD], ...words);
    expect([guessed.code, guessed.out, guessed.asked]).toEqual([
      4,
      '',
      [
        'shown Code that the service printed: ',
        'hidden Password, 12 to 256 characters: ',
        'hidden Password, 12 to 256 characters, again: ',
      ],
    ]);
    expect(guessed.err).toContain('refused (one-time-code-wrong)');
  });

  it('is set up with the code, once, and its administrator signs in', async () => {
    const { code } = await running.ledger.embedded.identities.setUp.issue();
    const file = join(temporary.dir, 'code');
    writeFileSync(file, `${code}\n`);
    const words = ['set-up', ...at, '--name', 'admin', '--code-file', file, '--password-file', '-'];
    const done = await person.run(PASSWORD, ...words, '--json');
    expect([done.code, JSON.parse(done.out)]).toEqual([
      0,
      { schema: 'obligo.person/1', name: 'admin', roles: ['administrator'] },
    ]);
    expect((await person.run(PASSWORD, ...words)).code).toBe(5);
    const signIn = ['sign-in', ...at, '--name', 'admin', '--password-file', '-'];
    expect(await person.run(PASSWORD, ...signIn)).toMatchObject({ code: 0 });
    expect((await person.run('', 'who', ...at)).out).toContain(
      '\n  administrator, without limits (grant 1)\n',
    );
    for (const secret of [code, PASSWORD]) expect(person.shown).not.toContain(secret);
  });
});
