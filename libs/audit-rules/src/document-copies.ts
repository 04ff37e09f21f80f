import type { AuditedAccountEvent } from './audit-event.ts';
import type { Memory } from './rule.ts';

/** A document that was recorded, and by which command. */
export interface Copy {
  /** Stage, number and item. */
  readonly document: string;
  readonly stream: string;
  readonly project: string;
  readonly amount: string;
  /** Equal for documents of one command alone. */
  readonly command: string;
  /** Position at which it was recorded. */
  readonly at: string;
  readonly by: string;
}

type Kept = readonly [
  document: string,
  account: string,
  amount: string,
  command: string,
  at: string,
  by: string,
];

const STAGES: Readonly<Record<string, string>> = { a: 'acceptance', d: 'disbursement' };
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const streamOf = (organisation: string, account: string): string =>
  `budgetaccount-${organisation}.${account}`;

/** A command by as few letters as tell it from all others; what is no UUID begins with a blank. */
export const commandToken = (commandId: string): string =>
  UUID.test(commandId)
    ? Buffer.from(commandId.replaceAll('-', ''), 'hex').toString('base64url')
    : ` ${commandId}`;

/** Copies as they are remembered, since there may be millions of them: without what follows from the rest. */
export const keptCopies = ({ organisation }: AuditedAccountEvent, copies: readonly Copy[]): Memory =>
  copies.map(({ document, stream, amount, command, at, by }): Kept => {
    const name = document.slice(document.indexOf(' '));
    const account = stream.slice(streamOf(organisation, '').length);
    return [`${document.charAt(0)}${name}`, account, amount, command, at, by];
  });

/** The copies that a memory holds; none where there is none. */
export const copiesIn = ({ organisation }: AuditedAccountEvent, memory: Memory | undefined): Copy[] =>
  ((memory ?? []) as unknown as readonly Kept[]).map(([document, account, amount, command, at, by]) => ({
    document: `${STAGES[document.charAt(0)] ?? ''}${document.slice(1)}`,
    stream: streamOf(organisation, account),
    project: account.slice(account.indexOf('.') + 1),
    amount,
    command,
    at,
    by,
  }));
