/** What somebody can be in an organisation; who is none of them may do nothing. */
export const ROLES = [
  'maker',
  'checker',
  'budget-owner',
  'auditor',
  'reader',
  'administrator',
  'operator',
] as const;
export type Role = (typeof ROLES)[number];

/** What can be done without recording anything in the accounts. */
export const PERMISSIONS = [
  'read-reports',
  'read-journal',
  'replay',
  'operate',
  'administer',
  'read-access',
  'read-readings',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What a role may do. */
export interface RoleRule {
  readonly may: readonly Permission[];
  /** What it may record: `category/command` or `category/*`, by the category of the stream. */
  readonly commands: readonly string[];
  /** Whether who has the role must sign in with a second factor. */
  readonly secondFactor: boolean;
}

/** The rule table: data, versioned, recorded as events. */
export interface AccessRules {
  readonly roles: Readonly<Record<Role, RoleRule>>;
}

/**
 * Roles that record or approve. Whoever keeps the accounts of people, the machine, or an eye on the books has none of
 * them (separation of duties, as in COSO's internal control and ISACA's SoD guidance).
 */
export const POSTING_ROLES: readonly Role[] = ['maker', 'checker', 'budget-owner'];

/** Roles that nobody has together with one that posts, nor with each other. */
export const APART: readonly Role[] = ['administrator', 'operator', 'auditor'];

/** Roles over the whole ledger: no limit makes sense for them. */
export const UNLIMITED: readonly Role[] = ['administrator', 'operator'];

const rule = (may: readonly Permission[], commands: readonly string[] = []): RoleRule => ({
  may,
  commands,
  secondFactor: false,
});

/** The table as long as nobody set another one. */
export const DEFAULT_RULES: AccessRules = {
  roles: {
    maker: rule(
      ['read-reports', 'read-journal'],
      [
        'organisation/*',
        'budgetaccount/*',
        'kpi/*',
        // Who makes the figures of a report does not publish it.
        'quarterlyreport/date-report',
        'quarterlyreport/report-status',
        'approval/submit-document',
        'approval/withdraw-document',
        'remarks/*',
      ],
    ),
    checker: rule(
      ['read-reports', 'read-journal'],
      ['approval/approve-document', 'approval/refuse-document', 'controlpolicy/delegate-duty', 'remarks/*'],
    ),
    'budget-owner': rule(
      ['read-reports', 'read-journal', 'replay'],
      [
        'approval/*',
        'controlpolicy/*',
        'fiscalperiods/*',
        'quarterlyreport/publish-report',
        'remarks/*',
        ...[
          'open-account',
          'estimate',
          'allocate',
          'release-budget',
          'supplement',
          'cut',
          'transfer-out',
          'transfer-in',
          'report-transfer',
          'set-plan',
          'revise-plan',
        ].map((command) => `budgetaccount/${command}`),
      ],
    ),
    auditor: rule(['read-reports', 'read-journal', 'replay', 'read-access', 'read-readings']),
    reader: rule(['read-reports']),
    administrator: rule(['administer', 'read-access']),
    operator: rule(['operate']),
  },
};

/** Whether a pattern of a rule or a limit covers a command: `category/*`, `category/command`, or the command alone. */
export const covers = (pattern: string, category: string, command: string): boolean =>
  pattern === `${category}/*` || pattern === `${category}/${command}` || pattern === command;
