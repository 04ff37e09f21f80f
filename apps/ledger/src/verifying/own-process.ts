import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { flagsOf, programBeside } from '#event-store';

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
  const entry = programBeside(program, import.meta.url);
  let failure: string | null = null;
  const child = fork(entry, args, {
    execArgv: flagsOf(entry),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    signal,
  });
  comeLast(child);
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

/**
 * Postings come first. Linux has a priority for each thread, which those take over that it begins: so it is set before the
 * program begins any.
 */
function comeLast({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already.
  }
}
