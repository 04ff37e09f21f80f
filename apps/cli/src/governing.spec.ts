import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { obligo, scratch } from '../testing/obligo.fixture.ts';

const temporary = scratch();
afterAll(() => temporary.remove());
const data = ['--data', join(temporary.dir, 'ledger')];
const account = ['--fiscal-year', '2569', '--project', 'P01', '--effective-on', '2025-11-01'];
const line = ['--fund-source', 'annual-appropriation', '--category', 'operating'];

describe('what governs postings, from the shell', () => {
  it('is set, shown and obeyed: an order waits, is listed, and is recorded by its approval', async () => {
    await obligo('account', 'open', ...account, '--name', 'Test', ...data);
    await obligo('budget', 'allocate', ...account, ...line, '--amount', '1000.00', ...data);
    const approvals = [{ command: 'commit', from: '100.00', tiers: ['checker'] }];
    const on = ['--effective-on', '2025-11-01'];
    await obligo('policy', 'set', '--policy', JSON.stringify({ approvals }), ...on, ...data);
    await obligo('duty', 'grant', '--duty', 'checker', '--holder', 'malee', ...on, ...data);
    const shown = await obligo('policy', 'show', ...data);
    expect(JSON.parse(shown.out)).toMatchObject({
      version: 1,
      policy: { approvals, pastQuarters: 'open' },
      duties: [{ duty: 'checker', holder: 'malee' }],
    });

    const order = ['commitment', 'make', ...account, ...line, '--commitment', 'PO-1', '--amount', '150.00'];
    const direct = await obligo(...order, '--actor', 'somchai', ...data);
    expect([direct.code, direct.err]).toEqual([3, expect.stringContaining('approval-needed')]);
    await obligo(...order, '--actor', 'somchai', '--submit', 'W-1', ...data);
    const waiting = await obligo('approval', 'list', ...data);
    expect(JSON.parse(waiting.out)).toMatchObject({
      rows: [{ number: 'W-1', maker: 'somchai', amount: '150.00', waitsFor: 'checker', status: 'waiting' }],
    });
    const document = await obligo('approval', 'show', '--number', 'W-1', ...data);
    expect(JSON.parse(document.out)).toMatchObject({ what: [{ command: { amount: '150.00' } }] });

    const approved = await obligo('approval', 'give', '--number', 'W-1', '--actor', 'malee', ...on, ...data);
    expect([approved.code, approved.out]).toEqual([0, expect.stringContaining('recorded CommitmentMade')]);
    expect(JSON.parse((await obligo('approval', 'list', ...data)).out)).toMatchObject({ rows: [] });
  });

  it('closes periods, and lists those that are not open', async () => {
    const period = ['--fiscal-year', '2569', '--period', 'Q1', '--effective-on', '2026-01-05'];
    await obligo('period', 'close', ...period, ...data);
    const listed = await obligo('period', 'list', '--fiscal-year', '2569', ...data);
    expect(JSON.parse(listed.out)).toMatchObject({
      months: [
        { month: '2025-10', status: 'closed' },
        { month: '2025-11', status: 'closed' },
        { month: '2025-12', status: 'closed' },
      ],
    });
  });
});
