import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestAuthority } from '#time-stamping/testing';
import { obligo, obligoWith, scratch } from '../testing/obligo.fixture.ts';

const temporary = scratch();
const data = join(temporary.dir, 'D');
const bundle = join(temporary.dir, 'B');
let authority: TestAuthority;
let stranger: TestAuthority;
let env: NodeJS.ProcessEnv;

let accounts = 0;
const post = (settings: NodeJS.ProcessEnv) =>
  obligoWith(
    { env: settings },
    ...['account', 'open', '--data', data, '--fiscal-year', '2570', '--project', `S${(accounts += 1)}`],
    ...['--name', 'Stamping', '--effective-on', '2026-10-01'],
  );

beforeAll(async () => {
  [authority, stranger] = [await TestAuthority.start(), await TestAuthority.start()];
  env = {
    OBLIGO_TIMESTAMP_URL: authority.url,
    OBLIGO_TIMESTAMP_CA: authority.rootFile,
    OBLIGO_TIMESTAMP_MINUTES: '0',
  };
  const posted = [await post(env), await post(env)];
  expect(posted.map(({ code }) => code)).toEqual([0, 0]);
  const exported = await obligo('export', 'log', '--data', data, '--out', bundle);
  expect(exported.code).toBe(0);
});

afterAll(async () => {
  await Promise.all([authority.close(), stranger.close()]);
  temporary.remove();
});

describe.each([
  ['the folder of a ledger', () => data],
  ['a bundle', () => bundle],
])('the time-stamps of %s', (_, folder) => {
  it('are told, with the one who made them', async () => {
    const verified = await obligo('verify', folder(), '--tsa-ca', authority.rootFile);
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('no findings')]);
    expect(verified.err).toMatch(/^note: the last time-stamp is of 20\S+Z, by O=Test, CN=tsa$/m);
    expect(verified.err).not.toContain('--tsa-ca');
  });

  it('prove little while nobody says whom to trust', async () => {
    const verified = await obligo('verify', folder());
    expect([verified.code, verified.err]).toEqual([0, expect.stringContaining('with --tsa-ca')]);
  });

  it('are findings when another authority is trusted', async () => {
    const verified = await obligo('verify', folder(), '--json', '--tsa-ca', stranger.rootFile);
    const lines = verified.out.trim().split('\n');
    const found = lines.map((line) => JSON.parse(line) as { code?: string; message?: string });
    expect(verified.code).toBe(6);
    expect(found[0]).toMatchObject({
      code: 'time-stamp-wrong',
      message: expect.stringContaining('is not trusted'),
    });
  });

  it('are not asked about with a file that holds no certificate', async () => {
    const file = join(temporary.dir, 'no.pem');
    writeFileSync(file, 'no certificate\n');
    const verified = await obligo('verify', folder(), '--tsa-ca', file);
    expect([verified.code, verified.err]).toEqual([
      2,
      expect.stringContaining('refused (time-stamp-authorities-unusable)'),
    ]);
  });
});

it('a time-stamp that was put in the place of another is found, and where', async () => {
  const copy = join(temporary.dir, 'swapped');
  cpSync(bundle, copy, { recursive: true });
  const [first = '', second = ''] = readdirSync(join(copy, 'timestamps')).sort();
  const wrong = readFileSync(join(copy, 'timestamps', second));
  writeFileSync(join(copy, 'timestamps', first), wrong);
  const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as {
    files: { name: string; bytes: number; sha256: string }[];
  };
  for (const file of manifest.files) {
    if (file.name !== `timestamps/${first}`) continue;
    file.bytes = wrong.length;
    file.sha256 = createHash('sha256').update(wrong).digest('hex');
  }
  writeFileSync(join(copy, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  const verified = await obligo('verify', copy);
  expect(verified.out).toContain(`time-stamp-wrong  timestamps/${first}  `);
  expect(verified.out).toContain('it is of another message');
  expect(verified.code).toBe(6);
});

it('a command tells in one line when the authority does not answer', async () => {
  const gone = await TestAuthority.start();
  const settings = { OBLIGO_TIMESTAMP_URL: gone.url };
  await gone.close();
  const posted = await post({ ...settings, OBLIGO_TIMESTAMP_MINUTES: '0' });
  expect([posted.code, posted.err]).toEqual([
    0,
    expect.stringMatching(/^not time-stamped \(http.*\): The time-stamping authority did not answer: .*$/m),
  ]);
});

it('the authorities of the service must be certificates', async () => {
  const posted = await post({ ...env, OBLIGO_TIMESTAMP_CA: join(temporary.dir, 'nowhere.pem') });
  expect([posted.code, posted.err]).toEqual([1, expect.stringContaining('nowhere.pem')]);
});
