import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, PASSWORD, scratch } from '../testing/obligo.fixture.ts';
import { Person } from '../testing/person.fixture.ts';

const temporary = scratch();
const D = join(temporary.dir, 'ledger');
const keyFile = join(temporary.dir, 'obligo.key');
const at = ['--data', D];
const admin = new Person(join(temporary.dir, 'admin'), { OBLIGO_KEY_FILE: keyFile });
const maker = new Person(join(temporary.dir, 'maker'), { OBLIGO_KEY_FILE: keyFile });
const nobody = new Person(join(temporary.dir, 'nobody'), { OBLIGO_KEY_FILE: keyFile });

beforeAll(async () => {
  const setUp = await admin.run(PASSWORD, 'set-up', ...at, '--name', 'admin', '--password-file', '-');
  expect(setUp).toEqual({
    code: 0,
    out: 'admin is the first administrator\n',
    err: `next: obligo sign-in --data ${D} --name admin\n`,
  });
});
afterAll(() => temporary.remove());

const signIn = (person: Person, name: string) =>
  person.run(PASSWORD, 'sign-in', ...at, '--name', name, '--password-file', '-');
/** Whoever has a one-time code chooses a password with it, and signs in. */
async function comesIn(person: Person, code: string, password: string): Promise<void> {
  const redeemed = await person.typing([code, password, password], 'invitation', 'redeem', ...at);
  expect(redeemed).toMatchObject({ code: 0 });
  const signedIn = await person.run(password, 'sign-in', ...at, '--name', 'admin', '--password-file', '-');
  expect(signedIn).toMatchObject({ code: 0 });
}

const open = (project: string) => [
  ...['account', 'open', '--fiscal-year', '2569', '--project', project, '--name', 'New'],
  ...['--effective-on', '2025-11-03', ...at],
];

describe('a folder with accounts', () => {
  it('keeps its key where OBLIGO_KEY_FILE says, for its owner alone', () => {
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(readdirSync(D)).not.toContain('access.key');
    expect(existsSync(join(D, 'identities.sqlite'))).toBe(true);
  });

  it('is set up once', async () => {
    const again = await admin.run(PASSWORD, 'set-up', ...at, '--name', 'other', '--password-file', '-');
    expect([again.code, again.err]).toEqual([5, expect.stringContaining('refused (already-set-up)')]);
  });

  it('takes the sign-in of its own folder, kept under its path, and posts under that name', async () => {
    expect(await signIn(admin, 'admin')).toMatchObject({ code: 0 });
    expect(Object.keys((JSON.parse(admin.signIns?.text ?? '') as { signIns: object }).signIns)).toEqual([D]);
    const opened = await admin.run('', 'person', 'open', ...at, '--name', 'malee', '--role', 'maker');
    const code = opened.out.trim();
    const redeemed = await maker.typing([code, PASSWORD, PASSWORD], 'invitation', 'redeem', ...at);
    expect(redeemed).toMatchObject({ code: 0 });
    expect(await signIn(maker, 'malee')).toMatchObject({ code: 0 });
    const posted = await maker.run('', ...open('P01'), '--json');
    expect(posted.code).toBe(0);
    const { position } = JSON.parse(posted.out) as { position: string };
    expect((await maker.run('', 'event', 'show', position, ...at)).out).toContain('"actor": "malee"');
    const byAdmin = await admin.run('', ...open('P02'));
    expect([byAdmin.code, byAdmin.err]).toEqual([
      4,
      expect.stringContaining('refused (administrator-posts-nothing)'),
    ]);
  });

  it('is read without a sign-in by whoever may read the files, but nobody posts unknown', async () => {
    const read = await nobody.run('', 'journal', ...at, '--csv');
    expect([read.code, read.out]).toEqual([0, expect.stringContaining(',malee,')]);
    expect((await nobody.run('', 'who', ...at)).out).toBe(
      'local: a program on the folder itself, not signed in\n',
    );
    for (const words of [
      open('P03'),
      [...open('P03'), '--dry-run'],
      ['person', 'open', '--name', 'x', ...at],
    ]) {
      const refused = await nobody.run('', ...words);
      expect([refused.code, refused.out]).toEqual([4, '']);
      expect(refused.err).toContain(`Sign in: obligo sign-in --data ${D} --name <name>\n`);
    }
    const named = await nobody.run('', ...open('P03'), '--actor', 'malee');
    expect([named.code, named.err]).toEqual([4, expect.stringContaining('refused (not-signed-in)')]);
  });

  it('holds no password and no token in clear', async () => {
    const token = /obligo_[\w-]+/.exec(maker.signIns?.text ?? '')?.[0] ?? '';
    expect(token).not.toBe('');
    for (const file of readdirSync(D)) {
      const bytes = readFileSync(join(D, file));
      for (const secret of [PASSWORD, token]) expect([file, bytes.includes(secret)]).toEqual([file, false]);
    }
    for (const { shown } of [admin, maker, nobody]) expect(shown).not.toContain(token);
  });
});

describe('a folder without accounts', () => {
  it('knows no token: whoever begins it says himself who he is', async () => {
    const begun = join(temporary.dir, 'begun');
    const person = new Person(join(temporary.dir, 'beginner'), { OBLIGO_TOKEN: 'obligo_of_elsewhere' });
    const account = open('P01').with(-1, begun);
    expect(await person.run('', ...account, '--actor', 'somchai')).toMatchObject({ code: 0 });
    expect((await obligo('event', 'show', '2', '--data', begun)).out).toContain('"actor": "somchai"');
    expect(readdirSync(begun).filter((name) => /identities|key/.test(name))).toEqual([]);
  });

  it('is not begun by a set-up that is refused', async () => {
    const refused = join(temporary.dir, 'refused');
    const person = new Person(join(temporary.dir, 'weak'));
    const words = ['set-up', '--data', refused, '--name', 'admin', '--password-file', '-'];
    const weak = await person.run('short', ...words);
    expect([weak.code, weak.err]).toEqual([2, expect.stringContaining('refused (password-too-weak)')]);
    expect(existsSync(refused)).toBe(false);
  });
});

describe('a ledger whose administrator cannot sign in any more', () => {
  const again = new Person(join(temporary.dir, 'again'), { OBLIGO_KEY_FILE: keyFile });

  it('is recovered on its folder, which the log of the rule table shows', async () => {
    const recovered = await nobody.run(
      '',
      'access',
      'recover',
      ...at,
      '--name',
      'admin',
      '--reason',
      'Telephone lost',
    );
    expect([recovered.code, recovered.err]).toEqual([
      0,
      expect.stringContaining('admin administers from now on'),
    ]);
    await comesIn(again, recovered.out.trim(), 'another battery and more staples');
    const history = await again.run('', 'access', 'history', ...at, '--json');
    expect(history.out).toContain('AccessRecovered');
    expect(history.out).toContain('Telephone lost');
  });

  it('is not recovered by making somebody administrator who posts', async () => {
    const refused = await nobody.run('', 'access', 'recover', ...at, '--name', 'malee');
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('refused (roles-apart)')]);
  });

  it('is never recovered over a connection', async () => {
    const refused = await nobody.run(
      '',
      'access',
      'recover',
      '--url',
      'http://127.0.0.1:9',
      '--name',
      'admin',
    );
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('expected --data')]);
  });
});

describe('a ledger whose accounts are lost', () => {
  const back = new Person(join(temporary.dir, 'back'), { OBLIGO_KEY_FILE: keyFile });

  it('lets one administrator in after a recovery on its folder', async () => {
    rmSync(join(D, 'identities.sqlite'));
    const words = ['access', 'recover', ...at, '--name', 'admin', '--reason', 'Accounts lost'];
    const recovered = await nobody.run('', ...words);
    expect(recovered.code).toBe(0);
    await comesIn(back, recovered.out.trim(), 'a battery of the second hand');
  });
});

describe('a ledger whose log of who may do what is lost', () => {
  const again = new Person(join(temporary.dir, 'anew'), { OBLIGO_KEY_FILE: keyFile });

  it('is refused, until somebody begins the log anew on its folder, which the log shows', async () => {
    rmSync(join(D, 'access-log.sqlite'));
    const asked = await again.run('', 'journal', ...at);
    expect([asked.code, asked.err]).toEqual([
      2,
      expect.stringMatching(/refused \(access-log-lost\): .*obligo access recover --data/),
    ]);
    const reason = ['--reason', 'Disk broken, no backup'];
    const recovered = await nobody.run('', 'access', 'recover', ...at, '--name', 'admin', ...reason);
    expect([recovered.code, recovered.err]).toEqual([
      0,
      expect.stringContaining('admin administers from now on'),
    ]);
    await comesIn(again, recovered.out.trim(), 'yet another battery and staples');
    const { out } = await again.run('', 'access', 'history', ...at, '--json');
    const { rows } = JSON.parse(out) as { rows: Readonly<Record<string, unknown>>[] };
    expect(rows[0]).toMatchObject({ type: 'AccessSetUp', reason: 'Disk broken, no backup' });
    // Whoever had roles has none any more, and the seals tell of a log that is gone.
    expect(out).not.toContain('malee');
    const seals = await nobody.run('', 'seal', 'status', ...at);
    expect(seals.out).toContain('the log is shorter than what was sealed');
  });
});
