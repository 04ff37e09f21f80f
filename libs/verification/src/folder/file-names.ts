/** The files of a data folder that are verified. */
export const FILES = {
  ledger: 'ledger.sqlite',
  access: 'access-log.sqlite',
  seals: 'seals.sqlite',
  projections: 'projections.sqlite',
} as const;

export type FileName = (typeof FILES)[keyof typeof FILES];

/** States of busy accounts, which are not verified. */
export const SNAPSHOTS = 'snapshots.sqlite';
