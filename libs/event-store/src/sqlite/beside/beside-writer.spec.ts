import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { command, posting } from '../../../testing/index.ts';
import { documentsIn } from '../../../testing/samples.ts';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { prepareAppend, type PreparedAppend } from '../../log/prepared-append.ts';
import { openLedgerFile } from '../open-ledger-file.ts';
import { openSqliteEventStore } from '../sqlite-event-store.ts';
import { SqliteLog } from '../sqlite-log.ts';
import { AppendInParts } from './append-in-parts.ts';
import { BesideWriter } from './beside-writer.ts';
import type { Order } from './orders.ts';
import { RowPacker } from './row-batch.ts';

const LIMITS = { maxEventBytes: 1_000_000, maxAppendBytes: 10_000_000 };
const NOW = Date.UTC(2026, 3, 1);

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.dir, 'ledger.sqlite');
});
afterEach(() => folder.remove());

function prepared(names: readonly string[], note = ''): PreparedAppend {
  const events = names.map((name) => posting(name, { data: { document: name, note } }));
  return prepareAppend(
    [{ stream: 'account-1', expected: 'none', events }],
    [],
    command(names[0] ?? ''),
    LIMITS,
  );
}

function rowsOf({ writes: [write] }: PreparedAppend, head?: bigint): Extract<Order, { kind: 'rows' }> {
  const packer = new RowPacker();
  for (const event of write?.events ?? []) packer.add('account-1', event);
  const batch = packer.take();
  if (!batch) throw new Error('expected rows');
  return { kind: 'rows', batch, now: NOW, head, expected: [['account-1', 'none']] };
}

const commitOf = ({ command: marker }: PreparedAppend, rows: number) =>
  ({ kind: 'commit', rows, checks: [], command: marker }) as const;

describe('the thread that writes beside', () => {
  it('commits what it was told, and undoes what it is told to undo', async () => {
    const store = openSqliteEventStore({ file });
    const writer = new BesideWriter(file);
    const undone = writer.begin();
    undone.tell(rowsOf(prepared(['x', 'y'])));
    expect(await undone.ask({ kind: 'undo' })).toEqual({ kind: 'undone' });
    const session = writer.begin();
    session.tell(rowsOf(prepared(['a', 'b'])));
    const answer = await session.ask(commitOf(prepared(['a', 'b']), 2));
    expect(answer).toMatchObject({ kind: 'committed', recordedAt: NOW });
    expect(await documentsIn(store)).toEqual(['a', 'b']);
    expect(await store.findCommand('etda/a')).toMatchObject({ answer: { done: 'a' } });
    await writer.close();
    await store.close();
  });

  it('commits nothing of which a part is missing, nor into a log that ends elsewhere', async () => {
    const store = openSqliteEventStore({ file });
    const writer = new BesideWriter(file);
    for (const [head, rows] of [
      [undefined, 3],
      [7n, 2],
    ] as const) {
      const session = writer.begin();
      session.tell(rowsOf(prepared(['a', 'b']), head));
      expect(await session.ask(commitOf(prepared(['a', 'b']), rows))).toEqual({ kind: 'undone' });
    }
    expect(await documentsIn(store)).toEqual([]);
    await writer.close();
    await store.close();
  });

  it('makes no file where there is none, and says that nothing was written', async () => {
    const writer = new BesideWriter(join(folder.dir, 'missing.sqlite'));
    const session = writer.begin();
    session.tell(rowsOf(prepared(['a'])));
    expect(await session.ask(commitOf(prepared(['a']), 1))).toEqual({ kind: 'undone' });
    expect(await session.ask({ kind: 'undo' })).toEqual({ kind: 'undone' });
    await writer.close();
  });

  it('leaves nothing when the disk is full, and the file is free', () => {
    const database = openLedgerFile(file, false);
    database.exec('PRAGMA max_page_count = 40');
    const log = new SqliteLog(database, file);
    const append = prepared(['a', 'b', 'c'], 'x'.repeat(200_000));
    const full = new AppendInParts(log);
    full.add(rowsOf(append));
    expect(full.commit(commitOf(append, 3))).toEqual({ kind: 'undone' });
    expect(log.inTransaction).toBe(false);
    const small = new AppendInParts(log);
    small.add(rowsOf(prepared(['d'])));
    expect(small.commit(commitOf(prepared(['d']), 1))).toMatchObject({ kind: 'committed' });
    log.close();
  });

  it('leaves nothing when there is no room for its commit', () => {
    const log = new SqliteLog(openLedgerFile(file, false), file);
    log.commit = () => {
      throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
    };
    const append = new AppendInParts(log);
    append.add(rowsOf(prepared(['a'])));
    expect(append.commit(commitOf(prepared(['a']), 1))).toEqual({ kind: 'undone' });
    expect(log.inTransaction).toBe(false);
    log.close();
  });

  it('does not know what became of a commit that failed', () => {
    const log = new SqliteLog(openLedgerFile(file, false), file);
    log.commit = () => {
      throw new Error('the disk did not answer');
    };
    const append = new AppendInParts(log);
    append.add(rowsOf(prepared(['a'])));
    const answer = append.commit(commitOf(prepared(['a']), 1));
    expect(answer).toEqual({ kind: 'unsure', cause: 'the disk did not answer' });
    expect(log.inTransaction).toBe(false);
    log.close();
  });
});
