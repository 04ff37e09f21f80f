import { type AccountState, documentKey } from '../state.ts';
import { documentAt, earlier, heldDocument, type StagedDocument } from './document.ts';

/** The fields by which commands of the chain name documents. */
interface ChainFields {
  readonly type: string;
  readonly request?: string | undefined;
  readonly requestItem?: string | undefined;
  readonly commitment?: string | undefined;
  readonly commitmentItem?: string | undefined;
  readonly acceptance?: string | undefined;
  readonly acceptanceItem?: string | undefined;
  readonly disbursement?: string | undefined;
  readonly item?: string | undefined;
}

/**
 * The document whose outstanding money a command takes, releases or restores; nothing for a command that does none
 * of that. Whether the command may be posted after the fiscal year depends on the reservation of this document.
 */
export function documentNamed(state: AccountState, command: ChainFields): StagedDocument | undefined {
  const { type, request, commitment, acceptance, disbursement, item } = command;
  switch (type) {
    case 'commit':
      return named('request', request, command.requestItem);
    case 'accept':
      return named('commitment', commitment, command.commitmentItem);
    case 'disburse':
      return (
        named('acceptance', acceptance, command.acceptanceItem) ??
        named('commitment', commitment, command.commitmentItem)
      );
    case 'release-request':
      return named('request', request, item);
    case 'release-commitment':
      return named('commitment', commitment, item);
    case 'reverse-commitment':
      return restoredBy(state, named('commitment', commitment, item));
    case 'reverse-acceptance':
      return restoredBy(state, named('acceptance', acceptance, item));
    case 'reverse-disbursement':
      return disbursement === undefined ? undefined : paidFrom(state, documentKey(disbursement, item));
    default:
      return undefined;
  }
}

const named = (
  stage: StagedDocument['stage'],
  number: string | undefined,
  item: string | undefined,
): StagedDocument | undefined =>
  number === undefined ? undefined : { stage, number, ...(item === undefined ? {} : { item }) };

/** A reversal puts money back on the earlier document: that one has to be reserved, not only the one reversed. */
const restoredBy = (state: AccountState, document: StagedDocument | undefined): StagedDocument | undefined =>
  document && heldDocument(state, document) ? (earlier(state, document) ?? document) : document;

/** The earlier documents of a disbursement, by `documentKey`; absent for a direct one. */
interface PaidFrom {
  readonly commitment?: string | undefined;
  readonly acceptance?: string | undefined;
}

/** The document that a disbursement was paid from. */
export function paidFrom(state: AccountState, disbursement: string): StagedDocument | undefined {
  const made: PaidFrom | undefined = state.disbursements.get(disbursement);
  if (made?.acceptance !== undefined) return documentAt('acceptance', made.acceptance);
  return made?.commitment === undefined ? undefined : documentAt('commitment', made.commitment);
}
