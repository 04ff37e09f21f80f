/**
 * Asks the registry for advisories about the packages that come with the product, and holds the answer
 * against scripts/audit/exceptions.json, or the list that --exceptions names. It is no part of `npm test`:
 * what is open changes with the world, and not every registry can answer. Exit codes: 0 nothing open,
 * 1 something open or an exception that has ended, 2 a wrong call or list, 3 no answer.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Exception, readExceptions } from './audit/exceptions.ts';
import { judge } from './audit/judge.ts';
import { askRegistry } from './audit/registry.ts';
import { tableOf } from './audit/table.ts';
import { ROOT } from './install.mjs';

async function main(args: readonly string[]): Promise<number> {
  const exceptions = readList(args);
  if (exceptions === undefined) return 2;
  const answer = await askRegistry();
  if (answer.kind === 'none') {
    console.error(`The registry gave no answer: ${answer.reason}`);
    console.error('Nothing is known of advisories: this is neither a finding nor an all-clear.');
    console.error('Ask a registry that takes audits: npm run audit --registry=https://…');
    return 3;
  }
  const judgement = judge(answer.findings, exceptions, new Date().toISOString().slice(0, 10));
  for (const line of tableOf(judgement)) console.log(line);
  if (!judgement.passed) console.log('What to do about it: docs/dependencies.md.');
  return judgement.passed ? 0 : 1;
}

/** The exceptions; nothing when the call or the list is wrong, which it says. */
function readList(args: readonly string[]): readonly Exception[] | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { exceptions: { type: 'string', default: path.join(ROOT, 'scripts/audit/exceptions.json') } },
    });
    return readExceptions(readFileSync(values.exceptions, 'utf8'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

process.exitCode = await main(process.argv.slice(2));
