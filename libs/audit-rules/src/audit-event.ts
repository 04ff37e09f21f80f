import type { AccountEvent, DecisionRecord, Movement } from '#budget';
import type { CivilDate, DomainEvent, FiscalCalendar } from '#kernel';

/** An event as a rule sees it: what was recorded, by whom, and in which decision. */
export interface AuditEvent {
  readonly event: DomainEvent;
  /** Stream category, such as `budgetaccount`. */
  readonly category: string;
  readonly stream: string;
  /** Place in the log; only compared and shown. */
  readonly position: string;
  readonly organisation: string;
  /** Of a budget account: its year and project. */
  readonly account?: { readonly fiscalYear: number; readonly project: string } | undefined;
  /** Whom an order, an acceptance or a payment is with, as typed; also where only the order that it goes back to names it. */
  readonly counterparty: string | undefined;
  /** What it moves in its account; nothing in any other stream. */
  readonly movements: () => readonly Movement[];
  readonly calendar: FiscalCalendar;
  /** Who recorded it; of a document that waited for approval whoever approved it last. */
  readonly actor: string;
  /** Who made the document that the actor released. */
  readonly onBehalfOf?: string | undefined;
  readonly reason?: string | undefined;
  readonly source?: string | undefined;
  /** Events of one command share it. */
  readonly commandId: string;
  /** What the decision saw; only on its first event, and not on history that was taken over. */
  readonly decision?: Partial<DecisionRecord> | undefined;
  readonly effectiveOn: CivilDate;
}

/** An event of a budget account with the account it is of. */
export interface AuditedAccountEvent extends AuditEvent {
  readonly event: AccountEvent;
  readonly account: { readonly fiscalYear: number; readonly project: string };
}

export const isOfAccount = (event: AuditEvent): event is AuditedAccountEvent => event.account !== undefined;

/** Who made what is recorded: the maker of the document where there was an approval, else who recorded it. */
export const makerOf = ({ actor, onBehalfOf, decision }: AuditEvent): string =>
  decision?.approval?.maker ?? onBehalfOf ?? actor;

/** Whether anybody but its maker approved it. */
export const isApprovedByAnother = (event: AuditEvent): boolean =>
  event.decision?.approval?.approvers.some((each) => each !== makerOf(event)) ?? false;

/** Whoever stands behind an event: who posted it, and in whose place. */
export const peopleOf = ({ actor, onBehalfOf }: AuditEvent): string[] =>
  onBehalfOf === undefined || onBehalfOf === actor ? [actor] : [actor, onBehalfOf];
