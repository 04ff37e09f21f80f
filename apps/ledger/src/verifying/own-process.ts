import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** From the sources a program runs as it is written, from the build as it was compiled. */
const SUFFIX = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const OPTIONS = [
  '--disable-warning=ExperimentalWarning',
  ...(SUFFIX === 'ts' ? ['--conditions=source'] : []),
];

export interface OwnProcess<Message> {
  /** A program beside this file. */
  readonly program: 'verify-child' | 'export-child';
  readonly args: readonly string[];
  readonly onMessage: (message: Message) => void;
  /** Ends it before its time. */
  readonly signal: AbortSignal;
}

/** Runs what takes long as a process of its own, so that nobody waits for it. Answers why it failed, if it did. */
export function runOwnProcess<Message>(own: OwnProcess<Message>): Promise<string | null> {
  const { program, args, onMessage, signal } = own;
  const file = fileURLToPath(new URL(`./${program}.${SUFFIX}`, import.meta.url));
  let failure: string | null = null;
  const child = fork(file, args, {
    execArgv: OPTIONS,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    signal,
  });
  child.on('message', (message) => onMessage(message as Message));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      failure ??= signal.aborted ? 'the service was stopped' : error.message;
    });
    child.on('close', (code, ended) => {
      if (code !== 0) failure ??= `it ended with ${ended ?? `code ${String(code)}`}`;
      resolve(failure);
    });
  });
}
