/** What a command touches of the world; the tests bring their own. */
export interface Io {
  /** Data, and nothing else. */
  readonly out: (text: string) => void;
  /** Everything that is said about the data. */
  readonly err: (text: string) => void;
  readonly stdin: () => Promise<string>;
  readonly env: NodeJS.ProcessEnv;
  /** Standard error is a terminal: progress may be shown. */
  readonly terminal: boolean;
  /** Asks the person at the terminal; absent where there is none. What is typed hidden is not shown. */
  readonly prompt?: ((question: string, typed: 'hidden' | 'shown') => Promise<string>) | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted by Ctrl-C: the ledger is closed, then the command ends. */
  readonly interrupted: AbortSignal;
}
