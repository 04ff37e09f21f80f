import { type AccountState, documentKey, documentName, type DocumentState } from '../state.ts';
import { laterYearOf } from './contract.ts';
import type { Earlier } from './earlier.ts';

/** A later document that still holds something of an earlier one, in words; nothing when the earlier one is free. */
export function standingOn(state: AccountState, { stage, number, item }: Earlier): string | undefined {
  const key = documentKey(number, item);
  if (stage === 'request') return drawing('commitment', state.commitments, key);
  const accepted = stage === 'commitment' ? drawing('acceptance', state.acceptances, key) : undefined;
  const continued = stage === 'commitment' ? laterYearOf(state, number, item) : undefined;
  return accepted ?? paying(state, stage, key) ?? continued ?? correcting(state, stage, key);
}

/** What a correction counts as paid of an order cannot be given back to its request. */
function correcting(
  state: AccountState,
  stage: 'commitment' | 'acceptance',
  key: string,
): string | undefined {
  const by = stage === 'commitment' ? state.commitments.get(key)?.correctedBy : undefined;
  return by === undefined ? undefined : `correction ${by}`;
}

function drawing(
  name: string,
  documents: ReadonlyMap<string, DocumentState>,
  key: string,
): string | undefined {
  for (const [number, { amount, draws }] of documents) {
    if (draws?.key === key && amount > 0) return `${name} ${named(number)}`;
  }
  return undefined;
}

function paying(state: AccountState, stage: 'commitment' | 'acceptance', key: string): string | undefined {
  for (const [number, made] of state.disbursements) {
    if (made[stage] === key && made.amount > made.reversed) return `disbursement ${named(number)}`;
  }
  return undefined;
}

const named = (key: string): string => {
  const [number = '', item] = key.split('\n');
  return documentName(number, item);
};
