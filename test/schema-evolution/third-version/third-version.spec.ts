import { afterEach, describe, expect, it } from '@jest/globals';
import { eventDigest } from '#audit-trail';
import { type AccountCommand, budgetAccount } from '#budget';
import { encodeCanonical, type RecordedEvent } from '#event-store';
import {
  EventCatalogue,
  type EventDefinition,
  isRefusal,
  parseBaht,
  parseCivilDate,
  RefusalError,
} from '#kernel';
import { posting, type Receipt, Recorder } from '#posting';
import { ledgerBook } from '#verification';
import { catalogues } from '../../../scripts/docs/catalogue.ts';
import { eventPage, eventSchemas } from '../../../scripts/docs/events.ts';
import { ledgerNames, readFrozenTotals, readLog } from '../frozen.fixture.ts';
import { NOW, Restored } from '../restored.fixture.ts';
import { disbursementMade1 } from './disbursement-made.v1.ts';
import { disbursementMade2 } from './disbursement-made.v2.ts';
import { disbursementMade } from './today.ts';

const third: EventDefinition = {
  ...disbursementMade,
  version: 3,
  older: [disbursementMade1, disbursementMade2],
};
const known = catalogues.flatMap(({ events }): readonly EventDefinition[] => events);
const evolved = new EventCatalogue(known.map((each) => (each.type === third.type ? third : each)));
const account = 'budgetaccount-main.2569.P01';

type Data = { readonly disbursement: string; readonly line: { fundSource: string; category: string } };

/** What a program would have stored that knew the first or the second version only. */
function stored({ disbursement, line, ...rest }: Data, version: number): object {
  const { fundSource, category } = line;
  if (version === 1) return { ...rest, voucher: disbursement, paidFrom: `${fundSource}/${category}` };
  return { ...rest, voucher: disbursement, line };
}

/** A real log, as if its payments had been stored in the first and the second version by turns. */
function older(log: readonly RecordedEvent[]): RecordedEvent[] {
  const ends = new Map<string, string>();
  let payments = 0;
  return log.map((event) => {
    const isPayment = event.type === third.type;
    const schemaVersion = isPayment ? 1 + (payments++ % 2) : event.schemaVersion;
    const data = isPayment ? stored(event.data as Data, schemaVersion) : event.data;
    const previous = ends.get(event.stream);
    const metadata = { ...event.metadata, ...(previous === undefined ? {} : { previous }) };
    const [dataBytes, metadataBytes] = [encodeCanonical(data), encodeCanonical(metadata)];
    const changed = { ...event, schemaVersion, data, metadata, dataBytes, metadataBytes };
    ends.set(event.stream, eventDigest(changed));
    return changed;
  });
}

const withPayments = ledgerNames().filter((name) =>
  readLog(name, 'events').some(({ type }) => type === third.type),
);
const [example = ''] = withPayments;

let opened: Restored[] = [];

function restored(log: readonly RecordedEvent[], catalogue: EventCatalogue): Restored {
  const ledger = new Restored(log, catalogue);
  opened.push(ledger);
  return ledger;
}

afterEach(async () => {
  for (const each of opened) await each.close();
  opened = [];
});

const recorderOf = ({ store }: Restored, catalogue: EventCatalogue) =>
  new Recorder({ store, catalogue, clock: () => NOW });

function pay(recorder: Recorder, disbursement: string, amount: string): Promise<Receipt> {
  const line = { fundSource: 'annual-appropriation', category: 'operating' };
  const effectiveOn = parseCivilDate('2026-06-30');
  const command: AccountCommand = {
    type: 'disburse',
    disbursement,
    line,
    amount: parseBaht(amount),
    effectiveOn,
  };
  return recorder.post(posting(budgetAccount, account, command), {
    organisation: 'main',
    actor: 'officer-1',
    idempotencyKey: disbursement,
  });
}

const refusedWith = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => (error instanceof RefusalError ? error.refusal : error),
  );

describe('an event type in its third version', () => {
  it('has real logs to be tried on', () => {
    expect(withPayments.length).toBeGreaterThan(5);
  });

  it.each(withPayments)('is reported from older bytes as before: %s', async (name) => {
    const log = readLog(name, 'events');
    const [before, after] = [restored(log, ledgerBook.catalogue), restored(older(log), evolved)];
    expect(await after.totals()).toEqual(readFrozenTotals(name));
    expect(await after.rows()).toEqual(await before.rows());
  });

  it.each(withPayments)('is folded from older bytes as before: %s', async (name) => {
    const log = readLog(name, 'events');
    const [before, after] = [restored(log, ledgerBook.catalogue), restored(older(log), evolved)];
    expect(await recorderOf(after, evolved).stateOf(budgetAccount, account)).toEqual(
      await recorderOf(before, ledgerBook.catalogue).stateOf(budgetAccount, account),
    );
  });

  it('is decided on as before, and written in the newest version only', async () => {
    const log = readLog(example, 'events');
    const [before, after] = [restored(log, ledgerBook.catalogue), restored(older(log), evolved)];
    const [old, now] = [recorderOf(before, ledgerBook.catalogue), recorderOf(after, evolved)];
    const tooMuch = await refusedWith(pay(now, 'V-too-much', '99999999.00'));
    expect(isRefusal(tooMuch)).toBe(true);
    expect(tooMuch).toEqual(await refusedWith(pay(old, 'V-too-much', '99999999.00')));
    await Promise.all([pay(old, 'V-new', '0.01'), pay(now, 'V-new', '0.01')]);
    const [was, is] = [(await before.log()).at(-1)!, (await after.log()).at(-1)!];
    expect([was.schemaVersion, is.schemaVersion]).toEqual([1, 3]);
    expect(is.data).toEqual(was.data);
    expect(is.metadata.decision).toEqual(was.metadata.decision);
    expect(await after.totals()).toEqual(await before.totals());
  });

  it('leaves the older bytes as they are', async () => {
    const log = older(readLog(example, 'events'));
    const ledger = restored(log, evolved);
    await ledger.totals();
    await pay(recorderOf(ledger, evolved), 'V-new', '0.01');
    const kept = (await ledger.log()).slice(0, log.length);
    const bytes = (events: readonly RecordedEvent[]) =>
      events.map(({ dataBytes, metadataBytes }) => Buffer.concat([dataBytes, metadataBytes]).toString());
    expect(bytes(kept)).toEqual(bytes(log));
  });

  it('stops a program that knows the first version only, and says where', async () => {
    const log = readLog(example, 'events');
    const unpaid = log.slice(
      0,
      log.findIndex(({ type }) => type === third.type),
    );
    const ledger = restored(unpaid, ledgerBook.catalogue);
    const { position = '' } = await pay(recorderOf(ledger, evolved), 'V-new', '0.01');
    const { revision } = (await ledger.log()).at(-1)!;
    const said = `DisbursementMade is stored in version 3, this version reads version 1 (stream ${account}, revision ${revision}, position ${position})`;
    await expect(ledger.totals()).rejects.toThrow(said);
    await expect(pay(recorderOf(ledger, ledgerBook.catalogue), 'V-next', '0.01')).rejects.toThrow(said);
  });
});

describe('the steps of an event type', () => {
  it.each([disbursementMade1, disbursementMade2])(
    'from version $version change nothing of what they get',
    (step) => {
      const payment = readLog(example, 'events').find(({ type }) => type === third.type)!;
      const data = deepFrozen(step.data.parse(stored(payment.data as Data, step.version)));
      const about = { effectiveOn: parseCivilDate(payment.metadata.effectiveOn) };
      expect(step.upcast(data as never, about)).toEqual(step.upcast(data as never, about));
    },
  );

  it('are shown in the catalogue, and each version has its schema', () => {
    const lists = [{ title: 'Budget account', about: 'One stream per project.', events: [third] }];
    expect([...eventSchemas(lists).keys()]).toEqual([1, 2, 3].map((each) => `DisbursementMade.v${each}`));
    const page = eventPage(lists);
    expect(page).toContain('Version 3 · streams');
    expect(page).toContain(
      '- Version 1 ([JSON Schema](schemas/DisbursementMade.v1.json)) was replaced: A line has two parts, each with a code of its own.',
    );
  });
});

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) deepFrozen(member);
    Object.freeze(value);
  }
  return value;
}
