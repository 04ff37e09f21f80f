import { text } from 'node:stream/consumers';
import { EXIT } from './exit-codes.ts';
import { run } from './run.ts';

// A reader that has seen enough (head, less) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed),
);
process.on('SIGINT', () => process.exit(EXIT.interrupted));

process.exitCode = await run(process.argv.slice(2), {
  out: (data) => process.stdout.write(data),
  err: (line) => process.stderr.write(line),
  stdin: () => text(process.stdin),
  env: process.env,
  terminal: process.stderr.isTTY,
});
