import type { Refusal } from '#kernel';
import { refuse } from '../refusals.ts';

/** The refusal of a policy: every fault with its place, and what was expected there. */
export const malformed = (
  errors: readonly { readonly field: string; readonly expected: string }[],
): Refusal =>
  refuse(
    'policy-malformed',
    `The policy is not of the expected form: ${errors.map(({ field, expected }) => `${field || 'policy'}: ${expected}`).join('; ')}.`,
    { errors },
  );
