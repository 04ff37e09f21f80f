import type { AuditedAccountEvent } from './audit-event.ts';
import { type Effect, type Look, remember } from './rule.ts';

/** Types of the events out of which `rememberedParty` learns; a rule that asks for counterparties folds them, too. */
export const PARTY_TYPES = ['CommitmentMade', 'CommitmentBroughtForward', 'WorkAccepted'] as const;

/** An order of an account, with all its items, or an item of an acceptance. */
type Earlier =
  | { readonly stage: 'commitment'; readonly number: string }
  | { readonly stage: 'acceptance'; readonly number: string; readonly item?: string | undefined };

const order = (number: string): Earlier => ({ stage: 'commitment', number });
const acceptance = (number: string, item: string | undefined): Earlier => ({
  stage: 'acceptance',
  number,
  item,
});

/** By project and year, not by stream: what goes on in the next year is looked for in the year before. */
function partyKey(
  { account }: AuditedAccountEvent,
  earlier: Earlier,
  fiscalYear: number = account.fiscalYear,
): string {
  const item = earlier.stage === 'acceptance' && earlier.item !== undefined ? [earlier.item] : [];
  return JSON.stringify(['party', fiscalYear, account.project, earlier.stage, earlier.number, ...item]);
}

function partyOf(look: Look, key: string): string | undefined {
  const party = look(key);
  return typeof party === 'string' ? party : undefined;
}

/** The counterparty of an order, as it was typed; nothing where none was named. */
export const partyOfOrder = (event: AuditedAccountEvent, look: Look, commitment: string) =>
  partyOf(look, partyKey(event, order(commitment)));

/** Whom a payment is to: as it says, or as the order says that it pays, itself or by an acceptance. */
export function paidTo(audited: AuditedAccountEvent, look: Look): string | undefined {
  const { event } = audited;
  if (event.type === 'AdvancePaid') return event.data.counterparty;
  if (event.type !== 'DisbursementMade') return undefined;
  const { counterparty, commitment, acceptance: accepted, acceptanceItem } = event.data;
  if (counterparty !== undefined) return counterparty;
  if (accepted !== undefined) return partyOf(look, partyKey(audited, acceptance(accepted, acceptanceItem)));
  return commitment === undefined ? undefined : partyOfOrder(audited, look, commitment);
}

/** Remembers whose an order is, and with it whose its acceptances are and what goes on in the next year. */
export function rememberedParty(audited: AuditedAccountEvent, look: Look): Effect[] {
  const { event } = audited;
  switch (event.type) {
    case 'CommitmentMade': {
      const { commitment, counterparty, continues } = event.data;
      const before = continues && partyKey(audited, order(continues.commitment), continues.fiscalYear);
      const party = counterparty ?? (before === undefined ? undefined : partyOf(look, before));
      return learnt(partyKey(audited, order(commitment)), party);
    }
    case 'WorkAccepted': {
      const { acceptance: accepted, item, draws } = event.data;
      return learnt(
        partyKey(audited, acceptance(accepted, item)),
        partyOfOrder(audited, look, draws.commitment),
      );
    }
    case 'CommitmentBroughtForward': {
      const { document, fromFiscalYear } = event.data;
      const { stage, number, item } = document;
      if (stage === 'request') return [];
      const earlier = stage === 'commitment' ? order(number) : acceptance(number, item);
      const before = partyOf(look, partyKey(audited, earlier, fromFiscalYear));
      return learnt(partyKey(audited, earlier), before);
    }
    default:
      return [];
  }
}

const learnt = (key: string, party: string | undefined): Effect[] =>
  party === undefined ? [] : [remember(key, party)];
