import { type RefusalDetails, RefusalError, type RefusalKind, refusal } from '#kernel';

/** Every refusal of moving a log to another store: its code, kind and meaning. */
export const movingRefusals = {
  'move-same-store': {
    kind: 'invalid',
    meaning: 'The log is to be moved to where it is.',
  },
  'move-through-a-folder': {
    kind: 'invalid',
    meaning:
      'The stores need two client libraries that do not work in one process: move into a folder, and from there.',
  },
  'move-nothing-there': {
    kind: 'not-found',
    meaning: 'The store that a log is to be moved from holds no event of it.',
  },
  'move-source-damaged': {
    kind: 'invalid',
    meaning:
      'Events or seals of the store that is moved from are not as they were recorded; nothing was written.',
  },
  'move-too-large': {
    kind: 'rule',
    meaning: 'An event is larger than the store that is moved to takes; nothing was written.',
  },
  'move-target-differs': {
    kind: 'conflict',
    meaning: 'The store that is moved to holds another log, or more than the one it is moved from.',
  },
  'move-target-sealed-otherwise': {
    kind: 'conflict',
    meaning: 'The folder that is moved to holds checkpoints that the ledger never signed.',
  },
  'move-not-verified': {
    kind: 'defect',
    meaning: 'What was read back from the store that was moved to is not what it was moved from.',
  },
  'move-not-in-place': {
    kind: 'unavailable',
    meaning: 'The log is copied and verified, and could not be given its name.',
  },
} as const satisfies Readonly<Record<string, { readonly kind: RefusalKind; readonly meaning: string }>>;

export function refuse(
  code: keyof typeof movingRefusals,
  message: string,
  details: RefusalDetails = {},
): RefusalError {
  return new RefusalError(refusal(movingRefusals[code].kind, code, message, details));
}
