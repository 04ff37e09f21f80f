import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TOTP, URI } from 'otpauth';
import { AskedLedger } from '../testing/asked-ledger.fixture.ts';
import { PASSWORD } from '../testing/obligo.fixture.ts';
import type { Person } from '../testing/person.fixture.ts';

const OTHER = 'another battery for the horse';
let ledger: AskedLedger;
let at: readonly string[];

beforeAll(async () => {
  ledger = await AskedLedger.open();
  ({ at } = ledger);
});
afterAll(() => ledger.close());

async function signedIn(name: string): Promise<Person> {
  await ledger.running.person(name, { role: 'reader' });
  return ledger.signedIn(name);
}

describe('a password', () => {
  it('is changed at the terminal, typed twice and unseen, and ends the sign-in', async () => {
    const person = await signedIn('malee');
    const changed = await person.typing([PASSWORD, OTHER, OTHER], 'password', 'change', ...at);
    expect([changed.code, changed.asked]).toEqual([
      0,
      [
        'hidden Password so far: ',
        'hidden New password, 12 to 256 characters: ',
        'hidden New password, 12 to 256 characters, again: ',
      ],
    ]);
    expect(changed.err).toContain(`next: obligo sign-in ${at.join(' ')}`);
    expect(await person.run('', 'who', ...at)).toMatchObject({ code: 4 });
    const sign = (password: string) =>
      person.run(password, 'sign-in', ...at, '--name', 'malee', '--password-file', '-');
    expect([await sign(PASSWORD), await sign(OTHER)]).toMatchObject([{ code: 4 }, { code: 0 }]);
    for (const secret of [PASSWORD, OTHER]) expect(person.shown).not.toContain(secret);
  });

  it('is not changed when it was typed in two ways', async () => {
    const person = await signedIn('somchai');
    const typed = await person.typing([PASSWORD, OTHER, `${OTHER}.`], 'password', 'change', ...at);
    expect([typed.code, typed.err]).toEqual([2, expect.stringContaining('The two are not the same')]);
    expect(await person.run('', 'who', ...at)).toMatchObject({ code: 0 });
  });

  it('comes from files where nobody types', async () => {
    const person = await signedIn('direk');
    const files = [
      '--password-file',
      ledger.written('old', `${PASSWORD}\n`),
      '--new-password-file',
      ledger.written('new', `${OTHER}\n`),
    ];
    expect(await person.run('', 'password', 'change', ...at, '--no-input', ...files)).toMatchObject({
      code: 0,
    });
    const missing = await person.run('', 'password', 'change', ...at);
    expect([missing.code, missing.err]).toEqual([
      2,
      expect.stringContaining('--password-file, --new-password-file are missing.'),
    ]);
  });

  it('that is too weak is refused with 2', async () => {
    const person = await signedIn('anong');
    const typed = await person.typing([PASSWORD, 'short', 'short'], 'password', 'change', ...at);
    expect([typed.code, typed.err]).toEqual([2, expect.stringContaining('refused (password-too-weak)')]);
  });
});

describe('an invitation', () => {
  it('is printed alone by the administrator, and redeemed once', async () => {
    const admin = await ledger.admin();
    const opened = await admin.run('', 'person', 'open', ...at, '--name', 'new', '--display-name', 'New One');
    expect([opened.code, opened.out]).toEqual([0, expect.stringMatching(/^\S{16,}\n$/)]);
    expect(opened.err).toMatch(
      /^the account new is open, with no role yet\nthe code counts once, until \S+\nnext, by new: obligo invitation redeem --url \S+\n$/,
    );
    const person = ledger.somebody();
    const code = ledger.written('code', opened.out);
    const redeem = () =>
      person.typing([PASSWORD, PASSWORD], 'invitation', 'redeem', ...at, '--code-file', code);
    const redeemed = await redeem();
    expect([redeemed.code, redeemed.out]).toEqual([0, 'the password of new is set\n']);
    expect(redeemed.err).toContain(`next: obligo sign-in ${at.join(' ')} --name new\n`);
    const again = await redeem();
    expect([again.code, again.out]).toEqual([4, '']);
    expect(person.shown).not.toContain(opened.out.trim());
  });
});

describe('a second factor', () => {
  const codeOf = (uri: string, ahead = 0): string =>
    (URI.parse(uri) as TOTP).generate({ timestamp: Date.now() + ahead });

  it('is set up at the terminal, and the sign-in asks for it from then on', async () => {
    const person = await signedIn('with-factor');
    const begun = await person.run('', 'second-factor', 'set-up', ...at, '--json');
    expect(begun.code).toBe(0);
    const { uri } = JSON.parse(begun.out) as { uri: string };
    expect(begun.err).toContain(`obligo second-factor confirm ${at.join(' ')} --code-file <file>\n`);
    const confirmed = await person.run(codeOf(uri), 'second-factor', 'confirm', ...at, '--code-file', '-');
    expect([confirmed.code, confirmed.out]).toEqual([0, 'the second factor counts from now on\n']);
    const words = ['sign-in', ...at, '--name', 'with-factor'];
    const unasked = await person.run(PASSWORD, ...words, '--password-file', '-');
    expect([unasked.code, unasked.err]).toEqual([
      4,
      expect.stringContaining('Give the code of the authenticator with --second-factor-file.'),
    ]);
    const typed = await person.typing([PASSWORD, '000000'], ...words);
    expect([typed.code, typed.asked]).toEqual([
      4,
      ['hidden Password: ', 'shown Code of the authenticator: '],
    ]);
    // Each code counts once: this is the one of the next half minute.
    const next = await person.typing([PASSWORD, codeOf(uri, 30_000)], ...words);
    expect(next).toMatchObject({ code: 0 });
    expect((await person.run('', 'who', ...at)).out).toContain('signed in with a second factor\n');
  });

  it('that is not the first code of the secret does not count', async () => {
    const person = await signedIn('mistyped');
    const typed = await person.typing(['000000'], 'second-factor', 'set-up', ...at);
    expect([typed.code, typed.asked]).toEqual([4, ['shown Code that the authenticator shows: ']]);
    expect(typed.out).toMatch(/^secret [A-Z2-7]{32,}\notpauth:\/\/totp\/\S+\n$/);
    const signed = await person.run(PASSWORD, 'sign-in', ...at, '--name', 'mistyped', '--password-file', '-');
    expect(signed.code).toBe(0);
  });
});
