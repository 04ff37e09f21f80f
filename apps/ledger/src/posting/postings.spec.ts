import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';
import { postingAnswer } from './postings.answers.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
const DAY = '2025-12-01';
const invoice = { name: 'ใบแจ้งหนี้.pdf', size: 48_213, sha256: 'a'.repeat(64), reference: 'แฟ้ม 12/2569' };
const contract = { name: 'สัญญา.pdf', size: 1_024, sha256: 'b'.repeat(64) };
const P01 = 'budget-accounts/2569/P01';

let served: ServedLedger;
const tokens: Record<string, string> = {};

const post = async (who: string, path: string, body: object, headers: Record<string, string> = {}) => {
  const answer = await served.ask(path, {
    token: tokens[who],
    body: { effectiveOn: DAY, ...body },
    headers,
  });
  return { status: answer.status, json: answer.json, position: String(answer.json['position']) };
};
const show = async (who: string, position: string) =>
  postingAnswer.parse((await served.must(`postings/${position}`, { token: tokens[who] })).json);
const order = (commitment: string, amount: string, more: object = {}) => ({
  commitment,
  line: LINE,
  amount,
  ...more,
});

beforeAll(async () => {
  served = await ServedLedger.open();
  tokens['malee'] = await served.person('malee', ['maker']);
  tokens['limited'] = await served.person('limited', ['maker', { projects: ['P02'] }]);
  tokens['reader'] = await served.person('reader', ['reader']);
  tokens['checker'] = await served.person('checker', ['checker']);
  tokens['owner'] = await served.person('owner', ['budget-owner']);
  await post('malee', 'budget-accounts', { fiscalYear: 2569, project: 'P01', name: 'โครงการหนึ่ง' });
  await post('malee', 'budget-accounts', { fiscalYear: 2569, project: 'P02', name: 'โครงการสอง' });
  await post('malee', `${P01}/allocations`, { line: LINE, amount: '1000.00' });
});

afterAll(() => served.close());

describe('a recorded posting', () => {
  it('says what was asked, what was available before and after, and which files it rests on', async () => {
    const { position, status } = await post('malee', `${P01}/commitments`, {
      ...order('PO-1', '400.00', { counterparty: 'บริษัท ก' }),
      reason: 'จ้างที่ปรึกษา',
      evidence: [invoice, contract],
    });
    expect(status).toBe(201);
    const shown = await show('malee', position);
    expect(shown).toMatchObject({
      number: position,
      posts: ['budgetaccount/commit'],
      fiscalYear: 2569,
      project: 'P01',
      amount: '400.00',
      effectiveOn: DAY,
      actor: 'malee',
      reason: 'จ้างที่ปรึกษา',
      approval: null,
      evidence: [invoice, contract],
      available: [{ fiscalYear: 2569, project: 'P01', line: LINE, before: '1000.00', after: '600.00' }],
      remarks: [],
    });
    expect(shown.commands[0]).toMatchObject({ type: 'commit', amount: '400.00', counterparty: 'บริษัท ก' });
    expect(shown.events).toEqual([
      expect.objectContaining({
        type: 'CommitmentMade',
        position,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      }),
    ]);
  });

  it('keeps its before and after when more is posted later', async () => {
    const first = await post('malee', `${P01}/commitments`, order('PO-2', '100.00'));
    await post('malee', `${P01}/commitments`, order('PO-3', '50.00'));
    const { available } = await show('malee', first.position);
    expect(available).toEqual([expect.objectContaining({ before: '600.00', after: '500.00' })]);
  });

  it('and its reversal point at each other', async () => {
    const made = await post('malee', `${P01}/commitments`, order('PO-4', '10.00'));
    const reversed = await post('malee', `${P01}/commitments/PO-4/reversals`, { reason: 'บันทึกซ้ำ' });
    expect((await show('malee', made.position)).events[0]).toMatchObject({ reversedBy: reversed.position });
    expect((await show('malee', reversed.position)).events[0]).toMatchObject({ reverses: made.position });
  });

  it('with other evidence under the same key is another posting, and is refused', async () => {
    const key = { 'idempotency-key': 'with-evidence' };
    const body = { ...order('PO-5', '1.00'), evidence: [invoice] };
    expect((await post('malee', `${P01}/commitments`, body, key)).status).toBe(201);
    expect((await post('malee', `${P01}/commitments`, body, key)).status).toBe(200);
    const other = await post('malee', `${P01}/commitments`, { ...body, evidence: [contract] }, key);
    expect(other.json['code']).toBe('idempotency-key-reused');
  });

  it('takes no digest that is none, and no more files than there is room for', async () => {
    for (const evidence of [
      [{ ...invoice, sha256: 'A'.repeat(64) }],
      [{ ...invoice, size: -1 }],
      [{ ...invoice, name: '' }],
      Array(21).fill(invoice),
    ]) {
      const { json } = await post('malee', `${P01}/commitments`, { ...order('PO-6', '1.00'), evidence });
      expect(json['code']).toBe('input-invalid');
    }
  });

  it('is shown to its author and to who may read the journal there; others are told why not', async () => {
    const { position } = await post('malee', `${P01}/commitments`, order('PO-7', '1.00'));
    const codes = Object.fromEntries(
      await Promise.all(
        ['malee', 'checker', 'limited', 'reader'].map(
          async (who) => [who, await served.codeOf(`postings/${position}`, { token: tokens[who] })] as const,
        ),
      ),
    );
    expect(codes).toEqual({
      malee: 'answered 200',
      checker: 'answered 200',
      limited: 'outside-your-limits',
      reader: 'role-missing',
    });
    // Whoever works for another organisation does not learn that it is there.
    const elsewhere = await served.person('elsewhere', ['auditor', { organisation: 'other' }]);
    expect(await served.codeOf(`postings/${position}`, { token: elsewhere })).toBe('event-unknown');
    const own = await post('limited', 'budget-accounts/2569/P02/estimates', { line: LINE, amount: '5.00' });
    expect((await show('limited', own.position)).project).toBe('P02');
    expect(await served.codeOf('postings/999999', { token: tokens['malee'] })).toBe('event-unknown');
  });
});

describe('a remark', () => {
  it('adds words and evidence to a posting without touching money', async () => {
    const { position } = await post('malee', `${P01}/commitments`, order('PO-8', '1.00'));
    const before = (await show('malee', position)).available;
    const added = await post('checker', `postings/${position}/remarks`, {
      text: 'ได้รับใบแจ้งหนี้ฉบับจริงแล้ว',
      evidence: [{ ...invoice, sha256: 'c'.repeat(64) }],
    });
    expect(added.status).toBe(201);
    const shown = await show('malee', position);
    expect(shown.available).toEqual(before);
    expect(shown.remarks).toEqual([
      expect.objectContaining({
        position: added.position,
        actor: 'checker',
        text: 'ได้รับใบแจ้งหนี้ฉบับจริงแล้ว',
        evidence: [expect.objectContaining({ sha256: 'c'.repeat(64) })],
      }),
    ]);
    expect((await show('checker', added.position)).posts).toEqual(['remarks/add-remark']);
    const again = await post('checker', `postings/${position}/remarks`, {
      evidence: [{ ...invoice, sha256: 'c'.repeat(64) }],
    });
    expect(again.json['code']).toBe('evidence-added-already');
    expect((await post('malee', `postings/${position}/remarks`, {})).json['code']).toBe('remark-empty');
  });

  it('is recorded only by who may record in that project', async () => {
    const { position } = await post('malee', `${P01}/commitments`, order('PO-9', '1.00'));
    const refused = await post('limited', `postings/${position}/remarks`, { text: 'ลอง' });
    expect(refused.json['code']).toBe('outside-your-limits');
    expect((await post('reader', `postings/${position}/remarks`, { text: 'ลอง' })).status).toBe(403);
  });
});

describe('evidence of a document that waits for approval', () => {
  it('stands with what is recorded when it is approved', async () => {
    const approvals = [{ command: 'commit', from: '100.00', tiers: ['checker'] }];
    await post('owner', 'control/policy', { policy: { approvals } });
    await post('owner', 'control/duties', { duty: 'checker', holder: 'checker' });
    const handedIn = await post('malee', `${P01}/commitments?submit=W-1`, {
      ...order('PO-10', '200.00'),
      evidence: [contract],
    });
    expect(handedIn.status).toBe(201);
    const approved = await post('checker', 'approvals/W-1/approvals', {});
    expect(approved.status).toBe(201);
    expect(await show('malee', approved.position)).toMatchObject({
      actor: 'checker',
      onBehalfOf: 'malee',
      approval: 'W-1',
      amount: '200.00',
      evidence: [contract],
    });
  });
});
