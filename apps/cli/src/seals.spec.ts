import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, obligoWith, SAMPLE, scratch } from '../testing/obligo.fixture.ts';

const temporary = scratch();
const data = join(temporary.dir, 'D');
const at = ['--data', data];
let imported: Awaited<ReturnType<typeof obligo>>;

beforeAll(async () => {
  imported = await obligo('import', SAMPLE, ...at);
}, 60_000);
afterAll(() => temporary.remove());

let accounts = 0;
const post = (env: NodeJS.ProcessEnv = {}) =>
  obligoWith(
    { env },
    ...['account', 'open', ...at, '--fiscal-year', '2570', '--project', `S${(accounts += 1)}`],
    ...['--name', 'Sealing', '--effective-on', '2026-10-01'],
  );

describe('a command on a folder', () => {
  it('leaves everything sealed, and says nothing of it', async () => {
    expect([imported.code, imported.err]).toEqual([0, expect.not.stringContaining('sealed')]);
    const status = await obligo('seal', 'status', ...at);
    expect([status.code, status.out]).toEqual([
      0,
      expect.stringMatching(/^seals sealed: \d+ events and 0 events of/),
    ]);
    expect(status.out).toContain(`keys in ${data}.keys`);
  });

  it('publishes what it sealed where the environment says', async () => {
    const file = join(temporary.dir, 'published.txt');
    const witness = join(temporary.dir, 'witness');
    const posted = await post({ OBLIGO_PUBLISH_CHECKPOINTS: file, OBLIGO_WITNESS_FOLDER: witness });
    expect([posted.code, posted.err]).toEqual([0, expect.not.stringContaining('not published')]);
    const latest = await obligo('seal', 'now', ...at);
    expect(readFileSync(file, 'utf8').endsWith(latest.out)).toBe(true);
    expect(existsSync(join(witness, 'keys.txt'))).toBe(true);
  });

  it('posts without its key, and tells in one line what to restore', async () => {
    renameSync(`${data}.keys`, `${data}.elsewhere`);
    const posted = await post();
    expect([posted.code, posted.err]).toEqual([
      0,
      expect.stringMatching(/^not sealed \(seal-key-missing\): .*--lost, after comparing .*published\.$/m),
    ]);
    const status = await obligo('seal', 'status', ...at);
    expect([status.code, status.out]).toEqual([1, expect.stringContaining('seals stuck')]);
    expect(status.out).toMatch(/^ {2}tail: 1 event, unsealed for \d+ seconds?$/m);
    const now = await obligo('seal', 'now', ...at);
    expect([now.code, now.err]).toEqual([1, expect.stringContaining('refused (seal-key-missing)')]);
    renameSync(`${data}.elsewhere`, `${data}.keys`);
    const again = await obligo('seal', 'status', ...at);
    expect(again.out).toMatch(/^seals waiting: /);
    expect((await obligo('seal', 'status', ...at)).out).toMatch(/^seals sealed: /);
  });

  it('tells in one line when a place of publication cannot be written', async () => {
    const file = join(temporary.dir, 'no-folder', 'published.txt');
    const posted = await post({ OBLIGO_PUBLISH_CHECKPOINTS: file });
    expect([posted.code, posted.err]).toEqual([
      0,
      expect.stringMatching(/^not published \(.*published\.txt\): ENOENT.*$/m),
    ]);
  });

  it('is refused when its keys are to lie in the data folder', async () => {
    const refused = await post({ OBLIGO_SEAL_KEYS: join(data, 'keys') });
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringContaining('refused (seal-keys-in-data-folder)'),
    ]);
  });
});

describe('obligo seal', () => {
  it('now prints the signed note alone, for a file', async () => {
    const sealed = await obligo('seal', 'now', ...at);
    expect([sealed.code, sealed.err]).toEqual([
      0,
      expect.stringMatching(/^sealed: \d+ events and 0 events of the/),
    ]);
    const lines = sealed.out.split('\n');
    expect([lines[0], lines.at(-2)]).toEqual([
      expect.stringMatching(/^obligo\.local\/ledger\/[0-9a-f]{8}$/),
      expect.stringMatching(/^— obligo\.local/),
    ]);
  });

  it('rotate-key prints the new key; keys lists both, and how long each has signed', async () => {
    const rotated = await obligo('seal', 'rotate-key', ...at);
    expect(rotated.code).toBe(0);
    const keys = await obligo('seal', 'keys', ...at);
    const listed = keys.out.trim().split('\n');
    expect([listed.length, listed[1]]).toEqual([2, rotated.out.trim()]);
    expect(readFileSync(join(`${data}.keys`, 'verifier-keys.txt'), 'utf8')).toBe(keys.out);
    expect(listed[0]).toMatch(/ until 2\S+Z rotated$/);
    expect(keys.err).toMatch(/^ {2}signs since \S+Z\n {2}signs since \S+Z\n$/);
    const lost = await obligo('seal', 'rotate-key', '--lost', '--json', ...at);
    expect(JSON.parse(lost.out)).toMatchObject({ schema: 'obligo.key-rotation/1', lost: true });
    expect((await obligo('seal', 'keys', ...at)).out).toMatch(/ until \S+Z lost$/m);
  });

  it('doctor tells how the seals stand, and fails when they are broken', async () => {
    const whole = await obligo('doctor', ...at);
    expect([whole.code, whole.out]).toEqual([0, expect.stringMatching(/^seals sealed: \d+ events/m)]);
    const file = join(temporary.dir, 'of-another-ledger.txt');
    writeFileSync(file, 'a checkpoint of another ledger\n');
    const broken = await obligoWith({ env: { OBLIGO_PUBLISH_CHECKPOINTS: file } }, 'doctor', ...at);
    expect([broken.code, broken.out]).toEqual([
      1,
      expect.stringMatching(/^seals broken: [^]*not signed[^]*seal-broken/m),
    ]);
    expect(broken.err).toMatch(/^not sealed \(seal-broken\): .*$/m);
  });
});
