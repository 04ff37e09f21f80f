import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { eventAnswer, eventContextAnswer, journalAnswer, journalSummaryAnswer } from './journal.answers.ts';

type Journal = z.infer<typeof journalAnswer>;

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.import();
});
afterAll(() => ledger.close());

const journalOf = async (query: string): Promise<Journal> =>
  journalAnswer.parse((await ledger.get(`journal?${query}`)).json);
const summaryOf = async (query: string) =>
  journalSummaryAnswer.parse((await ledger.get(`journal/summary?${query}`)).json);
const positions = ({ rows }: Journal): number[] => rows.map(({ position }) => Number(position));

const all = () => journalOf('limit=10000');

/** Follows the cursors of one direction from a page on. */
async function onFrom(first: Journal, query: string, way: 'next' | 'previous'): Promise<number[][]> {
  const pages = [positions(first)];
  for (let at = first[way]; at !== null;) {
    const [side, position] = Object.entries(at)[0] as [string, string];
    const page = await journalOf(`${query}&${side}=${position}`);
    pages.push(positions(page));
    at = page[way];
  }
  return pages;
}

describe('the journal, page by page', () => {
  it.each(['oldest', 'newest'])(
    'goes through everything once, the %s first, and back again',
    async (order) => {
      const whole = positions(await all());
      const expected = order === 'newest' ? whole.toReversed() : whole;
      const query = `order=${order}&limit=50`;
      const there = await onFrom(await journalOf(query), query, 'next');
      expect(there.flat()).toEqual(expected);
      const last = there.findLast((page) => page.length > 0)?.at(-1) ?? 0;
      const from = await journalOf(`${query}&${order === 'newest' ? `before=${last}` : `after=${last}`}`);
      const back = await onFrom(from, query, 'previous');
      expect(back.slice(1).reverse().flat()).toEqual(expected);
    },
  );

  it('begins with what was booked on a day', async () => {
    const later = await journalOf('bookedOn=2026-03-31&limit=5');
    expect(later.rows[0]?.booked_at.slice(0, 10)).toBe('2026-03-31');
    const newest = await journalOf('bookedOn=2025-12-30&order=newest&limit=5');
    expect(newest.rows[0]?.booked_at.slice(0, 10)).toBe('2025-12-30');
    expect(positions(newest)[0]).toBe(Number(later.rows[0]?.position) - 1);
  });

  it('ends at what was known', async () => {
    const { knownAt, rows } = await journalOf('knownAt=2025-12-30&order=newest&limit=1');
    expect(rows[0]?.position).toBe(knownAt.position);
  });
});

describe('a filter of the journal', () => {
  it('takes kinds, words, amounts and fiscal periods together', async () => {
    const { rows } = await journalOf(
      'fiscalYear=2569&quarter=Q1&type=CommitmentMade,DisbursementMade&project=P01',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(['CommitmentMade', 'DisbursementMade']).toContain(row.type);
      expect(row.effective_on >= '2025-10-01' && row.effective_on <= '2025-12-31').toBe(true);
      expect(row.project_code).toBe('P01');
    }
    const amount = rows[0]?.amount ?? '';
    const same = await journalOf(`amountFrom=${amount}&amountTo=${amount}`);
    expect(same.rows.every((row) => row.amount === amount)).toBe(true);
    const source = (await all()).rows.find((row) => row.source !== undefined)?.source ?? '';
    const word = encodeURIComponent(Array.from(source).slice(2, 12).join(''));
    const spoken = await journalOf(`text=${word}&limit=10000`);
    expect(spoken.rows.length).toBeGreaterThan(0);
    expect((await summaryOf(`text=${word}`)).count).toEqual({ rows: spoken.rows.length, isWhole: true });
  });

  it('adds up exactly what it finds, by type and in all', async () => {
    const { rows } = await all();
    const satang = (baht: string) => BigInt(baht.replace('.', ''));
    const paid = rows.filter(({ type }) => type === 'DisbursementMade');
    const summary = await summaryOf('');
    const total = rows.reduce((sum, { amount }) => sum + satang(amount ?? '0.00'), 0n);
    expect(satang(summary.amount ?? '')).toBe(total);
    const sum = paid.reduce((sum, { amount }) => sum + satang(amount ?? '0.00'), 0n);
    expect(summary.byType).toContainEqual({
      type: 'DisbursementMade',
      rows: paid.length,
      amount: `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`,
    });
  });

  it('that finds nothing says what excludes most', async () => {
    const summary = await summaryOf('project=P01&actor=nobody-at-all');
    expect(summary).toMatchObject({ count: { rows: 0 }, excluding: { criterion: 'actor' } });
    expect(summary.excluding?.rows).toBe((await summaryOf('project=P01')).count.rows);
  });

  it('is given as a whole in a file', async () => {
    const { text, headers } = await ledger.get('journal/export?project=P01');
    const { rows } = await journalOf('project=P01&limit=10000');
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toContain('position,booked_at,effective_on,type');
    expect(lines.length - 1).toBe(rows.length);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="journal-\d+\.csv"$/);
  });

  it.each([
    ['quarter=Q1', 'quarter'],
    ['after=1&before=2', 'before'],
    ['before=x', 'before'],
    ['type=,', 'type'],
  ])('%s is refused, and the field is named', async (query, field) => {
    const { status, json } = await ledger.get(`journal?${query}`);
    expect({ status, code: json['code'] }).toEqual({ status: 400, code: 'input-invalid' });
    expect(JSON.stringify(json)).toContain(`"field":"${field}"`);
  });
});

describe('what stands around an event', () => {
  it('is what was recorded with it, and what it did to the figures of its account', async () => {
    const [row] = (await journalOf('type=DisbursementMade&project=P01&limit=1')).rows;
    const position = row?.position ?? '';
    const { json } = await ledger.get(`events/${position}/context`);
    const context = eventContextAnswer.parse(json);
    expect(context.row).toEqual(row);
    expect(context.isKnown).toBe(true);
    expect(context.posting.map((event) => event.position)).toContain(position);
    const disbursed = context.moves.find(({ measure }) => measure === 'disbursed');
    const satang = (baht: string | undefined) => BigInt((baht ?? '0.00').replace('.', ''));
    expect(satang(disbursed?.after) - satang(disbursed?.before)).toBe(satang(row?.amount));
    eventAnswer.parse((await ledger.get(`events/${position}`)).json);
  });

  it('says that it was not known at a moment before', async () => {
    const { knownAt } = await journalOf('knownAt=2025-12-30&limit=1');
    const later = Number(knownAt.position) + 1;
    const { json } = await ledger.get(`events/${later}/context?knownAt=2025-12-30`);
    expect(eventContextAnswer.parse(json).isKnown).toBe(false);
    expect(await ledger.get('events/999999/context')).toMatchObject({
      status: 404,
      json: { code: 'event-unknown' },
    });
  });
});

describe('an event that another took back', () => {
  it('and the one that took it back name each other, from then on', async () => {
    const line = { fundSource: 'annual-appropriation', category: 'operating' };
    const account = { fiscalYear: 2569, project: 'PX', name: 'ทดลอง', effectiveOn: '2026-04-01' };
    const post = async (path: string, body: object) => {
      const { status, text } = await ledger.post(`budget-accounts${path}`, body);
      expect([status, text.slice(0, 200)]).toEqual([201, expect.any(String)]);
    };
    const on = { effectiveOn: '2026-04-02' };
    await post('', account);
    await post('/2569/PX/allocations', { line, amount: '1000.00', effectiveOn: '2026-04-01' });
    for (const commitment of ['PO-1', 'PO-2']) {
      await post('/2569/PX/commitments', { commitment, line, amount: '60.00', ...on });
    }
    const before = (await journalOf('order=newest&limit=1')).rows[0]?.position ?? '';
    await post('/2569/PX/commitments/PO-1/reversals', { reason: 'บันทึกผิดโครงการ', ...on });
    const [reversal] = (await journalOf('project=PX&type=CommitmentReversed')).rows;
    const [made] = (await journalOf('project=PX&reversed=true')).rows;
    expect(made).toMatchObject({ type: 'CommitmentMade', document: 'PO-1', reversed_by: reversal?.position });
    expect(reversal).toMatchObject({ document: 'PO-1', reverses: made?.position });
    expect((await journalOf('project=PX&type=CommitmentMade&reversed=false')).rows).toMatchObject([
      { document: 'PO-2' },
    ]);
    expect((await journalOf(`project=PX&reversed=true&knownAt=${before}`)).rows).toEqual([]);
    // The reversal lies on the page before, and counts on this one.
    const older = `project=PX&order=newest&before=${reversal?.position ?? ''}`;
    expect((await journalOf(`${older}&reversed=true`)).rows).toMatchObject([{ document: 'PO-1' }]);
    expect((await journalOf(`${older}&type=CommitmentMade&reversed=false`)).rows).toMatchObject([
      { document: 'PO-2' },
    ]);
    const then = await journalOf(`project=PX&document=PO-1&knownAt=${before}`);
    expect(then.rows[0]?.reversed_by).toBeUndefined();
  });
});
