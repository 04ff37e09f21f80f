import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { collect, command, posting, postings, rejectionOf } from '../../testing/index.ts';
import { documentsIn, reasonsIn } from '../../testing/samples.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import {
  Busy,
  CommandAlreadyRecorded,
  StorageFailed,
  StoreClosed,
  UnknownOutcome,
  WrongExpectedRevision,
} from '../errors.ts';
import { LogConnection } from './log-connection.ts';
import { SqliteEventStore, openSqliteEventStore } from './sqlite-event-store.ts';
import type { SqliteLog } from './sqlite-log.ts';

const open = (stream: string, document: string) =>
  ({ stream, expected: 'none', events: [posting(document)] }) as const;

/** Time stands still, so that a slow machine does not part what is sent together. */
const together = (connection: LogConnection) => new SqliteEventStore(connection, {}, () => 0);

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.dir, 'ledger.sqlite');
});
afterEach(() => folder.remove());

describe('appends that are committed together', () => {
  it('see the ones before them, and a refused one does not hurt its neighbours', async () => {
    const store = openSqliteEventStore({ file });
    const outcomes = await Promise.allSettled([
      store.append(open('account-1', 'a')),
      store.append(open('account-1', 'b'), command('b')),
      store.append({ stream: 'account-1', expected: 0n, events: postings('c', 2) }),
      store.append({ stream: 'account-1', expected: 2n, events: [posting('d')] }),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(outcomes[1]).toMatchObject({ reason: { name: WrongExpectedRevision.name, actual: 0n } });
    expect(await documentsIn(store)).toEqual(['a', 'c-0', 'c-1', 'd']);
    expect(await store.findCommand('etda/b')).toBeUndefined();
    await store.close();
  });

  it('are turned away when too many wait, with a time to come back', async () => {
    const store = openSqliteEventStore({ file, maxQueue: 3 });
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c', 'd', 'e'].map((name) => store.append(open(`account-${name}`, name))),
    );
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      ...['fulfilled', 'fulfilled', 'fulfilled'],
      ...['rejected', 'rejected'],
    ]);
    for (const reason of reasonsIn(outcomes)) {
      expect(reason).toBeInstanceOf(Busy);
      expect(reason).toHaveProperty('retryAfterMs', 10);
    }
    expect(await store.append(open('account-d', 'd'))).toMatchObject({ deduplicated: false });
    await store.close();
  });

  it('are all answered before the store is closed, and none after', async () => {
    const store = openSqliteEventStore({ file });
    const waiting = Array.from({ length: 600 }, (_, index) =>
      store.append(open(`account-${index}`, `doc-${index}`)),
    );
    const closed = store.close();
    expect(await rejectionOf(store.append(open('account-late', 'late')))).toBeInstanceOf(StoreClosed);
    expect(await Promise.all(waiting)).toHaveLength(600);
    await closed;
  });

  it('are refused for now while a foreign tool holds the file, and pass afterwards', async () => {
    const store = openSqliteEventStore({ file });
    const foreign = new DatabaseSync(file);
    foreign.exec('BEGIN IMMEDIATE');
    expect(await rejectionOf(store.append(open('account-1', 'a')))).toBeInstanceOf(Busy);
    expect(store.standing()).toEqual({ state: 'ready' });
    foreign.exec('ROLLBACK');
    foreign.close();
    expect(await store.append(open('account-1', 'a'))).toMatchObject({ deduplicated: false });
    await store.close();
  });

  it('find where the log ends after a foreign tool has written it', async () => {
    const store = openSqliteEventStore({ file, clock: () => 5_000 });
    await store.append(open('account-1', 'a'));
    const foreign = new DatabaseSync(file);
    foreign.exec(
      `INSERT INTO events VALUES (2, randomblob(16), 1, 1, 'Forged', 1, x'7b7d', x'7b7d', 9000, 9000)`,
    );
    foreign.close();
    const stale = store.append({ stream: 'account-1', expected: 0n, events: [posting('b')] });
    expect(await rejectionOf(stale)).toMatchObject({ name: WrongExpectedRevision.name, actual: 1n });
    const next = await store.append({ stream: 'account-1', expected: 1n, events: [posting('b')] });
    expect(next).toMatchObject({ position: '3', recordedAt: '1970-01-01T00:00:09.000Z' });
    await store.close();
  });

  it('say nothing against the disk when their command was recorded before', async () => {
    const store = openSqliteEventStore({ file });
    await store.append(open('account-1', 'a'), command('a'));
    const again = { stream: 'account-1', expected: 0n, events: [posting('b')] };
    expect(await rejectionOf(store.append(again, command('a')))).toBeInstanceOf(CommandAlreadyRecorded);
    expect(store.standing()).toEqual({ state: 'ready' });
    await store.close();
  });

  it('leave nothing when the disk is full, and the store goes on', async () => {
    const store = together(new SmallDisk(file, false));
    const large = posting('large', { data: { note: 'x'.repeat(500_000) } });
    const outcomes = await Promise.allSettled([
      store.append(open('account-1', 'before')),
      store.append(
        { stream: 'account-2', expected: 'none', events: [posting('half'), large] },
        command('large'),
      ),
      store.append(open('account-3', 'after')),
    ]);
    expect(outcomes[1]).toMatchObject({ status: 'rejected', reason: { name: StorageFailed.name } });
    expect(await store.findCommand('etda/large')).toBeUndefined();
    await store.append(open('account-2', 'again'));
    expect(await documentsIn(store)).toEqual(['before', 'after', 'again']);
    await store.close();
  });
});

describe('a commit that fails', () => {
  it('is looked up: what reached the disk is acknowledged', async () => {
    const store = together(new FailingCommit(file, 'after'));
    const outcomes = await Promise.allSettled([
      store.append(open('account-1', 'a')),
      store.append(open('account-1', 'b')),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: { position: '1' } },
      { status: 'rejected', reason: { actual: 0n } },
    ]);
    await store.append({ stream: 'account-1', expected: 0n, events: [posting('c')] });
    expect(await documentsIn(store)).toEqual(['a', 'c']);
    await store.close();
  });

  it('is looked up: what did not reach the disk is refused, and may be sent again', async () => {
    const store = together(new FailingCommit(file, 'before'));
    const outcomes = await Promise.allSettled([
      store.append(open('account-1', 'a')),
      store.append(open('account-1', 'b')),
    ]);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { name: StorageFailed.name } });
    expect(await collect(store.readAll())).toEqual([]);
    expect(await store.append(open('account-1', 'b'))).toMatchObject({ deduplicated: false });
    await store.close();
  });

  it('for want of room leaves nothing, though there is none to settle the journal, and may be sent again', async () => {
    const store = together(new NoRoom(file, false));
    const outcomes = await Promise.allSettled([
      store.append(open('account-1', 'a'), command('a')),
      store.append(open('account-2', 'b'), command('b')),
    ]);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { name: StorageFailed.name } });
    expect(store.standing()).toEqual({ state: 'ready', writeFailure: 'database or disk is full' });
    expect(await store.append(open('account-2', 'b'), command('b'))).toMatchObject({ deduplicated: false });
    expect(store.standing()).toEqual({ state: 'ready' });
    expect(await documentsIn(store)).toEqual(['b']);
    await store.close();
  });

  it('is of unknown outcome while the file cannot be opened, and can be looked up later', async () => {
    const connection = new FailingCommit(file, 'after', 1);
    const store = together(connection);
    const error = await rejectionOf(store.append(open('account-1', 'a'), command('post-1')));
    expect(error).toBeInstanceOf(UnknownOutcome);
    expect(error).toMatchObject({ eventIds: [posting('a').id] });
    expect(await store.findCommand('etda/post-1')).toMatchObject({ position: '1' });
    await store.close();
  });
});

/** The first commit throws, before or after it took place; then the file cannot be opened a number of times. */
class FailingCommit extends LogConnection {
  readonly #when: 'before' | 'after';
  #closedDoors: number;
  #failed = false;

  constructor(path: string, when: 'before' | 'after', closedDoors = 0) {
    super(path, false);
    this.#when = when;
    this.#closedDoors = closedDoors;
  }

  override current(): SqliteLog {
    if (this.#failed && this.#closedDoors > 0) {
      this.#closedDoors -= 1;
      throw new Error('the disk does not answer');
    }
    const log = super.current();
    const commit = log.commit.bind(log);
    log.commit = () => {
      if (this.#failed) return commit();
      this.#failed = true;
      if (this.#when === 'after') commit();
      throw new Error('the disk did not answer');
    };
    return log;
  }
}

/** The first commit, and the first attempt to settle the journal, find no room on the disk. */
class NoRoom extends LogConnection {
  readonly #met = new Set<string>();

  override current(): SqliteLog {
    const log = super.current();
    const [commit, settle] = [log.commit.bind(log), log.settle.bind(log)];
    log.commit = () => this.#once('commit', commit);
    log.settle = () => this.#once('settle', settle);
    return log;
  }

  #once(what: string, run: () => void): void {
    if (this.#met.has(what)) return run();
    this.#met.add(what);
    throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
  }
}

/** The file may not grow beyond a few pages, as on a full disk. */
class SmallDisk extends LogConnection {
  protected override openFile(): DatabaseSync {
    const database = super.openFile();
    database.exec('PRAGMA max_page_count = 40');
    return database;
  }
}
