import type { Satang } from './money.ts';

/** `part` as a percentage of `whole`, rounded half-up (away from zero at the half); nothing when the whole is zero. */
export function percentOf(part: Satang, whole: Satang, decimals = 2): string | undefined {
  if (whole === 0) return undefined;
  const scaled = BigInt(Math.abs(part)) * 100n * 10n ** BigInt(decimals);
  const of = BigInt(Math.abs(whole));
  const rounded = (2n * scaled + of) / (2n * of);
  const digits = String(rounded).padStart(decimals + 1, '0');
  const printed = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return part < 0 !== whole < 0 && rounded !== 0n ? `-${printed}` : printed;
}
