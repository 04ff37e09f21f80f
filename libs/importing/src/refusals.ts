import { type Refusal, type RefusalKind, refusal } from '#kernel';
import type { Fault } from './fault.ts';

/** Every refusal of this library: its code, kind and meaning. */
export const importRefusals = {
  'import-faulty': {
    kind: 'invalid',
    meaning: 'The folder has faults; nothing was posted, and all of them are listed.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

/** The refusal of a faulty folder, with all faults in its details. */
export function importFaulty(faults: readonly Fault[]): Refusal {
  const message = `The folder has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}; nothing was posted.`;
  return refusal(importRefusals['import-faulty'].kind, 'import-faulty', message, { faults });
}
