import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { RefusalError, type Refusal } from '#kernel';
import { killHard, runChild } from '../../testing/child-process.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { openSqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import { openDataFolder } from './data-folder.ts';

const NOON = Date.parse('2026-03-31T05:00:00.000Z');
const serve = { create: true, purpose: 'serve', clock: () => NOON } as const;
const look = { create: false, purpose: 'report' } as const;
const HOLDER = new URL('./hold-folder.fixture.ts', import.meta.url).pathname;

function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  throw new Error('nothing was refused');
}

let temporary: ReturnType<typeof temporaryFolder>;
let dir: string;
beforeEach(() => {
  temporary = temporaryFolder();
  dir = join(temporary.dir, 'ledger');
});
afterEach(() => temporary.remove());

describe('the folder of a ledger', () => {
  it('is made for its user alone, and named with its files', () => {
    const folder = openDataFolder(join(dir, 'deep'), serve);
    expect(folder.dir).toBe(join(dir, 'deep'));
    expect(folder.ledgerFile).toBe(join(dir, 'deep', 'ledger.sqlite'));
    expect(folder.projectionsFile).toBe(join(dir, 'deep', 'projections.sqlite'));
    expect(statSync(folder.dir).mode & 0o777).toBe(0o700);
    folder.release();
  });

  it('is not made by a look at it', () => {
    expect(refusalOf(() => openDataFolder(dir, look))).toMatchObject({
      kind: 'not-found',
      code: 'no-ledger-here',
      details: { folder: dir },
    });
    expect(existsSync(dir)).toBe(false);
    mkdirSync(dir);
    expect(refusalOf(() => openDataFolder(dir, look)).code).toBe('no-ledger-here');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('opens again once there is a ledger', async () => {
    const made = openDataFolder(dir, serve);
    await openSqliteEventStore({ file: made.ledgerFile }).close();
    made.release();
    openDataFolder(dir, look).release();
  });

  it('is not begun among the files of somebody else', () => {
    mkdirSync(dir);
    writeFileSync(join(dir, 'budget.xlsx'), '');
    expect(refusalOf(() => openDataFolder(dir, serve)).code).toBe('folder-not-a-ledger');
    expect(readdirSync(dir)).toEqual(['budget.xlsx']);
    expect(refusalOf(() => openDataFolder(join(dir, 'budget.xlsx'), serve)).code).toBe('folder-not-a-ledger');
  });

  it.each([
    ['emptied', truncateSync, 'it is empty'],
    ['lost', rmSync, 'it is missing'],
  ])('is no new ledger when its log was %s and the files beside it were not', async (_, change, said) => {
    const made = openDataFolder(dir, serve);
    await openSqliteEventStore({ file: made.ledgerFile }).close();
    await openSqliteEventStore({ file: made.accessLogFile }).close();
    made.release();
    change(made.ledgerFile);
    for (const way of [serve, look]) {
      const { code, message } = refusalOf(() => openDataFolder(dir, way));
      expect(code).toBe('ledger-damaged');
      expect(message).toMatch(new RegExp(`${said}.*restore a backup`));
    }
    rmSync(made.accessLogFile);
    openDataFolder(dir, serve).release();
  });

  it('may be a link, and holds none to a log, which a copy of it would write, too', async () => {
    const made = openDataFolder(dir, serve);
    await openSqliteEventStore({ file: made.ledgerFile }).close();
    await openSqliteEventStore({ file: made.accessLogFile }).close();
    made.release();
    symlinkSync(dir, `${dir}-link`);
    openDataFolder(`${dir}-link`, serve).release();
    for (const file of [made.accessLogFile, made.ledgerFile]) {
      renameSync(file, `${dir}-log`);
      symlinkSync(`${dir}-log`, file);
      expect(refusalOf(() => openDataFolder(dir, serve))).toMatchObject({
        code: 'file-is-a-link',
        details: { file },
      });
      rmSync(file);
      renameSync(`${dir}-log`, file);
    }
  });

  it('holds no log with another name elsewhere, which would have two owners', async () => {
    const made = openDataFolder(dir, serve);
    await openSqliteEventStore({ file: made.ledgerFile }).close();
    await openSqliteEventStore({ file: made.accessLogFile }).close();
    made.release();
    for (const file of [made.accessLogFile, made.ledgerFile]) {
      linkSync(file, `${dir}-other`);
      expect(refusalOf(() => openDataFolder(dir, serve))).toMatchObject({
        code: 'file-is-a-link',
        message: expect.stringContaining('put a copy in its place'),
        details: { file },
      });
      rmSync(`${dir}-other`);
    }
    openDataFolder(dir, serve).release();
  });

  it('may be empty, a fresh disk, or what an owner left who never wrote', () => {
    mkdirSync(join(dir, 'lost+found'), { recursive: true });
    openDataFolder(dir, serve).release();
    openDataFolder(dir, serve).release();
  });

  it('is refused where no folder can be made', () => {
    writeFileSync(join(temporary.dir, 'file'), '');
    const below = join(temporary.dir, 'file', 'ledger');
    expect(refusalOf(() => openDataFolder(below, serve))).toMatchObject({
      code: 'data-folder-not-writable',
      details: { folder: below },
    });
  });
});

/** Runs something as a user who owns none of the files; root is let through every right of a file. */
function asSomebodyElse<T>(run: () => T): T {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}

describe('a folder that belongs to somebody else', () => {
  beforeEach(() => {
    openDataFolder(dir, serve).release();
    chmodSync(temporary.dir, 0o755);
  });
  afterEach(() => chmodSync(dir, 0o700));

  it('cannot be read, which is not the same as holding no ledger', () => {
    chmodSync(dir, 0o000);
    expect(asSomebodyElse(() => refusalOf(() => openDataFolder(dir, look)))).toMatchObject({
      code: 'data-folder-not-readable',
      message: expect.stringContaining(`${dir} cannot be read (EACCES`),
      details: { folder: dir },
    });
  });

  it.each([
    ['with its lock', () => undefined],
    ['without its lock', () => rmSync(join(dir, 'owner.lock'))],
  ])('can be read and not written %s, and nobody holds it afterwards', async (_, change) => {
    await openSqliteEventStore({ file: join(dir, 'ledger.sqlite') }).close();
    change();
    chmodSync(dir, 0o555);
    const refused = asSomebodyElse(() => refusalOf(() => openDataFolder(dir, look)));
    expect(refused).toMatchObject({ code: 'data-folder-not-writable', details: { folder: dir } });
    chmodSync(dir, 0o700);
    openDataFolder(dir, look).release();
  });
});

describe('the owner of a data folder', () => {
  it('is alone in this process too, and whoever comes second learns who it is', () => {
    const folder = openDataFolder(dir, { ...serve, url: 'http://127.0.0.1:4000' });
    const owner = {
      pid: process.pid,
      host: hostname(),
      purpose: 'serve',
      since: '2026-03-31T05:00:00.000Z',
      url: 'http://127.0.0.1:4000',
    };
    expect(folder.owner).toEqual(owner);
    const refused = refusalOf(() => openDataFolder(dir, { ...serve, purpose: 'import' }));
    expect(refused).toMatchObject({
      kind: 'conflict',
      code: 'data-folder-in-use',
      details: { folder: dir, owner },
    });
    for (const fact of Object.values(owner)) expect(refused.message).toContain(String(fact));
    folder.release();
  });

  it('tells later where it can be reached', () => {
    const folder = openDataFolder(dir, serve);
    expect(refusalOf(() => openDataFolder(dir, serve)).details).not.toHaveProperty('owner.url');
    folder.announce({ url: 'http://127.0.0.1:4001' });
    expect(refusalOf(() => openDataFolder(dir, serve)).details).toHaveProperty(
      'owner.url',
      'http://127.0.0.1:4001',
    );
    folder.release();
  });

  it('lets the next one in when it is done, and stays silent afterwards', () => {
    const first = openDataFolder(dir, serve);
    first.release();
    first.release();
    const second = openDataFolder(dir, { ...serve, purpose: 'import' });
    first.announce({ url: 'http://127.0.0.1:4002' });
    const { details } = refusalOf(() => openDataFolder(dir, serve));
    expect(details).toMatchObject({ owner: { purpose: 'import' } });
    expect(details).not.toHaveProperty('owner.url');
    second.release();
  });

  it('is another process until that one is killed, however it ends', async () => {
    const child = runChild(HOLDER, dir);
    try {
      await once(child.stdout, 'data');
      expect(refusalOf(() => openDataFolder(dir, serve))).toMatchObject({
        code: 'data-folder-in-use',
        details: { owner: { pid: child.pid, purpose: 'serve', url: 'http://127.0.0.1:4010' } },
      });
    } finally {
      await killHard(child);
    }
    const next = openDataFolder(dir, { ...serve, purpose: 'import' });
    expect(next.owner.pid).toBe(process.pid);
    next.release();
  });

  it('stays alone when somebody takes its lock away, for as long as it runs', async () => {
    const child = runChild(HOLDER, dir);
    try {
      await once(child.stdout, 'data');
      rmSync(join(dir, 'owner.lock'));
      const attempts = [1, 2].map(() => refusalOf(() => openDataFolder(dir, serve)));
      const refused = {
        code: 'data-folder-in-use',
        message: expect.stringContaining('owner.lock was taken away'),
        details: { owner: { pid: child.pid } },
      };
      expect(attempts).toMatchObject([refused, refused]);
    } finally {
      await killHard(child);
    }
    openDataFolder(dir, serve).release();
  });

  it.each(['x', 'not a lock at all', 'x'.repeat(5_000)])(
    'is not kept out by garbage in its lock',
    (garbage) => {
      openDataFolder(dir, serve).release();
      writeFileSync(join(dir, 'owner.lock'), garbage);
      const folder = openDataFolder(dir, serve);
      expect(refusalOf(() => openDataFolder(dir, serve)).code).toBe('data-folder-in-use');
      folder.release();
    },
  );
});
