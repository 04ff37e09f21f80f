import type { AuditedAccountEvent } from './audit-event.ts';
import type { Look } from './rule.ts';

/** An order of an account, with all its items, or an item of an acceptance. */
interface Party {
  readonly stage: 'commitment' | 'acceptance';
  readonly number: string;
  readonly item?: string | undefined;
  /** That of the event when absent. */
  readonly fiscalYear?: number | undefined;
}

/** By project and year, not by stream: what goes on in the next year is looked for in the year before. */
function keyOf({ account }: AuditedAccountEvent, { stage, number, item, fiscalYear }: Party): string {
  const ofItem = stage === 'acceptance' && item !== undefined ? [item] : [];
  return JSON.stringify([fiscalYear ?? account.fiscalYear, account.project, stage, number, ...ofItem]);
}

/** Whom an order, an acceptance or a payment is with: as it says, else as the order says that it goes back to. */
export function counterpartyOf(audited: AuditedAccountEvent, look: Look): string | undefined {
  const { event } = audited;
  const named = 'counterparty' in event.data ? event.data.counterparty : undefined;
  if (named !== undefined) return named;
  const earlier = earlierOf(audited);
  const party = earlier && look(keyOf(audited, earlier));
  return typeof party === 'string' ? party : undefined;
}

/** The document that an event goes back to. */
function earlierOf({ event }: AuditedAccountEvent): Party | undefined {
  switch (event.type) {
    case 'CommitmentMade': {
      const { continues } = event.data;
      return (
        continues && { stage: 'commitment', number: continues.commitment, fiscalYear: continues.fiscalYear }
      );
    }
    case 'CommitmentBroughtForward': {
      const { document, fromFiscalYear } = event.data;
      const { stage, number, item } = document;
      return stage === 'request' ? undefined : { stage, number, item, fiscalYear: fromFiscalYear };
    }
    case 'WorkAccepted':
      return { stage: 'commitment', number: event.data.draws.commitment };
    case 'DisbursementMade': {
      const { commitment, acceptance, acceptanceItem } = event.data;
      if (acceptance !== undefined) return { stage: 'acceptance', number: acceptance, item: acceptanceItem };
      return commitment === undefined ? undefined : { stage: 'commitment', number: commitment };
    }
    default:
      return undefined;
  }
}

/** Under which key the counterparty of an event is remembered, since later documents go back to what it records. */
export function partyKeyOf(audited: AuditedAccountEvent): string | undefined {
  const { event } = audited;
  switch (event.type) {
    case 'CommitmentMade':
      return keyOf(audited, { stage: 'commitment', number: event.data.commitment });
    case 'WorkAccepted':
      return keyOf(audited, { stage: 'acceptance', number: event.data.acceptance, item: event.data.item });
    case 'CommitmentBroughtForward': {
      const { stage, number, item } = event.data.document;
      return stage === 'request' ? undefined : keyOf(audited, { stage, number, item });
    }
    default:
      return undefined;
  }
}
