import { type Refusal, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of the rule table: its code, kind and meaning. */
export const accessRefusals = {
  'role-missing': {
    kind: 'forbidden',
    meaning: 'What is asked takes a role that the one who asks does not have.',
  },
  'outside-your-limits': {
    kind: 'forbidden',
    meaning:
      'The one who asks has the role, but limited to other projects, fund sources, commands or amounts.',
  },
  'administrator-posts-nothing': {
    kind: 'forbidden',
    meaning: 'Whoever administers accounts records and approves nothing.',
  },
  'access-set-up-already': { kind: 'conflict', meaning: 'The ledger has an administrator already.' },
  'rules-malformed': {
    kind: 'invalid',
    meaning: 'A part of the rule table is missing, unknown or not of the expected form; every one is listed.',
  },
  'rules-unchanged': { kind: 'rule', meaning: 'The rule table is what it was.' },
  'limits-malformed': {
    kind: 'invalid',
    meaning: 'A limit of the grant is unknown or not of the expected form; every one is listed.',
  },
  'limits-not-for-role': { kind: 'invalid', meaning: 'The role is over the whole ledger and has no limits.' },
  'subject-malformed': {
    kind: 'invalid',
    meaning: 'A role is given to the name of an account or of a service token.',
  },
  'roles-apart': {
    kind: 'rule',
    meaning: 'Nobody has both roles: who records is not who administers, operates or audits.',
  },
  'service-only-reads': {
    kind: 'rule',
    meaning: 'A service token reads; it has no role that records, approves or administers.',
  },
  'role-granted-already': {
    kind: 'conflict',
    meaning: 'The subject has the role already, on the same terms.',
  },
  'grant-unknown': { kind: 'not-found', meaning: 'No grant in force has this number.' },
  'last-administrator': {
    kind: 'rule',
    meaning: 'Nobody would be left who administers accounts from today without end.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

export type AccessRefusalCode = keyof typeof accessRefusals;

export const refuse = (code: AccessRefusalCode, message: string, details: RefusalDetails = {}): Refusal =>
  refusal(accessRefusals[code].kind, code, message, details);
