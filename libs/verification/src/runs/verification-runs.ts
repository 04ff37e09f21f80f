import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { type VerificationRun, verificationRunSchema } from './run.ts';

/** Some years of a run a day. */
const MOST_RUNS = 2_000;

const PRIVATE = 0o600;

/**
 * What verifications of a ledger came to, in a file of its own beside the log: a line of JSON each, the newest last. It
 * holds no fact of the ledger; without it the next verification begins the list again.
 */
export class VerificationRuns {
  readonly #file: string;
  #runs: readonly VerificationRun[];

  private constructor(file: string, runs: readonly VerificationRun[]) {
    this.#file = file;
    this.#runs = runs;
  }

  /** Lines that cannot be read, as the last one after a loss of power, are passed over. */
  static open(file: string): VerificationRuns {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    const runs = lines.flatMap((line) => runIn(line) ?? []);
    if (runs.length > MOST_RUNS) {
      const kept = runs.slice(-MOST_RUNS);
      writeFileSync(`${file}.new`, kept.map(lineOf).join(''), { mode: PRIVATE });
      renameSync(`${file}.new`, file);
      return new VerificationRuns(file, kept);
    }
    return new VerificationRuns(file, runs);
  }

  /** The newest first; those before a number where one is given. */
  page(limit: number, before = Number.POSITIVE_INFINITY): VerificationRun[] {
    return this.#runs
      .filter(({ number }) => number < before)
      .toReversed()
      .slice(0, limit);
  }

  get latest(): VerificationRun | undefined {
    return this.#runs.at(-1);
  }

  /** The last one that found nothing wrong. */
  get lastSound(): VerificationRun | undefined {
    return this.#runs.findLast(({ outcome }) => outcome === 'sound');
  }

  /** Keeps a run under the next number. */
  add(run: Omit<VerificationRun, 'number'>): VerificationRun {
    const numbered = { number: (this.latest?.number ?? 0) + 1, ...run };
    const file = openSync(this.#file, 'a', PRIVATE);
    try {
      // A line that was cut off must not take this one with it.
      appendFileSync(file, `\n${lineOf(numbered)}`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    this.#runs = [...this.#runs, numbered];
    return numbered;
  }
}

const lineOf = (run: VerificationRun): string => `${JSON.stringify(run)}\n`;

function runIn(line: string): VerificationRun | undefined {
  if (line === '') return undefined;
  try {
    return verificationRunSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
