import { describe, expect, it } from '@jest/globals';
import { formatBaht, THAI_CALENDAR } from '#kernel';
import { movementsOf } from '../../movements.ts';
import type { AccountCommand } from '../commands.ts';
import { after, allocate, commit, day, disburse, open, operating } from '../testing.fixture.ts';
import { yearOf } from './calendar.ts';
import { broughtForward } from './carry.ts';
import { yearEndPlan } from './plan.ts';
import {
  byRule,
  closeYear,
  confirm,
  extend,
  held,
  lapse,
  nextYear,
  order,
  priorYear,
  reserve,
  rules,
  subsidy,
} from './year-end.fixture.ts';

/**
 * The worked example of the documentation: fiscal year 2569 ends, 2570 begins. One line is the appropriation of an
 * ordinary agency, the other the general subsidy of a public organisation.
 */
const year: readonly AccountCommand[] = [
  open(),
  allocate('1000000.00'),
  disburse('V-1', '520000.00'),
  commit('PO-1', '300000.00'),
  disburse('V-2', '100000.00', { commitment: 'PO-1' }),
  commit('PO-2', '80000.00'),
  allocate('500000.00', { line: subsidy }),
  disburse('V-3', '300000.00', { line: subsidy }),
  commit('PO-3', '120000.00', { line: subsidy }),
  disburse('V-4', '50000.00', { commitment: 'PO-3' }),
];
/** The contract PO-1 is reserved; nobody thought of PO-2. */
const prepared = [...year, reserve('R-1', order('PO-1')), confirm('R-1')];
const closed = [...prepared, closeYear()];
const paidLate = [
  ...closed,
  disburse('V-5', '150000.00', { commitment: 'PO-1', effectiveOn: day('2027-02-15') }),
  extend('R-1', day('2027-06-30')),
  disburse('V-6', '30000.00', { commitment: 'PO-1', effectiveOn: day('2027-05-20') }),
];
const ended = [...paidLate, lapse('R-1', day('2027-07-01'))];
const stateAfter = (commands: readonly AccountCommand[]) => after(commands, byRule).state;

describe('the year-end of an agency and of a public organisation', () => {
  it('begins with what the year left', () => {
    expect(held(stateAfter(year), operating)).toEqual({
      budget: '1000000.00',
      committed: '280000.00',
      disbursed: '620000.00',
      available: '100000.00',
    });
    expect(held(stateAfter(year), subsidy)).toEqual({
      budget: '500000.00',
      committed: '70000.00',
      disbursed: '350000.00',
      available: '80000.00',
    });
  });

  it('shows before the closing what would be reserved, carried and lost', () => {
    const { documents, lines } = yearEndPlan(stateAfter(prepared), rules);
    expect(
      documents.map(({ document, amount, fate }) => [document.number, formatBaht(amount), fate]),
    ).toEqual([
      ['PO-1', '200000.00', 'reserved'],
      ['PO-2', '80000.00', 'released'],
      ['PO-3', '70000.00', 'carried'],
    ]);
    expect(
      lines.map(({ reserved, carriedDocuments, carried, lapsed }) =>
        [reserved, carriedDocuments, carried, lapsed].map(formatBaht),
      ),
    ).toEqual([
      ['200000.00', '0.00', '0.00', '180000.00'],
      ['0.00', '70000.00', '80000.00', '0.00'],
    ]);
  });

  it('leaves the agency what it paid and what it reserved: the forgotten order and the free money lapse', () => {
    expect(held(stateAfter(closed), operating)).toEqual({
      budget: '820000.00',
      committed: '200000.00',
      disbursed: '620000.00',
      available: '0.00',
    });
  });

  it('leaves the public organisation what it paid; the rest goes on in the next year', () => {
    expect(held(stateAfter(closed), subsidy)).toEqual({
      budget: '350000.00',
      committed: '0.00',
      disbursed: '350000.00',
      available: '0.00',
    });
    const { events } = after(closed, byRule);
    const { state } = after([nextYear, ...broughtForward(events, THAI_CALENDAR)], byRule);
    expect(held(state, subsidy)).toEqual({
      budget: '70000.00',
      committed: '70000.00',
      disbursed: '0.00',
      available: '0.00',
    });
    expect(held(state, priorYear)).toEqual({
      budget: '80000.00',
      committed: '0.00',
      disbursed: '0.00',
      available: '80000.00',
    });
  });

  it('pays the reserved contract until 31 March, and by agreement until 30 June', () => {
    expect(held(stateAfter(paidLate), operating)).toEqual({
      budget: '820000.00',
      committed: '20000.00',
      disbursed: '800000.00',
      available: '0.00',
    });
  });

  it('shows late payments after the year, never in a quarter of it', () => {
    const { state, events } = after(paidLate, byRule);
    const paid = events
      .flatMap((event) => movementsOf(event, THAI_CALENDAR, yearOf(state)))
      .filter(({ measure, line }) => measure === 'disbursed' && line?.fundSource === operating.fundSource);
    expect(paid.map(({ quarter, amount }) => [quarter, formatBaht(amount)])).toEqual([
      ['Q1', '520000.00'],
      ['Q1', '100000.00'],
      ['after', '150000.00'],
      ['after', '30000.00'],
    ]);
  });

  it('ends with what was paid: 200,000.00 of the appropriation has lapsed', () => {
    const { state, events } = after(ended, byRule);
    expect(held(state, operating)).toEqual({
      budget: '800000.00',
      committed: '0.00',
      disbursed: '800000.00',
      available: '0.00',
    });
    const lapsed = events.flatMap(({ type, data }) =>
      type === 'BudgetLapsed' || type === 'ReservationLapsed' ? [[type, data.amount]] : [],
    );
    expect(lapsed).toEqual([
      ['BudgetLapsed', '180000.00'],
      ['ReservationLapsed', '20000.00'],
    ]);
  });
});
