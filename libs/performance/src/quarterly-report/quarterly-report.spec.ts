import { describe, expect, it } from '@jest/globals';
import { type CivilDate, isRefusal, orThrow, type Refusal, THAI_CALENDAR } from '#kernel';
import type { QuarterlyReportCommand } from './commands.ts';
import { quarterlyReport } from './decider.ts';
import { quarterlyReportEvents } from './events.ts';

const day = (text: string): CivilDate => text as CivilDate;
const context = { calendar: THAI_CALENDAR, bookedOn: day('2026-03-31') };

const dated = {
  type: 'date-report',
  organisation: 'etda',
  fiscalYear: 2569,
  report: 'Q2-2569',
  quarter: 'Q2',
  asOf: '2026-03-31',
  title: 'สรุปผลการดำเนินงานไตรมาส 2 ปีงบประมาณ 2569',
  effectiveOn: day('2026-03-31'),
} as const;
const status = {
  type: 'report-status',
  project: 'P01',
  status: 'on_plan',
  text: 'เป็นไปตามแผนที่กำหนด',
  achievedItems: 2,
  effectiveOn: day('2026-03-31'),
} as const;

const published = {
  type: 'publish-report',
  number: 'Q2-2569',
  title: 'สรุปผลการดำเนินงานไตรมาส 2 ปีงบประมาณ 2569',
  template: 'board',
  language: 'th',
  quarter: 'Q2',
  knownAt: '267',
  files: [{ name: 'report.pdf', type: 'application/pdf', sha256: 'a'.repeat(64), bytes: 1 }],
  digest: 'b'.repeat(64),
  reason: 'เสนอคณะกรรมการ',
  effectiveOn: day('2026-04-05'),
} as const;

function after(commands: readonly QuarterlyReportCommand[]) {
  let state = quarterlyReport.initial();
  for (const command of commands) {
    for (const event of orThrow(quarterlyReport.decide(state, command, context))) {
      const definition = quarterlyReportEvents.find(({ type }) => type === event.type)!;
      expect(definition.data.parse(event.data)).toEqual(event.data);
      state = quarterlyReport.evolve(state, event);
    }
  }
  return state;
}

function refused(commands: readonly QuarterlyReportCommand[]): Refusal {
  const outcome = quarterlyReport.decide(after(commands.slice(0, -1)), commands.at(-1)!, context);
  if (isRefusal(outcome)) return outcome;
  throw new Error('nothing was refused');
}

describe('a quarterly report', () => {
  it('gives each project its status', () => {
    const state = after([dated, status, { ...status, project: 'P02', achievedItems: 0, text: undefined }]);
    expect(state.dated).toMatchObject({ report: 'Q2-2569', asOf: '2026-03-31' });
    expect(state.statuses.get('P02')).toEqual({ project: 'P02', status: 'on_plan', achievedItems: 0 });
  });

  it('replaces a status with a reason', () => {
    const state = after([dated, status, { ...status, status: 'late', reason: 'ตรวจสอบแล้วล่าช้า' }]);
    expect(state.statuses.get('P01')?.status).toBe('late');
  });

  it('is published under its code, and again under the next number', () => {
    const state = after([dated, status, published, { ...published, number: 'Q2-2569-2' }]);
    expect(state.editions).toBe(2);
  });

  it('is published after its fiscal year has ended, too', () => {
    expect(after([dated, { ...published, effectiveOn: day('2026-11-02') }]).editions).toBe(1);
  });

  it.each([
    ['a publication before it is entered', 'report-not-dated', [published]],
    ['a publication without a reason', 'reason-missing', [dated, { ...published, reason: ' ' }]],
    ['a number that is taken', 'publication-number-wrong', [dated, published, published]],
    ['a number out of turn', 'publication-number-wrong', [dated, { ...published, number: 'Q2-2569-2' }]],
    ['a publication without files', 'field-malformed', [dated, { ...published, files: [] }]],
    ['a publication on no day', 'day-unknown', [dated, { ...published, effectiveOn: day('2026-02-30') }]],
    ['a status before it is entered', 'report-not-dated', [status]],
    ['to be entered twice', 'report-already-dated', [dated, dated]],
    ['a date before its quarter', 'date-before-quarter', [{ ...dated, asOf: '2025-12-31' }]],
    ['a day that does not exist', 'day-unknown', [{ ...dated, asOf: '2026-02-31' }]],
    ['another fiscal year', 'date-outside-fiscal-year', [{ ...dated, effectiveOn: day('2026-10-01') }]],
    ['another status without reason', 'reason-missing', [dated, status, { ...status, status: 'late' }]],
    ['the same status again', 'status-unchanged', [dated, status, { ...status, reason: 'r' }]],
    ['half an item', 'field-malformed', [dated, { ...status, achievedItems: 0.5 }]],
  ] as const)('refuses %s', (_, code, commands) => {
    const refusal = refused(commands);
    expect(refusal.code).toBe(code);
    if (code !== 'report-not-dated') {
      expect(refusal.message).toContain('Report Q2-2569 of fiscal year 2569');
    }
  });
});
