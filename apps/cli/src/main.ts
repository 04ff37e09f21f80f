import { text } from 'node:stream/consumers';
import { EXIT } from './exit-codes.ts';
import { askOnTerminal } from './terminal.ts';
import { unlessInterrupted } from './interrupted.ts';
import { run } from './run.ts';

// A reader that has seen enough (head, less) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed),
);

const interruption = new AbortController();
process.on('SIGINT', () => {
  // The second one does not wait until the ledger is closed.
  if (interruption.signal.aborted) process.exit(EXIT.interrupted);
  interruption.abort();
});

const code = await run(process.argv.slice(2), {
  out: (data) => process.stdout.write(data),
  err: (line) => process.stderr.write(line),
  stdin: () => unlessInterrupted(interruption.signal, () => text(process.stdin)),
  env: process.env,
  terminal: process.stderr.isTTY,
  prompt:
    process.stdin.isTTY && process.stderr.isTTY
      ? (question, typed) => askOnTerminal(question, typed, { input: process.stdin, output: process.stderr })
      : undefined,
  now: () => Date.now(),
  interrupted: interruption.signal,
});
// What was being waited for would keep the process alive.
if (code === EXIT.interrupted) process.exit(code);
process.exitCode = code;
