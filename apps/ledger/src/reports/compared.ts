/** What can be compared with itself at another point. */
export const COMPARED = ['quarterly', 'budget-status', 'account', 'kpi'] as const;
export type Compared = (typeof COMPARED)[number];
