import type { Figure } from './figure.ts';

/** How a bench was asked for. */
export interface BenchContext {
  /** Sizes of a test: whether it works, not how fast it is. */
  readonly quick: boolean;
  /** Runs of each work, after one to warm up. */
  readonly rounds: number;
  /** The value of `--name=value`; of the two defaults the second one holds for a test. */
  number(name: string, full: number, quick: number): number;
  text(name: string, otherwise: string): string;
  /** Tells of progress, or of a figure beside the table. */
  note(text: string): void;
}

/** One benchmark: the default export of a file `NAME.bench.ts`. */
export interface Bench {
  /** One sentence: what it answers. */
  readonly asks: string;
  run(context: BenchContext): Promise<readonly Figure[]>;
}

/** What `npm run bench` was told, in the form that is handed to the process of each bench. */
export interface BenchOptions {
  readonly quick: boolean;
  /** Options of the benches themselves, by name. */
  readonly given: Readonly<Record<string, string>>;
}

const ROUNDS = 5;

export function contextOf({ quick, given }: BenchOptions, note: (text: string) => void): BenchContext {
  return {
    quick,
    rounds: quick ? 1 : ROUNDS,
    number: (name, full, small) => numberOf(name, given[name]) ?? (quick ? small : full),
    text: (name, otherwise) => given[name] ?? otherwise,
    note,
  };
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new Error(`--${name}=${text}: expected a whole number above 0.`);
}
