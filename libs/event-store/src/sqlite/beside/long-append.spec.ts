import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { collect, command, imported, posting, rejectionOf } from '../../../testing/index.ts';
import { documentsIn } from '../../../testing/samples.ts';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import {
  BookedAtGoesBack,
  CommandAlreadyRecorded,
  CorruptedIdempotency,
  StoreClosed,
  WrongExpectedRevision,
} from '../../errors.ts';
import type { CommandMarker, EventStore, NewEvent, StreamCheck, StreamWrite } from '../../event-store.ts';
import { openSqliteEventStore, type SqliteEventStore } from '../sqlite-event-store.ts';

const CLOCK = () => Date.UTC(2026, 3, 1);
/** Enough of them for several batches, so that the thread has rows before all are known. */
const MANY = 300;
const note = 'ก'.repeat(500);
const large = (name: string): NewEvent => posting(name, { data: { document: name, note } });

/** `MANY` writes in turn on some streams, each expected where the one before it ended. */
function writesOn(
  streams: readonly string[],
  name: string,
  first = 'none' as 'none' | bigint,
): StreamWrite[] {
  const ends = new Map<string, bigint | 'none'>();
  return Array.from({ length: MANY }, (_, index) => {
    const stream = streams[index % streams.length] ?? '';
    const expected = ends.get(stream) ?? first;
    ends.set(stream, expected === 'none' ? 0n : expected + 1n);
    return { stream, expected, events: [large(`${name}-${index}`)] };
  });
}

function grow(
  store: SqliteEventStore,
  writes: readonly StreamWrite[],
  checks: readonly StreamCheck[] = [],
  marker?: CommandMarker,
) {
  const growing = store.grow();
  for (const write of writes) growing.add(write);
  return growing.append(checks, marker);
}

const told = async (outcome: Promise<unknown>): Promise<unknown> => {
  const [settled] = await Promise.allSettled([outcome]);
  return settled.status === 'fulfilled' ? settled.value : settled;
};

let folder: ReturnType<typeof temporaryFolder>;
let store: SqliteEventStore;
let other: SqliteEventStore;
beforeEach(() => {
  folder = temporaryFolder();
  store = openSqliteEventStore({ file: join(folder.dir, 'ledger.sqlite'), clock: CLOCK });
  other = openSqliteEventStore({ file: join(folder.dir, 'other.sqlite'), clock: CLOCK });
});
afterEach(async () => {
  await Promise.all([store.close(), other.close()]);
  folder.remove();
});

/** Asks both stores the same, one of them in the ordinary way, and compares answers and logs. */
async function compare(
  writes: readonly StreamWrite[],
  checks: readonly StreamCheck[] = [],
  marker?: CommandMarker,
): Promise<unknown> {
  const answer = await told(grow(store, writes, checks, marker));
  expect(answer).toEqual(await told(other.appendMany(writes, checks, marker)));
  expect(await contentOf(store)).toEqual(await contentOf(other));
  return answer;
}

const contentOf = async (of: EventStore) => [await collect(of.readAll()), await collect(of.readCommands())];

describe('an append that is written while it grows', () => {
  it.each([1, 7])('stands in the log as one that was made at once, over %s streams', async (count) => {
    const streams = Array.from({ length: count }, (_, index) => `account-${index}`);
    await compare(writesOn(streams, 'first'), [], command('first'));
    const last = BigInt(Math.ceil(MANY / count) - 1);
    const checks = [{ stream: 'account-9', expected: 'none' }] as const;
    const all = writesOn(streams.slice(0, 1), 'second', last);
    expect(await compare(all, checks, command('second'))).toMatchObject({ position: String(2 * MANY) });
  });

  it('takes history with the times at which it was booked', async () => {
    const writes = Array.from({ length: MANY }, (_, index): StreamWrite => {
      const bookedAt = new Date(Date.UTC(2020, 0, 1) + index * 1000).toISOString();
      const event = { ...imported(`old-${index}`, bookedAt), data: { document: `old-${index}`, note } };
      return { stream: 'account-1', expected: index === 0 ? 'none' : BigInt(index - 1), events: [event] };
    });
    await compare(writes);
    const late = { ...imported('late', '2019-01-01T00:00:00.000Z') };
    const answer = await compare([
      ...writesOn(['account-2'], 'more'),
      { stream: 'account-3', expected: 'none', events: [late] },
    ]);
    expect(answer).toMatchObject({ reason: { name: BookedAtGoesBack.name } });
  });

  it.each<[string, (writes: StreamWrite[]) => Parameters<typeof compare>, object]>([
    [
      'a stream that ends elsewhere',
      () => [[...writesOn(['account-2'], 'b'), ...writesOn(['account-1'], 'c', 5n)]],
      { name: WrongExpectedRevision.name },
    ],
    [
      'a write that does not follow the one before it',
      () => [
        [...writesOn(['account-2'], 'b'), { stream: 'account-2', expected: 0n, events: [large('odd')] }],
      ],
      { name: WrongExpectedRevision.name },
    ],
    [
      'a stream that moved and is not written',
      () => [writesOn(['account-2'], 'b'), [{ stream: 'account-1', expected: 0n }]],
      { name: WrongExpectedRevision.name },
    ],
    [
      'a command that is recorded',
      () => [writesOn(['account-2'], 'b'), [], command('first')],
      { name: CommandAlreadyRecorded.name },
    ],
    [
      'some events that are recorded',
      (writes) => [
        [...writesOn(['account-2'], 'b'), { ...writes[7]!, stream: 'account-3', expected: 'none' }],
      ],
      { name: CorruptedIdempotency.name },
    ],
  ])('is refused as any other for %s', async (_, asked, reason) => {
    const writes = writesOn(['account-1'], 'a');
    await compare(writes, [], command('first'));
    expect(await compare(...asked(writes))).toMatchObject({ reason });
  });

  it('is answered as before when it was made before', async () => {
    const writes = writesOn(['account-1', 'account-2'], 'a');
    await compare(writes);
    expect(await compare(writes)).toMatchObject({ deduplicated: true, position: String(MANY) });
  });

  it('is seen by nobody before it is whole, and never when it is discarded', async () => {
    const growing = store.grow();
    for (const write of writesOn(['account-1'], 'a')) growing.add(write);
    expect(await documentsIn(store)).toEqual([]);
    growing.discard();
    await store.append({ stream: 'account-1', expected: 'none', events: [posting('b')] });
    expect(await documentsIn(store)).toEqual(['b']);
  });
});

describe('others who write while an append grows', () => {
  it('wait for nothing of it, and it comes after them', async () => {
    const growing = store.grow();
    const writes = writesOn(['account-1', 'account-2'], 'a');
    for (const write of writes.slice(0, 200)) growing.add(write);
    await store.append({ stream: 'account-3', expected: 'none', events: [posting('b')] });
    expect(await documentsIn(store)).toEqual(['b']);
    for (const write of writes.slice(200)) growing.add(write);
    expect(await growing.append([])).toMatchObject({ position: String(MANY + 1) });
    expect(await documentsIn(store)).toHaveLength(MANY + 1);
  });

  it('make it fail when they move its streams', async () => {
    const growing = store.grow();
    for (const write of writesOn(['account-1'], 'a')) growing.add(write);
    await store.append({ stream: 'account-1', expected: 'none', events: [posting('b')] });
    expect(await rejectionOf(growing.append([]))).toBeInstanceOf(WrongExpectedRevision);
    expect(await documentsIn(store)).toEqual(['b']);
  });

  it('come after it once it is whole, whoever is first to grow', async () => {
    const [first, second] = [store.grow(), store.grow()];
    for (const write of writesOn(['account-1'], 'a')) first.add(write);
    for (const write of writesOn(['account-2'], 'b')) second.add(write);
    const all = [
      first.append([], command('a')),
      second.append([], command('b')),
      store.append({ stream: 'account-1', expected: BigInt(MANY - 1), events: [posting('c')] }),
    ];
    expect((await Promise.all(all)).map(({ position }) => position)).toEqual(['300', '600', '601']);
  });

  it('may be a foreign tool: it is made anew behind what that wrote', async () => {
    await store.append({ stream: 'account-1', expected: 'none', events: [posting('a')] });
    const foreign = new DatabaseSync(join(folder.dir, 'ledger.sqlite'));
    foreign.exec(`INSERT INTO events VALUES (9, randomblob(16), 1, 1, 'Foreign', 1, x'7b7d', x'7b7d', 9, 9)`);
    foreign.close();
    expect(await rejectionOf(grow(store, writesOn(['account-1'], 'b', 0n)))).toBeInstanceOf(
      WrongExpectedRevision,
    );
    expect(await grow(store, writesOn(['account-1'], 'b', 1n))).toMatchObject({ position: '309' });
  });
});

describe('a store that is closed', () => {
  it('undoes what grows and refuses it', async () => {
    const growing = store.grow();
    const [first, ...rest] = writesOn(['account-1'], 'a');
    for (const write of rest)
      growing.add({ ...write, stream: `of-${write.events[0]?.id ?? ''}`, expected: 'none' });
    const closed = store.close();
    if (first) growing.add(first);
    expect(await rejectionOf(growing.append([]))).toBeInstanceOf(StoreClosed);
    await closed;
    const again = openSqliteEventStore({ file: join(folder.dir, 'ledger.sqlite') });
    expect(await documentsIn(again)).toEqual([]);
    await again.close();
  });

  it('answers first what was whole before', async () => {
    const answer = grow(store, writesOn(['account-1'], 'a'));
    const closed = store.close();
    expect(await answer).toMatchObject({ position: '300' });
    await closed;
  });
});
