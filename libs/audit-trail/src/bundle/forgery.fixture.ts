import type { RecordedEvent } from '#event-store';
import { checkpoints, drafts, logOf, rewriteLog, sealed } from './bundle.fixture.ts';
import type { Tamper } from './tampering.fixture.ts';

/** Another history: a cut of the budget was smaller, and all links are right. */
export const forgedLog: readonly RecordedEvent[] = [
  ...logOf(
    drafts.map((draft) =>
      draft.type === 'BudgetCut' ? { ...draft, data: { ...draft.data, amount: '10.00' } } : draft,
    ),
  ),
];

export const forge: Tamper = (folder) => rewriteLog(folder, forgedLog);

/** A checkpoint of the other history, signed by the key of the ledger. */
export const lie = (size: number, accessSize: number, second: number): string =>
  sealed(size, accessSize, { log: forgedLog, second });

/** The checkpoints of the sample. */
export const [first = '', second = '', third = '', last = ''] = checkpoints;
