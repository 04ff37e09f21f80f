import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';
import { attemptsAnswer } from './attempts.answers.ts';
import {
  draftAnswer,
  draftKeptAnswer,
  draftRemovedAnswer,
  draftsAnswer,
  preferencesAnswer,
  visitAnswer,
} from './desk.answers.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
const DAY = '2025-10-01';

let served: ServedLedger;
let malee = '';
let somchai = '';
let auditor = '';

beforeAll(async () => {
  served = await ServedLedger.open();
  malee = await served.person('malee', ['maker']);
  somchai = await served.person('somchai', ['maker']);
  auditor = await served.person('anong', ['auditor']);
  const post = (path: string, body: object) =>
    served.must(path, { token: malee, body: { effectiveOn: DAY, ...body } });
  await post('budget-accounts', { fiscalYear: 2569, project: 'P01', name: 'โครงการหนึ่ง' });
  await post('budget-accounts/2569/P01/allocations', { line: LINE, amount: '100.00' });
});

afterAll(() => served.close());

describe('the desk', () => {
  it('keeps a draft for the one who typed it, and shows it to nobody else', async () => {
    const path = 'desk/drafts/0b2f6f3e-6d9b-5a5e';
    const body = { kind: 'post', title: 'สัญญา 12', content: '{"amount":"๑๐๐"}', revision: 0 };
    const kept = await served.must(path, { token: malee, method: 'PUT', body });
    expect(draftKeptAnswer.parse(kept.json)).toMatchObject({ revision: 1, title: 'สัญญา 12' });
    const read = draftAnswer.parse((await served.must(path, { token: malee })).json);
    expect(read.content).toBe('{"amount":"๑๐๐"}');
    expect(await served.codeOf(path, { token: somchai })).toBe('draft-unknown');
    expect(draftsAnswer.parse((await served.must('desk/drafts', { token: somchai })).json).drafts).toEqual(
      [],
    );
    expect(await served.codeOf(path, { token: malee, method: 'PUT', body })).toBe('draft-changed-elsewhere');
    expect(await served.codeOf(path, { token: malee, method: 'PUT', body: { ...body, revision: -1 } })).toBe(
      'input-invalid',
    );
    const removed = await served.must(path, { token: malee, method: 'DELETE' });
    expect(draftRemovedAnswer.parse(removed.json).id).toBe('0b2f6f3e-6d9b-5a5e');
    expect(await served.codeOf(path, { token: malee })).toBe('draft-unknown');
  });

  it('keeps how somebody wants to see the pages', async () => {
    const body = { language: 'en', unit: 'baht', theme: 'dark', time: 'utc', shortcuts: false };
    await served.must('desk/preferences', { token: malee, method: 'PUT', body });
    const kept = preferencesAnswer.parse((await served.must('desk/preferences', { token: malee })).json);
    expect(kept.preferences).toEqual(body);
    const none = preferencesAnswer.parse((await served.must('desk/preferences', { token: somchai })).json);
    expect(none.preferences).toEqual({});
    const wrong = { token: malee, method: 'PUT', body: { theme: 'pink' } } as const;
    expect(await served.codeOf('desk/preferences', wrong)).toBe('input-invalid');
  });

  it('remembers where the log ended when somebody last looked, and takes no position that there is not', async () => {
    const see = (position: string, organisation = '') =>
      served.ask(`desk/visit${organisation}`, { token: malee, method: 'PUT', body: { position } });
    expect(visitAnswer.parse((await see('1')).json).last).toBeNull();
    served.clock.now += 3_600_000;
    expect(visitAnswer.parse((await see('2')).json).last).toMatchObject({ position: '1' });
    expect((await see('last')).status).toBe(400);
    expect((await see('2', '?organisation=nobody')).json).toMatchObject({ code: 'organisation-unknown' });
  });
});

describe('what somebody kept', () => {
  it('is forgotten when the account is erased', async () => {
    const token = await served.person('kanda', ['maker']);
    const body = { kind: 'post', title: 'ร่าง', content: '{}', revision: 0 };
    await served.must('desk/drafts/draft-of-kanda', { token, method: 'PUT', body });
    await served.must('people/kanda/closings', { token: served.admin, body: { reason: 'ลาออก' } });
    await served.must('people/kanda/erasures', { token: served.admin, body: { reason: 'ขอให้ลบ' } });
    expect(await served.ledger.embedded.desk.drafts('kanda')).toEqual([]);
  });
});

describe('a posting that is refused', () => {
  const commit = (amount: string, more: object = {}, path = 'commitments') => ({
    path: `budget-accounts/2569/P01/${path}`,
    asking: { body: { commitment: 'PO-1', line: LINE, amount, effectiveOn: DAY, ...more } },
  });
  const attempt = (token: string, { path, asking }: ReturnType<typeof commit>) =>
    served.ask(path, { ...asking, token, headers: { 'idempotency-key': 'key-1' } });
  const attempts = async (token: string, query = '') =>
    attemptsAnswer.parse((await served.must(`attempts${query}`, { token })).json);

  it('is kept with who, what, why not, and how much was missing; a dry run and a recorded one are not', async () => {
    expect((await attempt(somchai, commit('100.01', {}, 'commitments?dryRun=true'))).status).toBe(422);
    expect((await attempt(somchai, commit('100.01'))).status).toBe(422);
    expect((await attempt(somchai, commit('40.00'))).status).toBe(201);
    const { rows, of, next } = await attempts(somchai);
    expect([of, next]).toEqual(['own', null]);
    expect(rows).toEqual([
      expect.objectContaining({
        who: 'somchai',
        operation: 'commitmentMake',
        fiscalYear: '2569',
        project: 'P01',
        status: 422,
        code: 'budget-exceeded',
        shortfall: '0.01',
        idempotencyKey: 'key-1',
        message: expect.stringContaining('0.01 is missing'),
      }),
    ]);
    expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({ commitment: 'PO-1', amount: '100.01' });
  });

  it('is kept when the form was wrong and when somebody had no right, too', async () => {
    expect((await attempt(malee, commit('1.234'))).status).toBe(400);
    expect((await attempt(auditor, commit('1.00'))).status).toBe(403);
    const codes = (await attempts(auditor)).rows.map(({ who, code }) => [who, code]);
    expect(codes.slice(0, 2)).toEqual([
      ['anong', 'role-missing'],
      ['malee', 'input-invalid'],
    ]);
  });

  it('is shown to the one who tried and to auditors, and is found by any part of it', async () => {
    expect((await attempts(malee)).rows.every(({ who }) => who === 'malee')).toBe(true);
    expect((await attempts(malee, '?who=somchai')).rows.every(({ who }) => who === 'malee')).toBe(true);
    const all = await attempts(auditor, '?limit=1');
    expect([all.of, all.rows.length]).toEqual(['all', 1]);
    const rest = await attempts(auditor, `?before=${all.next?.before ?? ''}`);
    expect(rest.rows.map(({ code }) => code)).toEqual(['input-invalid', 'budget-exceeded']);
    expect((await attempts(auditor, '?text=PO-1&code=budget-exceeded&project=P01')).rows).toHaveLength(1);
    expect((await attempts(auditor, '?until=2025-12-04')).rows).toEqual([]);
    expect((await attempts(auditor, '?since=2025-12-05')).rows).toHaveLength(3);
    expect(await served.codeOf('attempts', {})).toBe('not-signed-in');
  });

  it('is kept without anything that looks like a secret', async () => {
    const token = `obligo_${'a'.repeat(30)}`;
    await attempt(malee, commit('1.00', { password: 'hidden-1', reason: token }));
    const [{ body } = { body: '' }] = (await attempts(malee)).rows;
    expect(body).not.toMatch(/hidden-1|obligo_a/);
    expect(body).toContain('***');
  });

  it('is still there after a restart, until its retention ends', async () => {
    await served.restart();
    malee = await served.signIn('malee');
    expect((await attempts(malee)).rows).toHaveLength(2);
    served.clock.now += 731 * 86_400_000;
    await served.restart();
    malee = await served.signIn('malee');
    expect((await attempts(malee)).rows).toEqual([]);
  });
});
