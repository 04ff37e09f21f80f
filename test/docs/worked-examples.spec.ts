import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { obligo, scratch } from '../../apps/cli/testing/obligo.fixture.ts';

const DOCS = path.resolve(import.meta.dirname, '../../docs');

interface Example {
  readonly command: string;
  readonly printed: string;
}

/** The command lines of a page in their order, each with what the page says it prints. */
function examplesOf(page: string): Example[] {
  const text = readFileSync(path.join(DOCS, page), 'utf8');
  const blocks = [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  return blocks
    .join('')
    .split(/^\$ /m)
    .slice(1)
    .map((example) => {
      const [command = '', ...printed] = example.trimEnd().split('\n');
      return { command, printed: printed.join('\n') };
    });
}

/** The words of a command line, quotes taken off as the shell does. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );

/** What people read: receipts and refusals, without where it is found again. */
const shown = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^(?:idempotency key|next:|as known at position| {2}receipt:)/.test(line))
    .join('\n')
    .trimEnd();

describe.each(['budget-control.md', 'year-end.md'])('the worked example of %s', (page) => {
  it('prints what the page says, command by command', async () => {
    const temporary = scratch();
    try {
      const examples = examplesOf(page);
      expect(examples.length).toBeGreaterThan(15);
      const told: Example[] = [];
      for (const { command } of examples) {
        const [, ...words] = wordsOf(command);
        const { out, err } = await obligo(...words, '--data', path.join(temporary.dir, 'ledger'));
        told.push({ command, printed: shown(`${out}${err}`) });
      }
      expect(told).toEqual(examples);
    } finally {
      temporary.remove();
    }
  });
});
