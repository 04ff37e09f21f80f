import { expect } from '@jest/globals';
import { collect, command, documentsIn, posting, rejectionOf } from '../../testing/samples.ts';
import { UnknownOutcome } from '../errors.ts';
import type { StreamWrite } from '../event-store.ts';
import { NoAnswer, type LogClient } from './client/log-client.ts';
import type { LogCases, LogUnderTest } from './remote.fixture.ts';

const EXPIRY_MS = 1_500;
const transfer: readonly StreamWrite[] = [
  { stream: 'account-from', expected: 'none', events: [posting('out')] },
  { stream: 'account-to', expected: 'none', events: [posting('in')] },
];
const later: StreamWrite = { stream: 'account-to', expected: 'none', events: [posting('later')] };

/** A client whose process ends after so many appends: the rest never leaves it. */
const endingAfter =
  (appends: number) =>
  (client: LogClient): LogClient => {
    let left = appends;
    return {
      ...client,
      append: async (...given) => {
        if (left === 0) throw new NoAnswer('the process has ended');
        left -= 1;
        await client.append(...given);
      },
    };
  };

/** The transfer by a process that ends after so many of its four appends. */
async function endAfter(log: LogUnderTest, appends: number): Promise<void> {
  const ending = await log.openThrough(endingAfter(appends), EXPIRY_MS);
  const attempt = ending.appendMany(transfer, [], command('transfer'));
  expect(await rejectionOf(attempt)).toBeInstanceOf(UnknownOutcome);
}

/** A store that waits out the reservations of others. */
const patient = (log: LogUnderTest) => log.openThrough((client) => client, EXPIRY_MS, 20_000);

const voidsAfter = (appends: number) => async (log: LogUnderTest) => {
  await endAfter(log, appends);
  const other = await patient(log);
  const stream = appends > 1 ? later.stream : 'account-from';
  await other.append({ ...later, stream }, command('later'));
  expect(await documentsIn(other)).toEqual(['later']);
  expect(await other.findCommand(command('transfer').key)).toBeUndefined();
  expect(await documentsIn(await log.open())).toEqual(['later']);
};

/** What becomes of reservations: of appends over several streams where the server takes one at a time. */
export const reservations: LogCases = {
  'voids what a process left that ended when it had reserved the first account': voidsAfter(1),
  'voids what a process left that ended when it had reserved both accounts': voidsAfter(2),
  'voids what a process left that ended when it had prepared the append': voidsAfter(3),

  'lets the same command be posted again after it was voided': async (log) => {
    await endAfter(log, 3);
    const other = await patient(log);
    await other.appendMany(transfer, [], command('transfer'));
    expect(await documentsIn(other)).toEqual(['out', 'in']);
    expect(await other.findCommand(command('transfer').key)).toMatchObject(command('transfer'));
  },

  'finds a command done whose process ended before it heard the confirmation': async (log) => {
    const deaf = await log.openThrough(
      (client) => ({
        ...client,
        append: async (...given) => {
          await client.append(...given);
          if (given[2][0]?.type === 'ObligoAppendConfirmed') throw new NoAnswer('the process has ended');
        },
      }),
      EXPIRY_MS,
    );
    await rejectionOf(deaf.appendMany(transfer, [], command('transfer')));
    const other = await log.open();
    expect(await documentsIn(other)).toEqual(['out', 'in']);
    expect(await other.findCommand(command('transfer').key)).toMatchObject(command('transfer'));
  },

  'refuses the confirmation of one who comes after its time, and tells so': async (log) => {
    const held = Promise.withResolvers<undefined>();
    const slow = await log.openThrough(
      (client) => ({
        ...client,
        append: async (...given) => {
          if (given[2][0]?.type === 'ObligoAppendConfirmed') await held.promise;
          await client.append(...given);
        },
      }),
      EXPIRY_MS,
      20_000,
    );
    const late = slow.appendMany(transfer, [], command('transfer'));
    const other = await patient(log);
    await other.append(later, command('later'));
    held.resolve(undefined);
    expect(await rejectionOf(late)).toMatchObject({
      name: 'WrongExpectedRevision',
      stream: 'account-to',
      actual: 0n,
    });
    expect(await documentsIn(other)).toEqual(['later']);
  },

  'keeps revisions without gaps where reservations were voided in between': async (log) => {
    await endAfter(log, 2);
    const other = await patient(log);
    await other.append(later);
    await other.append({ ...later, expected: 0n, events: [posting('last')] });
    const events = await collect(other.readStream('account-to'));
    expect(events.map(({ revision }) => revision)).toEqual([0n, 1n]);
    expect(events.map(({ position }) => position)).toEqual(['1', '2']);
  },

  'delivers the events of an append side by side, whatever was written between them': async (log) => {
    const held = Promise.withResolvers<undefined>();
    const prepares = Promise.withResolvers<undefined>();
    const slow = await log.openThrough(
      (client) => ({
        ...client,
        append: async (...given) => {
          if (given[2][0]?.type === 'ObligoAppendPrepared') {
            prepares.resolve(undefined);
            await held.promise;
          }
          await client.append(...given);
        },
      }),
      60_000,
      20_000,
    );
    const appending = slow.appendMany(transfer, []);
    await prepares.promise;
    const other = await log.open();
    await other.append({ stream: 'account-other', expected: 'none', events: [posting('between')] });
    held.resolve(undefined);
    await appending;
    expect(await documentsIn(slow)).toEqual(['between', 'out', 'in']);
  },

  'does not append when a checked account is reserved by another': async (log) => {
    await endAfter(log, 2);
    const other = await patient(log);
    const checked = other.appendMany(
      [{ stream: 'account-own', expected: 'none', events: [posting('own')] }],
      [{ stream: 'account-to', expected: 'none' }],
    );
    // It waits until the reservation is voided, and then holds.
    await checked;
    expect(await documentsIn(other)).toEqual(['own']);
  },
};
