import type { BenchOptions } from './bench.ts';

/** What `npm run bench` was asked for. */
export interface Asked {
  readonly names: readonly string[];
  /** The list goes to standard output, and nothing else does. */
  readonly json: boolean;
  /** The list is also kept in this file. */
  readonly jsonFile?: string;
  readonly options: BenchOptions;
}

/** Reads the command line. Refuses a name that no bench has, and an option without its value. */
export function asked(argv: readonly string[], all: readonly string[]): Asked {
  const flags = new Map<string, string | true>();
  const words: string[] = [];
  for (const argument of argv) {
    if (!argument.startsWith('--')) {
      words.push(argument);
      continue;
    }
    const [, name = '', value] = /^--([^=]*)(?:=(.*))?$/s.exec(argument) ?? [];
    flags.set(name, value ?? true);
  }
  const json = flags.get('json');
  const quick = flags.get('quick') === true;
  for (const own of ['json', 'quick']) flags.delete(own);
  return {
    names: words.length === 0 ? all : [...new Set(words.flatMap((word) => named(word, all)))],
    json: json === true,
    ...(typeof json === 'string' ? { jsonFile: json } : {}),
    options: { quick, given: Object.fromEntries([...flags].map(withValue)) },
  };
}

/** The bench of that name, else those whose name holds the word. */
function named(word: string, all: readonly string[]): readonly string[] {
  const found = all.includes(word) ? [word] : all.filter((name) => name.includes(word));
  if (found.length > 0) return found;
  throw new Error(`No benchmark is called "${word}": expected one of ${all.join(', ')}.`);
}

function withValue([name, value]: readonly [string, string | true]): [string, string] {
  if (value === true) throw new Error(`--${name}: expected --${name}=VALUE, --json[=FILE] or --quick.`);
  return [name, value];
}
