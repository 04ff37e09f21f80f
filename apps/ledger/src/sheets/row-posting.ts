import type { AccountFacts } from '#budget';
import {
  type CivilDate,
  type FiscalCalendar,
  fiscalYearOf,
  parseBaht,
  parseCivilDate,
  parseQuarter,
  QUARTERS,
  type Quarter,
  type Satang,
} from '#kernel';
import type { Posting } from '#posting';
import type { SheetKind } from '#sheets';
import { toAccount } from '../budget/account-posting.ts';
import { acceptFacts, commitFacts, disburseFacts, requestFacts } from '../budget/chain-facts.ts';
import { toKpi } from '../performance/kpi-posting.ts';

/** The values of a row by column, as they were read. */
export type RowValues = Readonly<Record<string, string>>;

/** What is the same for all rows of a sheet. */
export interface SheetPlace {
  readonly organisation: string;
  readonly calendar: FiscalCalendar;
  readonly fiscalYear: number | undefined;
  /** The document that a row was taken from. */
  readonly sourceOf: (row: number) => string | undefined;
}

/** The posting of a row; `row` counts from 1. Throws the refusal of a value that no posting can hold. */
export function rowPosting(kind: SheetKind, values: RowValues, row: number, place: SheetPlace): Posting {
  const effectiveOn = parseCivilDate(values['effectiveOn']);
  const fiscalYear = values['fiscalYear'] ?? place.fiscalYear ?? fiscalYearOf(effectiveOn, place.calendar);
  const { organisation } = place;
  const source = place.sourceOf(row);
  if (kind === 'kpi-results') {
    const address = { fiscalYear, kpi: values['kpi'] ?? '' };
    return toKpi(organisation, address, resultOf(values, effectiveOn), source);
  }
  const address = { fiscalYear, project: values['project'] ?? '' };
  const facts = FACTS[kind](values, effectiveOn, { organisation, fiscalYear: Number(fiscalYear) });
  const { reason } = values;
  return toAccount(organisation, address, { ...(reason === undefined ? {} : { reason }), ...facts }, source);
}

type FactsOf = (
  values: RowValues,
  effectiveOn: CivilDate,
  place: { readonly organisation: string; readonly fiscalYear: number },
) => AccountFacts;

const FACTS: Readonly<Record<Exclude<SheetKind, 'kpi-results'>, FactsOf>> = {
  accounts: (values, effectiveOn, { organisation, fiscalYear }) => {
    const { project = '', name = '', nameEn, programme } = values;
    return {
      type: 'open-account',
      organisation,
      fiscalYear: fiscalYear,
      project,
      name,
      nameEn,
      programme,
      effectiveOn,
    };
  },
  allocations: (values, effectiveOn) => ({
    type: 'allocate',
    line: lineIn(values) ?? { fundSource: '', category: '' },
    amount: parseBaht(values['amount']),
    document: values['document'],
    effectiveOn,
  }),
  plans: (values, effectiveOn) => ({ type: 'set-plan', quarters: planIn(values), effectiveOn }),
  'plan-revisions': (values, effectiveOn) => ({
    type: 'revise-plan',
    quarters: planIn(values),
    reason: values['reason'] ?? '',
    effectiveOn,
  }),
  requests: (values, effectiveOn) =>
    requestFacts(
      {
        request: values['request'] ?? '',
        line: lineIn(values) ?? { fundSource: '', category: '' },
        amount: values['amount'] ?? '',
        description: values['description'],
      },
      effectiveOn,
    ),
  commitments: (values, effectiveOn) =>
    commitFacts(
      {
        commitment: values['commitment'] ?? '',
        kind: values['kind'] as 'order' | 'contract' | 'non-order' | undefined,
        line: lineIn(values),
        request: values['request'],
        amount: values['amount'] ?? '',
        description: values['description'],
        counterparty: values['counterparty'],
      },
      effectiveOn,
    ),
  acceptances: (values, effectiveOn) =>
    acceptFacts(
      {
        acceptance: values['acceptance'] ?? '',
        commitment: values['commitment'] ?? '',
        amount: values['amount'],
        dueOn: values['dueOn'],
        invoice: values['invoice'],
        description: values['description'],
      },
      effectiveOn,
    ),
  disbursements: (values, effectiveOn) =>
    disburseFacts(
      {
        disbursement: values['disbursement'] ?? '',
        amount: values['amount'] ?? '',
        acceptance: values['acceptance'],
        commitment: values['commitment'],
        line: lineIn(values),
        final: flagIn(values['final']),
        description: values['description'],
        counterparty: values['counterparty'],
      },
      effectiveOn,
    ),
};

function resultOf(values: RowValues, effectiveOn: CivilDate): Parameters<typeof toKpi>[2] {
  const { result = '', value, text, inPlan, outOfPlan, narrative, quarter, reason } = values;
  const given = Object.entries({ value, text, inPlan, outOfPlan, narrative, reason });
  return {
    ...Object.fromEntries(given.filter(([, each]) => each !== undefined)),
    type: 'record-result',
    result,
    quarter: parseQuarter(quarter),
    effectiveOn,
  };
}

function lineIn({ fundSource, category }: RowValues): { fundSource: string; category: string } | undefined {
  return fundSource === undefined || category === undefined ? undefined : { fundSource, category };
}

const planIn = (values: RowValues): Record<Quarter, Satang> =>
  Object.fromEntries(QUARTERS.map((quarter) => [quarter, parseBaht(values[quarter])])) as Record<
    Quarter,
    Satang
  >;

const flagIn = (value: string | undefined): boolean | undefined =>
  value === undefined ? undefined : value === 'true';
