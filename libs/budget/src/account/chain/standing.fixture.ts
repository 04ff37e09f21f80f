import { type DecisionContext, formatBaht, formatQuantity } from '#kernel';
import type { AccountCommand } from '../commands.ts';
import { availableOn, type DocumentState, lineState } from '../state.ts';
import { after, operating } from '../testing.fixture.ts';

/** A document of the chain as an officer reads it: what is left of it, with the units where it has some. */
const left = ({ outstanding, outstandingQuantity }: DocumentState): string =>
  outstandingQuantity === undefined
    ? formatBaht(outstanding)
    : `${formatBaht(outstanding)} for ${formatQuantity(outstandingQuantity)}`;

const leftOfEach = (documents: ReadonlyMap<string, DocumentState>): Record<string, string> =>
  Object.fromEntries([...documents].map(([key, held]) => [key.replace('\n', '/'), left(held)]));

/** What is left of every document, by number and item. */
export function documentsAfter(commands: readonly AccountCommand[], context?: DecisionContext) {
  const { requests, commitments, acceptances } = after(commands, context).state;
  return {
    requests: leftOfEach(requests),
    commitments: leftOfEach(commitments),
    acceptances: leftOfEach(acceptances),
  };
}

/** The stages of the operating line, in baht. */
export function stagesAfter(commands: readonly AccountCommand[], context?: DecisionContext) {
  const line = lineState(after(commands, context).state, operating);
  return {
    preCommitted: formatBaht(line.preCommitted),
    committed: formatBaht(line.committed),
    accepted: formatBaht(line.accepted),
    disbursed: formatBaht(line.disbursed),
    available: formatBaht(availableOn(line)),
  };
}
