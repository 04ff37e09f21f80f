import { ERA_OFFSET, QUARTERS, type Quarter } from '#kernel';
import type { Io } from './io.ts';
import { wrongUse } from './settings.ts';

const BUDDHIST = /^(\d{4})-(\d{2})-(\d{2})$|^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A date as typed: ISO always; `2569-03-31` and `31/3/2569` only where the Buddhist era is asked for, and echoed. */
export function dateOf(io: Io, text: string, era: string | undefined): string {
  if (era === undefined) return text;
  if (era !== 'be' && era !== 'ce') throw wrongUse(`--era is "${era}"; expected be or ce.`);
  const match = era === 'be' ? BUDDHIST.exec(text) : null;
  if (!match) return text;
  const [year, month, day] = match[1] ? [match[1], match[2], match[3]] : [match[6], match[5], match[4]];
  if (Number(year) < 2400) throw wrongUse(`"${text}" is not a date of the Buddhist era; leave out --era be.`);
  const two = (part: string | undefined) => String(part).padStart(2, '0');
  const iso = `${Number(year) - ERA_OFFSET.BE}-${two(month)}-${two(day)}`;
  io.err(`${text} (B.E.) is ${iso}\n`);
  return iso;
}

export interface Period {
  readonly fiscalYear: string;
  readonly quarter: Quarter | undefined;
}

/** A fiscal year as `2569`, `FY2569` or `FY2569Q2`, and a quarter of its own. */
export function periodOf(fiscalYear: string | undefined, quarter: string | undefined): Period {
  const match = /^(?:FY)?(\d{4})(?:-?(Q[1-4]))?$/i.exec(fiscalYear ?? '');
  if (!match?.[1]) {
    throw wrongUse(
      `--fiscal-year is ${fiscalYear === undefined ? 'missing' : `"${fiscalYear}"`}; expected 2569, FY2569 or FY2569Q2.`,
    );
  }
  const named = (quarter ?? match[2])?.toUpperCase();
  if (match[2] !== undefined && named !== match[2].toUpperCase()) {
    throw wrongUse(`--fiscal-year says ${match[2]} and --quarter says ${named ?? ''}; expected one quarter.`);
  }
  if (named !== undefined && !QUARTERS.includes(named as Quarter)) {
    throw wrongUse(`--quarter is "${named}"; expected Q1, Q2, Q3 or Q4.`);
  }
  return { fiscalYear: match[1], quarter: named as Quarter | undefined };
}

/** The period of a report, whose quarter must be said. */
export function quarterOf(
  fiscalYear: string | undefined,
  quarter: string | undefined,
): Period & { quarter: Quarter } {
  const period = periodOf(fiscalYear, quarter);
  if (period.quarter === undefined) throw wrongUse('--quarter is missing; expected Q1, Q2, Q3 or Q4.');
  return { ...period, quarter: period.quarter };
}
