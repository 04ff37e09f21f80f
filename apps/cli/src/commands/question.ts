import type { Command } from 'commander';
import type { AnswerFlags } from '../answer.ts';
import { dateOf } from '../dates.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';

/** Turns the action of a command into one whose exit code is kept. */
export type Run = <Arguments extends readonly unknown[]>(
  action: (...args: Arguments) => Promise<ExitCode>,
) => (...args: Arguments) => Promise<void>;

export interface PeriodFlags extends AnswerFlags {
  readonly fiscalYear?: string;
  readonly quarter?: string;
  readonly project?: string;
}

export const withPeriod = (command: Command): Command =>
  command
    .option('--fiscal-year <year>', 'fiscal year: 2569, FY2569 or FY2569Q2')
    .option('--quarter <quarter>', 'Q1, Q2, Q3 or Q4; not needed after FY2569Q2');

export const withEra = (command: Command): Command =>
  command.option('--era <era>', 'be: dates are typed in the Buddhist era and echoed');

export const withKnownAt = (command: Command): Command =>
  withEra(
    command.option(
      '--known-at <moment>',
      'as known at a date (end of that day), an instant, a position or a report; now when absent',
    ),
  ).option('--effective-to <date>', 'only what takes effect on this day or earlier; all of it when absent');

export const withPages = (command: Command): Command =>
  command
    .option('--after <row>', 'only what comes after this one')
    .option('--limit <count>', 'at most so many rows (1 to 10000, default 1000)');

/** The point on both axes that is asked about: what was known, and of that what takes effect. */
export const pointOf = (io: Io, { knownAt, effectiveTo, era }: AnswerFlags) => ({
  knownAt: dayOf(io, knownAt, era),
  effectiveTo: dayOf(io, effectiveTo, era),
});

export const dayOf = (io: Io, text: string | undefined, era: string | undefined): string | undefined =>
  text === undefined ? undefined : dateOf(io, text, era);

/** The value of a flag without argument in a query. */
export const given = (flag: boolean | undefined): string | undefined => (flag ? 'true' : undefined);

export const examples = (...lines: readonly string[]): string =>
  `Example${lines.length > 1 ? 's' : ''}:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
