import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Interrupted } from './interrupted.ts';

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** One line of the person at the terminal. Typed hidden, nothing of it is shown, not even its length. */
export function askOnTerminal(
  question: string,
  typed: 'hidden' | 'shown',
  { input, output }: Terminal,
): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input,
    output: typed === 'hidden' ? silent : output,
    terminal: true,
    // Nothing that was typed is offered again.
    historySize: 0,
  });
  if (typed === 'hidden') output.write(question);
  return new Promise<string>((resolve, reject) => {
    lines.question(typed === 'hidden' ? '' : question, (answer) => {
      resolve(answer);
      lines.close();
    });
    // The line editor takes Ctrl-C from the terminal; the process gets no signal then.
    lines.once('SIGINT', () => lines.close());
    // After an answer this comes too late to matter.
    lines.once('close', () => reject(new Interrupted()));
  }).finally(() => {
    if (typed === 'hidden') output.write('\n');
  });
}
