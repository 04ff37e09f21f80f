import { MAX_SATANG, type Satang, ZERO } from '#kernel/folding';

/**
 * A sum that stays at the largest amount there is: a watcher compares with thresholds far below it, and must not stop
 * at amounts that no budget has.
 */
export const total = (amounts: readonly number[]): Satang =>
  amounts.reduce<Satang>(
    (sum, amount) => Math.max(-MAX_SATANG, Math.min(MAX_SATANG, sum + amount)) as Satang,
    ZERO,
  );
