import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import type { BenchOptions } from './bench.ts';
import { checkValue, isOption, OPTION_FORMS, type OptionName } from './options.ts';

/** What `npm run bench` was asked for. */
export interface Asked {
  readonly names: readonly string[];
  /** The list goes to standard output, and nothing else does. */
  readonly json: boolean;
  /** The list is also kept in this file. */
  readonly jsonFile?: string;
  readonly options: BenchOptions;
}

/**
 * Reads the command line. Refuses a name that no bench has, an option that none takes, a size that is none, and a file that
 * could not be written: all before the first minute is spent.
 */
export function asked(argv: readonly string[], all: readonly string[]): Asked {
  const words: string[] = [];
  const given: Partial<Record<OptionName, string>> = {};
  let [json, quick] = [false, false];
  let jsonFile: string | undefined;
  for (const argument of argv) {
    if (!argument.startsWith('-')) {
      words.push(argument);
      continue;
    }
    const [, name = '', value = true] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === 'json' && value === true) json = true;
    else if (name === 'json') jsonFile = writable(String(value));
    else if (name === 'quick' && value === true) quick = true;
    else if (name === 'quick') throw new Error(`${argument}: expected --quick without a value.`);
    else if (isOption(name)) {
      checkValue(name, value);
      given[name] = value;
    } else throw new Error(`${argument} is no option: expected one of ${OPTION_FORMS.join(', ')}.`);
  }
  return {
    names: words.length === 0 ? all : [...new Set(words.flatMap((word) => named(word, all)))],
    json,
    ...(jsonFile === undefined ? {} : { jsonFile }),
    options: { quick, given },
  };
}

/** How the benches are asked for. */
export const usage = (all: readonly string[]): string =>
  [
    'npm run bench -- [NAME…] [--quick] [--json] [--json=FILE] [OPTION=VALUE…]',
    `benchmarks: ${all.join(', ')}`,
    `options: ${OPTION_FORMS.join(', ')}`,
    'test/bench/README.md explains each.',
  ].join('\n');

/** The bench of that name, else those whose name holds the word. */
function named(word: string, all: readonly string[]): readonly string[] {
  const found = all.includes(word) ? [word] : all.filter((name) => name.includes(word));
  if (word !== '' && found.length > 0) return found;
  throw new Error(`No benchmark is called "${word}": expected one of ${all.join(', ')}.`);
}

function writable(file: string): string {
  const exists = statSync(file, { throwIfNoEntry: false });
  try {
    if (file === '' || exists?.isDirectory() === true) throw new Error('no file');
    accessSync(exists === undefined ? path.dirname(file) : file, constants.W_OK);
  } catch {
    throw new Error(`--json=${file}: expected a file that can be written.`);
  }
  return file;
}
