import type { Figure } from './figure.ts';
import { type OptionName, type SizeName, type TextName, wholeNumber, wholeNumbers } from './options.ts';

/** How a bench was asked for. */
export interface BenchContext {
  /** Sizes of a test: whether it works, not how fast it is. */
  readonly quick: boolean;
  /** Runs of each work, after one to warm up. */
  readonly rounds: number;
  /** The value of `--name=value`; of the two defaults the second one holds for a test. */
  number(name: SizeName, full: number, quick: number): number;
  /** The same of an option that takes several, such as `--name=1000,100000`. */
  numbers(name: SizeName, full: readonly number[], quick: readonly number[]): readonly number[];
  text(name: TextName, otherwise: string): string;
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
  readonly given: Readonly<Partial<Record<OptionName, string>>>;
}

/** Runs of each work where nothing else was asked for. */
const [ROUNDS, QUICK_ROUNDS] = [5, 1] as const;

export function contextOf({ quick, given }: BenchOptions, note: (text: string) => void): BenchContext {
  const number = (name: SizeName, full: number, small: number): number => {
    const text = given[name];
    return text === undefined ? (quick ? small : full) : wholeNumber(name, text);
  };
  return {
    quick,
    rounds: number('rounds', ROUNDS, QUICK_ROUNDS),
    number,
    numbers: (name, full, small) => {
      const text = given[name];
      return text === undefined ? (quick ? small : full) : wholeNumbers(name, text);
    },
    text: (name, otherwise) => given[name] ?? otherwise,
    note,
  };
}
