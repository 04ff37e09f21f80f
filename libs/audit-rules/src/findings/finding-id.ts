import { createHash } from 'node:crypto';

/** Stable over rebuilds and changed parameters: what is found again is the same finding. */
export const findingId = (organisation: string, rule: string, key: string): string =>
  createHash('sha256')
    .update(JSON.stringify([organisation, rule, key]))
    .digest('hex')
    .slice(0, 20);
