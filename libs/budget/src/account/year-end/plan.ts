import { add, percentageOf, type Satang, subtract, sum, ZERO } from '#kernel';
import type { CarryRule, YearEndRules } from '#control';
import { type Line, lineKey } from '../../line.ts';
import { type AccountState, availableOn, type DocumentState, type LineState } from '../state.ts';
import {
  earlier,
  heldDocument,
  type OutstandingDocument,
  outstandingDocuments,
  type StagedDocument,
} from './document.ts';
import { reservationOf, staysInAccount } from './reservation.ts';

/** The carry rule of a line and its place in the policy, counted from 1; place 0 is the rule for lines that none fits. */
export interface PlacedRule {
  readonly place: number;
  readonly rule: CarryRule;
}

/** What becomes of a document with money outstanding: it stays, moves to the next year, or gives its money back. */
export interface PlannedDocument {
  readonly document: StagedDocument;
  readonly held: DocumentState;
  readonly amount: Satang;
  readonly fate: 'reserved' | 'carried' | 'released';
  /** The reservation that keeps it in the account. */
  readonly reservation?: string;
  readonly rule: PlacedRule;
}

/** What becomes of the money of a line when the year is closed. `budget` = `disbursed` + all that follow. */
export interface PlannedLine {
  readonly line: Line;
  readonly rule: PlacedRule;
  readonly budget: Satang;
  readonly disbursed: Satang;
  /** Outstanding documents that stay until their reservations end. */
  readonly reserved: Satang;
  /** Outstanding documents that move to the next year with their budget. */
  readonly carriedDocuments: Satang;
  /** Uncommitted money that moves to the line `toLine` of the next year. */
  readonly carried: Satang;
  readonly toLine: Line;
  readonly returned: Satang;
  readonly lapsed: Satang;
  /** Used beyond the budget, where a policy allowed it. */
  readonly overdrawn: Satang;
}

export interface YearEndPlan {
  readonly documents: readonly PlannedDocument[];
  readonly lines: readonly PlannedLine[];
}

/** Where uncommitted money goes unless a rule names another fund source. */
export const PRIOR_YEAR_BALANCE = 'prior-year-balance';

const NO_RULE_FITS: PlacedRule = { place: 0, rule: { carry: 'commitments', rest: 'lapse' } };

/** What closing the year would do with every document and every line, by the rules of a policy. Changes nothing. */
export function yearEndPlan(state: AccountState, policy: YearEndRules): YearEndPlan {
  const documents = withContracts(
    state,
    outstandingDocuments(state).map((each) => planned(state, policy, each)),
  );
  return { documents, lines: [...state.lines.values()].map((held) => plannedLine(held, policy, documents)) };
}

function ruleOf({ rules }: YearEndRules, { fundSource, category }: Line): PlacedRule {
  const fits = ({ match = {} }: CarryRule): boolean =>
    (match.fundSource ?? fundSource) === fundSource && (match.category ?? category) === category;
  const index = rules.findIndex(fits);
  const rule = rules[index];
  return rule ? { place: index + 1, rule } : NO_RULE_FITS;
}

function planned(
  state: AccountState,
  policy: YearEndRules,
  { document, held, amount }: OutstandingDocument,
): PlannedDocument {
  const rule = ruleOf(policy, held.line);
  const reservation = reservationOf(state, document)?.reservation;
  if (reservation !== undefined && staysInAccount(state, document)) {
    return { document, held, amount, fate: 'reserved', reservation, rule };
  }
  const { carry } = rule.rule;
  const moves = carry === 'whole' || (carry === 'commitments' && document.stage !== 'request');
  return { document, held, amount, fate: moves ? 'carried' : 'released', rule };
}

/** A carried acceptance takes its contract along, with nothing outstanding, so that it can be reversed there too. */
function withContracts(state: AccountState, documents: readonly PlannedDocument[]): PlannedDocument[] {
  const contracts: PlannedDocument[] = [];
  const known = new Set(documents.map(({ held }) => held));
  for (const { document, fate, rule } of documents) {
    const contract = document.stage === 'acceptance' ? earlier(state, document) : undefined;
    const held = contract && heldDocument(state, contract);
    if (fate !== 'carried' || !contract || !held || known.has(held)) continue;
    known.add(held);
    contracts.push({ document: contract, held, amount: ZERO, fate, rule });
  }
  return [...contracts, ...documents];
}

function plannedLine(
  held: LineState,
  policy: YearEndRules,
  documents: readonly PlannedDocument[],
): PlannedLine {
  const { line } = held;
  const rule = ruleOf(policy, line);
  const of = (fate: PlannedDocument['fate']): Satang =>
    sum(
      documents
        .filter((each) => each.fate === fate && lineKey(each.held.line) === lineKey(line))
        .map(({ amount }) => amount),
    );
  const free = add(availableOn(held), of('released'));
  const uncommitted = free > 0 ? free : ZERO;
  const carried = carriedOf(rule.rule, uncommitted);
  const rest = subtract(uncommitted, carried);
  return {
    line,
    rule,
    budget: held.allocated,
    disbursed: held.disbursed,
    reserved: of('reserved'),
    carriedDocuments: of('carried'),
    carried,
    toLine: { fundSource: rule.rule.toFundSource ?? PRIOR_YEAR_BALANCE, category: line.category },
    returned: rule.rule.rest === 'return' ? rest : ZERO,
    lapsed: rule.rule.rest === 'lapse' ? rest : ZERO,
    overdrawn: free < 0 ? subtract(ZERO, free) : ZERO,
  };
}

function carriedOf({ carry, percent }: CarryRule, uncommitted: Satang): Satang {
  if (carry === 'whole') return uncommitted;
  if (carry !== 'percentage') return ZERO;
  return Math.min(percentageOf(uncommitted, percent ?? '0'), uncommitted) as Satang;
}
