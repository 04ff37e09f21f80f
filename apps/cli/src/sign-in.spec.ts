import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AskedLedger } from '../testing/asked-ledger.fixture.ts';
import { obligo, PASSWORD, serve } from '../testing/obligo.fixture.ts';
import type { Person } from '../testing/person.fixture.ts';

const HOURS = 3_600_000;
let ledger: AskedLedger;
let at: readonly string[];

beforeAll(async () => {
  ledger = await AskedLedger.open();
  ({ at } = ledger);
  await ledger.running.person('malee', { role: 'auditor', limits: { last: '2099-12-31' } });
});
afterAll(() => ledger.close());

interface Kept {
  readonly schema: string;
  readonly signIns: Readonly<Record<string, unknown>>;
}

const signIn = (person: Person, password = PASSWORD) =>
  person.run(`${password}\n`, 'sign-in', ...at, '--name', 'malee', '--password-file', '-');

describe('signing in at a running ledger', () => {
  it('is kept for the user alone, and the next commands need nothing more', async () => {
    const person = ledger.somebody();
    const signed = await signIn(person);
    expect([signed.code, signed.out, signed.err]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^signed in as malee at ${ledger.running.url} until 20\\S+Z\n$`)),
      `next: obligo who ${at.join(' ')}\n`,
    ]);
    expect(person.signIns).toMatchObject({ mode: '600', folderMode: '700' });
    expect(readdirSync(join(person.home, '.local/state/obligo'))).toEqual(['sign-ins.json']);
    expect(await person.run('', 'journal', ...at)).toMatchObject({ code: 0 });
    const who = await person.run('', 'who', ...at);
    expect([who.code, who.out]).toEqual([
      0,
      expect.stringMatching(
        new RegExp(
          `^malee at ${ledger.running.url}\n {2}auditor, to 2099-12-31 \\(grant \\d+\\)\n {2}signed in without a second factor\n$`,
        ),
      ),
    ]);
  });

  it('counts at every spelling of the address, and at no other ledger', async () => {
    const person = await ledger.signedIn('malee');
    expect(await person.run('', 'who', '--url', `${ledger.running.url}/`)).toMatchObject({ code: 0 });
    const other = await serve(ledger.path('other'));
    try {
      await other.admin();
      const refused = await person.run('', 'who', '--url', other.url);
      expect([refused.code, refused.out]).toEqual([4, '']);
      expect(refused.err).toContain('refused (not-signed-in)');
      expect(refused.err).toContain(`Sign in: obligo sign-in --url ${other.url} --name <name>\n`);
    } finally {
      await other.stop();
    }
  });

  it('shows neither password nor token, in words or as JSON', async () => {
    const person = await ledger.signedIn('malee');
    const token = person.keptToken;
    expect(token).not.toBe('');
    const shown = await person.run(
      PASSWORD,
      'sign-in',
      ...at,
      '--name',
      'malee',
      '--password-file',
      '-',
      '--json',
    );
    expect(JSON.parse(shown.out)).toEqual({
      schema: 'obligo.sign-in/1',
      name: 'malee',
      ledger: ledger.running.url,
      expiresAt: expect.stringMatching(/Z$/),
    });
    await person.run('', 'who', ...at, '--json');
    await person.run('', 'config', '--json');
    for (const secret of [PASSWORD, token, person.keptToken]) expect(person.shown).not.toContain(secret);
    expect(person.signIns?.text).not.toContain(PASSWORD);
  });

  it('is refused with 4 for a wrong password, which is neither kept nor shown', async () => {
    const person = ledger.somebody();
    const refused = await signIn(person, 'battery horse correct staple');
    expect([refused.code, refused.out]).toEqual([4, '']);
    expect(refused.err).toContain('refused (sign-in-refused)');
    expect(person.shown).not.toContain('battery horse');
    expect(person.signIns).toBeUndefined();
  });

  it('asks at a terminal, and the password is typed unseen', async () => {
    const typed = await ledger.somebody().typing([PASSWORD], 'sign-in', ...at, '--name', 'malee');
    expect([typed.code, typed.asked]).toEqual([0, ['hidden Password: ']]);
    const nothing = await ledger.somebody().typing([''], 'sign-in', ...at, '--name', 'malee');
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('--password-file')]);
  });

  it('never asks where nobody is, or where --no-input says so: it names every missing flag', async () => {
    const missing = 'refused (wrong-use): --name, --password-file are missing.\n';
    expect(await ledger.somebody().run('', 'sign-in', ...at)).toEqual({ code: 2, out: '', err: missing });
    const silent = await ledger.somebody().typing([PASSWORD], 'sign-in', ...at, '--no-input');
    expect(silent).toEqual({ code: 2, out: '', err: missing, asked: [] });
  });

  it.each(['--password', '--token', '--code'])('has no flag %s for a secret', async (flag) => {
    const refused = await obligo('sign-in', ...at, '--name', 'malee', flag, 'x');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('unknown option')]);
  });

  it.each([
    ['several lines', 'two\nlines\n'],
    ['nothing in it', '\n'],
  ])('takes one line as the password: %s is refused and not shown', async (what, text) => {
    const refused = await ledger
      .somebody()
      .run(text, 'sign-in', ...at, '--name', 'malee', '--password-file', '-');
    expect([refused.code, refused.err]).toEqual([
      2,
      `refused (wrong-use): --password-file - has ${what}; expected one line.\n`,
    ]);
  });
});

describe('a sign-in that is over', () => {
  it('is said with 4 and how to sign in again, and its token is not sent any more', async () => {
    const person = await ledger.signedIn('malee');
    person.ahead = 13 * HOURS;
    const refused = await person.run('', 'journal', ...at);
    expect([refused.code, refused.out]).toEqual([4, '']);
    expect(refused.err).toMatch(
      /refused \(not-signed-in\): .+\nThe sign-in of malee ended at 20\S+Z\. Sign in again: obligo sign-in --url \S+ --name malee\n$/,
    );
    expect(person.shown).not.toContain(person.keptToken);
  });

  it('is dropped as soon as somebody signs in anywhere', async () => {
    const person = await ledger.signedIn('malee');
    const { signIns, schema } = JSON.parse(person.signIns?.text ?? '') as Kept;
    const over = { name: 'malee', token: 'obligo_over', expiresAt: '2020-01-01T00:00:00.000Z' };
    const file = join(person.home, '.local/state/obligo/sign-ins.json');
    writeFileSync(
      file,
      JSON.stringify({ schema, signIns: { ...signIns, 'https://elsewhere.example': over } }),
    );
    await signIn(person);
    const kept = JSON.parse(person.signIns?.text ?? '') as Kept;
    expect(Object.keys(kept.signIns)).toEqual([ledger.running.url]);
  });

  it('by the ledger, as after a change of the password, is said the same way', async () => {
    const person = await ledger.signedIn('malee');
    await ledger.running.ledger.embedded.identities.tokens.revokeAll('malee', 'admin');
    const refused = await person.run('', 'journal', ...at);
    expect([refused.code, refused.err]).toEqual([
      4,
      expect.stringContaining(`Sign in again: obligo sign-in ${at.join(' ')} --name malee\n`),
    ]);
    const problem = JSON.parse((await person.run('', 'journal', ...at, '--json')).err) as { code: string };
    expect(problem.code).toBe('token-refused');
  });
});
