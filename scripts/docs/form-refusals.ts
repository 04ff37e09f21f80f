import type { RefusalEntry } from './catalogue.ts';

const invalid = (code: string, meaning: string): RefusalEntry => ({ code, kind: 'invalid', meaning });

/** Refusals of the forms that everything is written in; a test holds them against the code. */
export const formRefusals: readonly RefusalEntry[] = [
  invalid('amount-malformed', 'The text is not a decimal amount of the unit that is asked for.'),
  invalid(
    'amount-out-of-range',
    'The amount is larger than 2^53 − 1 satang, or not a whole number of satang.',
  ),
  invalid('quantity-malformed', 'The text is not a quantity with at most four decimals.'),
  invalid('code-malformed', 'A code is too long, or has characters that a code cannot have.'),
  invalid('date-malformed', 'The text is not a day of the Christian era, YYYY-MM-DD.'),
  invalid('instant-malformed', 'The text is not a moment with its zone.'),
  invalid('quarter-malformed', 'The text is not one of Q1, Q2, Q3, Q4.'),
  invalid('fiscal-year-malformed', 'The value is not a year of four digits.'),
];

/** Refusals of the command line itself; a test holds them against the code. */
export const commandLineRefusals: readonly RefusalEntry[] = [
  invalid('wrong-use', 'A flag or an argument is missing, unknown or not usable; the sentence names it.'),
  {
    code: 'ledger-unreachable',
    kind: 'unavailable',
    meaning: 'No ledger answers at the address; nothing was sent.',
  },
  {
    code: 'answer-unknown',
    kind: 'unavailable',
    meaning:
      'The connection ended before the answer came; ask again, or repeat a posting under the same idempotency key.',
  },
  invalid('path-denied', 'The system denies a file or a folder to this user; the sentence names it.'),
  invalid('not-a-ledger-address', 'Something else than a ledger answers at the address.'),
];

/** Refusals before a ledger serves; a test holds them against the code. */
export const startRefusals: readonly RefusalEntry[] = [
  invalid('configuration-wrong', 'A flag is unknown, or one or a variable of the environment is not usable.'),
  {
    code: 'address-not-usable',
    kind: 'unavailable',
    meaning:
      'Nothing can be served at the address: another program listens there, or this machine has no such address.',
  },
  { code: 'no-ledger-here', kind: 'not-found', meaning: 'The folder holds no ledger.' },
  invalid(
    'tls-needed',
    'On an address of the network passwords and tokens would be sent in the clear: give a certificate, or name the proxy that does TLS.',
  ),
  invalid(
    'demo-accounts',
    'The folder has accounts of the demonstration, whose passwords were printed: it is served on this machine alone.',
  ),
  { code: 'key-unusable', kind: 'unavailable', meaning: 'The key file is lost, or holds no key.' },
  invalid('folder-not-a-ledger', 'The folder holds something else.'),
  {
    code: 'ledger-damaged',
    kind: 'unavailable',
    meaning:
      'A log lost a page, or was changed by another program; what needs that page is refused, all else goes on.',
  },
  invalid(
    'file-is-a-link',
    'A log of the folder is a link or has another name elsewhere: two folders would write it as one.',
  ),
  invalid('data-folder-not-readable', 'This user may not read the folder.'),
  invalid('data-folder-not-writable', 'This user may not write the folder.'),
  {
    code: 'data-folder-in-use',
    kind: 'conflict',
    meaning: 'Another process owns the folder; the answer says which, since when and where it serves.',
  },
];

/** Refusals of the homes of a log; a test holds them against the code. */
export const storeRefusals: readonly RefusalEntry[] = [
  invalid('store-home-malformed', 'The text is no home of a log: a path, esdb://… or kurrentdb://….'),
  {
    code: 'event-database-unreachable',
    kind: 'unavailable',
    meaning: 'No event database answers at the address.',
  },
  invalid('event-database-denied', 'The event database denies what the user needs to do.'),
  {
    code: 'file-is-a-copy',
    kind: 'conflict',
    meaning: 'The file is a copy of a log in an event database; nothing is written to it.',
  },
  {
    code: 'file-not-a-copy',
    kind: 'conflict',
    meaning: 'The file holds a log of its own, where a copy of a log in an event database was expected.',
  },
  {
    code: 'copy-of-another-log',
    kind: 'conflict',
    meaning: 'The file is a copy of another log than the one in the event database.',
  },
];
