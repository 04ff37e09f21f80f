import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseCivilDate, parseInstant, streams } from '#kernel';
import { DEFAULT_SETTINGS, organisation, type OrganisationSettings } from '#organisation';
import {
  commit,
  fund,
  type Ledger,
  ledgers,
  open,
  recorderOn,
  refusalOf,
  to,
  under,
  wholeLog,
} from './ledger.fixture.ts';
import { posting } from './posting.ts';

const register = (settings: OrganisationSettings) =>
  posting(organisation, streams.organisation('etda'), {
    type: 'register-organisation',
    organisation: 'etda',
    settings,
    effectiveOn: parseCivilDate('2026-04-01'),
  });

describe.each(ledgers)('the first posting of an organisation %s', (_, openLedger) => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = openLedger();
  });

  afterEach(() => ledger.close());

  it('registers it with the defaults, before its own event and together with it', async () => {
    expect(await ledger.recorder.settingsOf('etda')).toBeUndefined();
    const receipt = await ledger.recorder.post(to('P01', open('P01')), under('first'));
    expect(receipt.events.map(({ type, stream }) => [type, stream])).toEqual([
      ['OrganisationRegistered', 'organisation-etda'],
      ['BudgetAccountOpened', 'budgetaccount-etda.2569.P01'],
    ]);
    expect(await ledger.recorder.settingsOf('etda')).toEqual(DEFAULT_SETTINGS);
    const again = await ledger.recorder.post(to('P01', open('P01')), under('first'));
    expect(again).toEqual({ ...receipt, replayed: true });
    await ledger.recorder.post(to('P02', open('P02')), under('second'));
    expect((await wholeLog(ledger.store)).map(({ type }) => type)).toEqual([
      'OrganisationRegistered',
      'BudgetAccountOpened',
      'BudgetAccountOpened',
    ]);
  });

  it('leaves the log empty when it is refused', async () => {
    const refused = ledger.recorder.post(to('P01', commit('PO-1', '1.00')), under('first'));
    expect(await refusalOf(refused)).toMatchObject({ code: 'account-not-open' });
    expect(await wholeLog(ledger.store)).toEqual([]);
    expect(await ledger.recorder.settingsOf('etda')).toBeUndefined();
  });

  it('registers it once, however many come at the same time', async () => {
    const projects = Array.from({ length: 10 }, (_each, index) => `P${index}`);
    await Promise.all(projects.map((each) => ledger.recorder.post(to(each, open(each)), under(each))));
    const types = (await wholeLog(ledger.store)).map(({ type }) => type);
    expect(types.filter((type) => type === 'OrganisationRegistered')).toHaveLength(1);
    expect(types.filter((type) => type === 'BudgetAccountOpened')).toHaveLength(10);
  });

  it('follows the calendar with which it was registered before', async () => {
    const calendar = { startMonth: 1, era: 'CE', timeZone: 'America/New_York' } as const;
    await ledger.recorder.post(register({ ...DEFAULT_SETTINGS, calendar }), under('register'));
    expect(await recorderOn(ledger.store).settingsOf('etda')).toMatchObject({ calendar });
    const refused = ledger.recorder.post(to('P01', open('P01')), under('first'));
    expect(await refusalOf(refused)).toMatchObject({ code: 'date-outside-fiscal-year' });
    const again = ledger.recorder.post(register(DEFAULT_SETTINGS), under('again'));
    expect(await refusalOf(again)).toMatchObject({ code: 'organisation-already-registered' });
  });

  it('keeps its keys apart from those of another organisation', async () => {
    await ledger.recorder.post(to('P01', open('P01')), under('same'));
    const other = await ledger.recorder.post(
      to('P02', open('P02')),
      under('same', { organisation: 'other' }),
    );
    expect(other.replayed).toBe(false);
    expect(other.events[0]).toMatchObject({ stream: 'organisation-other' });
  });
});

describe.each(ledgers)('history taken over %s', (_, openLedger) => {
  const december = parseInstant('2025-12-30T23:59:59+07:00');
  const march = parseInstant('2026-03-31T23:59:59+07:00');
  let ledger: Ledger;

  beforeEach(() => {
    ledger = openLedger();
  });

  afterEach(() => ledger.close());

  it('keeps the time at which the source booked it, in the order of booking', async () => {
    await ledger.recorder.post(to('P01', open('P01'), december), under('first'));
    await ledger.recorder.post(to('P02', open('P02'), march), under('second'));
    const log = await wholeLog(ledger.store);
    expect(log.map(({ bookedAt }) => bookedAt)).toEqual([december, december, march]);
    expect(log.every(({ metadata }) => metadata.imported === true)).toBe(true);
    expect(await ledger.store.positionAt(december)).toBe(log[1]?.position);
  });

  it('is refused when it was booked before what is recorded, and leaves nothing', async () => {
    await ledger.recorder.post(to('P01', open('P01'), march), under('first'));
    await fund(ledger, 'P02', '1.00');
    const log = await wholeLog(ledger.store);
    const late = to('P03', open('P03'), december);
    expect(await refusalOf(ledger.recorder.post(late, under('late')))).toMatchObject({
      code: 'booked-at-goes-back',
      kind: 'rule',
      details: { given: december, last: log.at(-1)?.bookedAt },
    });
    expect(await refusalOf(ledger.recorder.postAll([late], under('late-all')))).toMatchObject({
      code: 'booked-at-goes-back',
    });
    expect(await wholeLog(ledger.store)).toEqual(log);
    // What was refused is not half remembered: the account can be opened now.
    expect(await ledger.recorder.post(to('P03', open('P03')), under('now'))).toMatchObject({
      replayed: false,
    });
  });
});
