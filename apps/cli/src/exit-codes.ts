/** Exit codes of the command line; fixed, scripts rely on them. */
export const EXIT = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  refused: 3,
  noRight: 4,
  conflict: 5,
  differences: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_CODES_HELP = `Exit codes:
  0 done                     1 failed, not found or not available
  2 wrong use or bad input   3 refused by a rule
  4 not signed in, no right  5 conflict or too much at once, try again
  6 differences found        130 interrupted`;

/** What an HTTP status means for the shell. */
export function exitCodeOf(status: number): ExitCode {
  switch (status) {
    case 400:
      return EXIT.wrongUse;
    case 401:
    case 403:
      return EXIT.noRight;
    case 409:
    case 429:
      return EXIT.conflict;
    case 422:
      return EXIT.refused;
    default:
      return status < 400 ? EXIT.done : EXIT.failed;
  }
}
