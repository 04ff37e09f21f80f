import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import type { Satang } from '#kernel';
import type { JournalFilter } from './filter.ts';
import { JournalNames } from './names.ts';
import { JournalQueries } from './queries.ts';
import type { JournalSpan } from './span.ts';
import { indexes, schema } from './tables.ts';
import { WordRows } from './words.ts';

/** Enough that a filter which lets hardly any row pass is broken off on its way. */
const ROWS = 12_500;
const organisation = 'etda';
const TYPES = ['CommitmentMade', 'DisbursementMade', 'BudgetAllocated'];
const WORDS = ['ค่าจ้างที่ปรึกษา', 'ค่าเช่าระบบ 100%', 'travel_costs', null];

interface Row {
  readonly position: number;
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project: string;
  readonly type: string;
  readonly actor: string;
  readonly document: string;
  readonly satang: number | null;
  readonly effectiveOn: string;
  readonly reason: string | null;
  readonly imported: number;
  readonly reversedBy: number | null;
}

/** Nothing here is drawn by lot: what does not divide evenly mixes well enough. */
function rowAt(index: number): Row {
  const month = 1 + ((index * 7) % 12);
  return {
    position: index + 1,
    organisation: index % 11 === 0 ? 'other' : organisation,
    fiscalYear: 2567 + Math.floor((index * 3) / ROWS),
    project: `P0${(index * 5) % 9}`,
    type: TYPES[(index * 13) % 3] as string,
    actor: index % 997 === 3 ? 'auditor' : `officer-${index % 4}`,
    document: `DV-${Math.floor(index / 3)}`,
    satang: index % 10 === 4 ? null : (index * 7_919) % 100_000,
    effectiveOn: `202${5 + (index % 2)}-${String(month).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    reason: index === 6_001 ? 'Jörg ☂ 😀' : (WORDS[index % WORDS.length] ?? null),
    imported: index < ROWS / 2 ? 1 : 0,
    reversedBy: index % 50 === 7 ? index + 80 : null,
  };
}

const rows = Array.from({ length: ROWS }, (_, index) => rowAt(index));
let database: DatabaseSync;
let queries: JournalQueries;

beforeAll(() => {
  database = new DatabaseSync(':memory:');
  database.exec(schema + indexes);
  const insert = database.prepare(
    `INSERT INTO journal_row (position, organisation_id, fiscal_year, project_id, type_id, document, satang, effective_on,
       recorded_at, booked_at, actor_id, reason, imported, reversed_by, event_id, stream)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, ?, ?, ?, ?, x'', '')`,
  );
  const names = new JournalNames(database);
  const words = new WordRows(database);
  database.exec('BEGIN');
  for (const row of rows) {
    const { position, organisation, fiscalYear, document, satang, effectiveOn, reason } = row;
    const numberOf = (kind: 'project' | 'type' | 'actor') => names.take(organisation, kind, row[kind]);
    insert.run(
      ...[position, names.take(organisation, 'organisation', organisation), fiscalYear, numberOf('project')],
      ...[numberOf('type'), document, satang, effectiveOn],
      ...[numberOf('actor'), reason, row.imported, row.reversedBy],
    );
    words.add([document, reason], BigInt(position));
  }
  database.exec('COMMIT');
  queries = new JournalQueries(database);
});
afterAll(() => database.close());

/** What a filter means, row by row. */
function passes(row: Row, filter: JournalFilter, upTo: number): boolean {
  const text = filter.text?.toLowerCase();
  const isReversed = row.reversedBy !== null && row.reversedBy <= upTo;
  return (
    row.organisation === filter.organisation &&
    row.position <= upTo &&
    (filter.fiscalYear ?? row.fiscalYear) === row.fiscalYear &&
    (filter.project ?? row.project) === row.project &&
    (filter.types ?? [row.type]).includes(row.type) &&
    (filter.actor ?? row.actor) === row.actor &&
    (filter.document ?? row.document) === row.document &&
    (text === undefined ||
      [row.document, row.reason ?? ''].some((word) => word.toLowerCase().includes(text))) &&
    (filter.amountFrom === undefined || (row.satang !== null && row.satang >= filter.amountFrom)) &&
    (filter.amountTo === undefined || (row.satang !== null && row.satang <= filter.amountTo)) &&
    row.effectiveOn >= (filter.effectiveFrom ?? '') &&
    row.effectiveOn <= (filter.effectiveTo ?? '9999') &&
    (filter.reversed ?? isReversed) === isReversed &&
    (filter.imported ?? row.imported === 1) === (row.imported === 1)
  );
}

const LONG_TEXTS = ['ที่ปรึกษา', 'ค่า', '100%', 'L_C', 'TRAVEL', 'dv-12', 'nowhere', '"quoted"'];
/** Of one or two letters: common and rare, at the end of a text, in large and small letters, and some that no text has. */
const SHORT_TEXTS = ['TS', 'จ้', '9', '%', '0%', 'z', 'zz', 'j', 'Jö', '☂', '☂ ', '😀', ' 😀', 'ö', '""', 'ฮ'];

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 3 });
const filters: fc.Arbitrary<JournalFilter> = fc.record({
  organisation: fc.constantFrom(organisation, 'other'),
  fiscalYear: maybe([2567, 2568, 2569, 2570]),
  project: maybe(['P00', 'P08', 'P77']),
  types: maybe([['CommitmentMade'], ['DisbursementMade', 'BudgetAllocated'], ['Unknown']]),
  actor: maybe(['auditor', 'officer-1']),
  document: maybe(['DV-17', 'DV-9999']),
  text: maybe([...LONG_TEXTS, ...SHORT_TEXTS]),
  amountFrom: maybe([0, 55_555, 99_990] as Satang[]),
  amountTo: maybe([60_000, 0] as Satang[]),
  effectiveFrom: maybe(['2025-03-15', '2026-06-01']),
  effectiveTo: maybe(['2025-12-31', '2026-06-20']),
  reversed: maybe([true, false]),
  imported: maybe([true, false]),
});
const known = fc.constantFrom(ROWS, 5_000, 0);

describe('the journal, whatever it is asked', () => {
  it('gives every row that fits once, in order, on pages of any size and in both directions', () => {
    const asked = fc.property(
      filters,
      known,
      fc.boolean(),
      fc.integer({ min: 40, max: 900 }),
      (filter, upTo, back, limit) => {
        const expected = rows
          .filter((row) => passes(row, filter, upTo))
          .map(({ position }) => String(position));
        const seen: string[] = [];
        const knownAt = BigInt(upTo);
        let span = { after: 0n, upTo: knownAt, knownAt, limit, newestFirst: back };
        for (;;) {
          const page = queries.page(filter, span);
          expect(page.rows.length).toBeLessThanOrEqual(limit);
          seen.push(...page.rows.map(({ position }) => position));
          if (page.reached === undefined) break;
          span = back ? { ...span, upTo: page.reached - 1n } : { ...span, after: page.reached };
        }
        expect(seen).toEqual(back ? expected.toReversed() : expected);
      },
    );
    fc.assert(asked, { numRuns: 200 });
  });

  it.each([true, false])(
    'keeps what was taken back (%s) as known at its moment on the later pages of the newest, too',
    (reversed) => {
      const filter = { organisation, reversed };
      for (const knownAt of [BigInt(ROWS), 5_000n]) {
        const expected = rows.filter((row) => passes(row, filter, Number(knownAt))).toReversed();
        const seen: string[] = [];
        const sums = { rows: 0, isWhole: false };
        for (let upTo: bigint | undefined = knownAt; upTo !== undefined;) {
          const span: JournalSpan = { after: 0n, upTo, knownAt, limit: 20, newestFirst: true };
          const page = queries.page(filter, span);
          seen.push(...page.rows.map(({ position }) => position));
          upTo = page.reached === undefined ? undefined : page.reached - 1n;
        }
        for (let upTo: bigint = knownAt; !sums.isWhole;) {
          const part = queries.summary(filter, { after: 0n, upTo, knownAt, newestFirst: true }, ROWS);
          sums.rows += part.rows;
          sums.isWhole = part.isWhole;
          upTo = (part.reached ?? 1n) - 1n;
        }
        expect(seen).toEqual(expected.map(({ position }) => String(position)));
        expect(sums.rows).toBe(expected.length);
      }
    },
  );

  it('counts and adds up what fits, and says when that is not all', () => {
    const asked = fc.property(filters, known, fc.constantFrom(100, 3_000), (filter, upTo, most) => {
      const expected = rows.filter((row) => passes(row, filter, upTo));
      const span = { after: 0n, upTo: BigInt(upTo), knownAt: BigInt(upTo), newestFirst: true };
      const found = queries.summary(filter, span, most);
      if (found.isWhole) {
        expect(found.rows).toBe(expected.length);
        const total = found.sums.reduce((sum, { satang }) => sum + satang, 0n);
        expect(total).toBe(BigInt(expected.reduce((sum, { satang }) => sum + (satang ?? 0), 0)));
      } else {
        expect(found.rows === most || found.reached !== undefined).toBe(true);
        expect(found.rows).toBeLessThanOrEqual(expected.length);
      }
    });
    fc.assert(asked, { numRuns: 150 });
  });
});
