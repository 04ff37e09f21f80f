import { type CivilDate, fields, formatQuantity, type Satang } from '#kernel';
import { z } from 'zod';
import { type AccountState, documentKey, documentName, type DocumentState } from '../state.ts';

/** The stages of the chain at which money can be outstanding when the year ends. */
export const OUTSTANDING_STAGES = ['request', 'commitment', 'acceptance'] as const;
export type OutstandingStage = (typeof OUTSTANDING_STAGES)[number];

/** A document of the account by its stage and number, and by its item when it has several lines. */
export interface StagedDocument {
  readonly stage: OutstandingStage;
  readonly number: string;
  readonly item?: string | undefined;
}

export const documentSchema = z
  .strictObject({
    stage: z.enum(OUTSTANDING_STAGES).meta({ description: 'How far the document has come in the chain' }),
    number: fields.code('Number of the document'),
    item: fields.code('Item of the document, when it has several').optional(),
  })
  .meta({ description: 'A document with money outstanding' });

/** Every document of a stage, by `documentKey`. */
export function documentsAt(state: AccountState, stage: OutstandingStage): Map<string, DocumentState> {
  return { request: state.requests, commitment: state.commitments, acceptance: state.acceptances }[stage];
}

export const heldDocument = (
  state: AccountState,
  { stage, number, item }: StagedDocument,
): DocumentState | undefined => documentsAt(state, stage).get(documentKey(number, item));

/** The document that a key of a stage stands for. */
export function documentAt(stage: OutstandingStage, key: string): StagedDocument {
  const [number = '', item] = key.split('\n');
  return { stage, number, ...(item === undefined ? {} : { item }) };
}

/** The document in words, as refusals name it. */
export const stagedName = ({ stage, number, item }: StagedDocument): string =>
  `the ${stage} ${documentName(number, item)}`;

/** The document it took its money from, one stage earlier. */
export function earlier(state: AccountState, document: StagedDocument): StagedDocument | undefined {
  const key = heldDocument(state, document)?.draws?.key;
  if (key === undefined || document.stage === 'request') return undefined;
  return documentAt(document.stage === 'acceptance' ? 'commitment' : 'request', key);
}

/** A document that has money outstanding. */
export interface OutstandingDocument {
  readonly document: StagedDocument;
  readonly held: DocumentState;
  readonly amount: Satang;
}

/** All documents with money outstanding, earlier stages first. */
export function outstandingDocuments(state: AccountState): OutstandingDocument[] {
  return OUTSTANDING_STAGES.flatMap((stage) =>
    [...documentsAt(state, stage)]
      .filter(([, { outstanding }]) => outstanding > 0)
      .map(([key, held]) => ({ document: documentAt(stage, key), held, amount: held.outstanding })),
  );
}

/** What is outstanding in units, as events keep it; absent for a document that is kept by amount alone. */
export const outstandingUnits = ({ outstandingQuantity }: DocumentState): { quantity?: string } =>
  outstandingQuantity === undefined ? {} : { quantity: formatQuantity(outstandingQuantity) };

export const unitsField = fields
  .code('Units outstanding, at most four decimals, when the document is kept by quantity')
  .optional();

export const asDate = (text: string): CivilDate => text as CivilDate;

/** The document as a source of what is brought forward; the key of a line has one line break, this has more. */
export const documentSource = ({ stage, number, item }: StagedDocument): string =>
  `${stage}\n\n${documentKey(number, item)}`;
