import type { Refusal } from '#kernel';
import { compareFigures, FIGURE_DIGITS, isFigure, isWhole } from '../figure.ts';
import { type PerformanceRefusalCode, refuse, type Subject } from '../refusals.ts';
import { shown } from '../rules.ts';
import type { KpiKind } from './kind.ts';

/**
 * A percentage may exceed 100, since a result may exceed what was planned. Beyond 1,000 a decimal point is
 * more likely to be missing (`9660` for `96.60`).
 */
export const MAX_PERCENT = '1000';

interface Misfit {
  readonly code: PerformanceRefusalCode;
  readonly expected: string;
}

/** Refuses a figure that does not fit the kind of the KPI. No figure is no fault here. */
export function fitRule(
  subject: Subject,
  kind: KpiKind,
  field: string,
  value: string | undefined,
): Refusal | undefined {
  if (value === undefined) return undefined;
  const misfit = misfitOf(kind, value);
  if (!misfit) return undefined;
  return refuse(subject, misfit.code, `${field} is ${shown(value)}`, misfit.expected, {
    field,
    kind,
    given: value,
  });
}

function misfitOf(kind: KpiKind, value: string): Misfit | undefined {
  if (kind === 'composite') {
    return {
      code: 'composite-has-no-value',
      expected: 'a text or a narrative, since the parts carry figures',
    };
  }
  if (!isFigure(value)) {
    return typeof value === 'string' && value.startsWith('-') && isFigure(value.slice(1))
      ? { code: 'value-out-of-range', expected: 'zero or more' }
      : {
          code: 'value-malformed',
          expected: `a decimal string of up to ${FIGURE_DIGITS} digits, such as "96.60"`,
        };
  }
  if ((kind === 'count' || kind === 'level') && !isWhole(value)) {
    return { code: 'value-not-whole', expected: `a whole number, since it is a ${kind}` };
  }
  if (kind === 'percent' && compareFigures(value, MAX_PERCENT) > 0) {
    return { code: 'value-out-of-range', expected: `a percentage from 0 to ${MAX_PERCENT}` };
  }
  if (kind === 'milestone' && value !== '0' && value !== '1') {
    return { code: 'value-out-of-range', expected: '0 (not reached) or 1 (reached)' };
  }
  return undefined;
}
