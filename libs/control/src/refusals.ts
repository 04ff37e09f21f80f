import { type Refusal, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of policy, duties, periods and approvals: its code, kind and meaning. */
export const controlRefusals = {
  'policy-malformed': {
    kind: 'invalid',
    meaning: 'A part of the policy is missing, unknown or not of the expected form; every one is listed.',
  },
  'policy-unchanged': { kind: 'rule', meaning: 'The policy is what it was.' },
  'duty-missing': {
    kind: 'rule',
    meaning: 'What is asked takes a duty that the one who asks does not have.',
  },
  'duty-granted-already': {
    kind: 'conflict',
    meaning: 'The holder has the duty already, on the same terms.',
  },
  'duty-not-held': { kind: 'not-found', meaning: 'The holder does not have the duty.' },
  'duty-last-holder': {
    kind: 'rule',
    meaning: 'Nobody would be left who keeps the policy from today without end.',
  },
  'delegation-to-oneself': { kind: 'rule', meaning: 'A duty is lent to another, not to oneself.' },
  'dates-reversed': { kind: 'invalid', meaning: 'The first of two days lies after the last.' },
  'period-unknown': { kind: 'invalid', meaning: 'The period is not one of the fiscal year.' },
  'period-already-so': {
    kind: 'conflict',
    meaning: 'The period is in this state already, or in a stricter one.',
  },
  'period-not-ended': {
    kind: 'rule',
    meaning: 'A period is closed after its last day; softly it may be before.',
  },
  'control-reason-missing': { kind: 'invalid', meaning: 'The step does not say why it is taken.' },
  'document-exists': { kind: 'conflict', meaning: 'A document of this number was submitted already.' },
  'document-unknown': { kind: 'not-found', meaning: 'No document of this number was submitted.' },
  'document-empty': { kind: 'invalid', meaning: 'The document holds nothing that could be recorded.' },
  'document-too-large': {
    kind: 'invalid',
    meaning: 'The document holds more postings, or needs more approvals, than one document may.',
  },
  'approval-not-needed': {
    kind: 'rule',
    meaning: 'The policy wants no other eyes for this document: it can be recorded at once.',
  },
  'document-not-waiting': {
    kind: 'rule',
    meaning: 'The document is approved, refused or withdrawn already.',
  },
  'maker-is-checker': { kind: 'rule', meaning: 'Nobody approves a document that he made.' },
  'checker-approved-already': {
    kind: 'rule',
    meaning: 'Each approval of a document is given by somebody else.',
  },
  'tier-not-due': {
    kind: 'conflict',
    meaning: 'The document waits for another tier than the one that is meant.',
  },
  'remark-empty': { kind: 'rule', meaning: 'A remark has neither words nor evidence.' },
  'remarks-too-many': {
    kind: 'rule',
    meaning: 'A posting takes no more remarks, or a remark no more files, than there is room for.',
  },
  'evidence-added-already': {
    kind: 'conflict',
    meaning: 'A file of this digest belongs to the posting already.',
  },
  'only-maker-withdraws': { kind: 'rule', meaning: 'A document is withdrawn by the one who made it.' },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

export type ControlRefusalCode = keyof typeof controlRefusals;

export function refuse(code: ControlRefusalCode, message: string, details: RefusalDetails = {}): Refusal {
  return refusal(controlRefusals[code].kind, code, message, details);
}

export const dutyMissing = (actor: string | undefined, duty: string): Refusal =>
  refuse(
    'duty-missing',
    `${actor ?? 'Nobody'} does not have the duty ${duty} today; expected somebody who has it.`,
    {
      duty,
      ...(actor === undefined ? {} : { actor }),
    },
  );
