/** What can be allowed besides recording, in the order of the rule table. */
export const PERMISSION_NAMES = [
  'read-reports',
  'read-journal',
  'replay',
  'operate',
  'administer',
  'read-access',
  'read-readings',
] as const;
