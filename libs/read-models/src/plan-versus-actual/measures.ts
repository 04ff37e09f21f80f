import type { Measure } from '#budget';

/** The compiler asks for one that is missing. */
const EVERY: Readonly<Record<Measure, true>> = {
  budget: true,
  plan: true,
  'pre-committed': true,
  committed: true,
  accepted: true,
  disbursed: true,
  advanced: true,
  estimated: true,
  released: true,
  original: true,
  supplement: true,
  cut: true,
  transfer: true,
  'brought-forward': true,
  'carried-forward': true,
  returned: true,
  lapsed: true,
};

/** Every measure that a cell may have. */
export const MEASURES = Object.keys(EVERY) as Measure[];
