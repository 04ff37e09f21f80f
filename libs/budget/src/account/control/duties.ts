import { holdsDuty } from '#control';
import type { AccountContext } from '../context.ts';

/** Whether one of the names had a duty on the day of the decision. */
export const holdsAny = (
  { control, bookedOn }: AccountContext,
  names: readonly (string | undefined)[],
  duty: string,
): boolean =>
  control !== undefined &&
  names.some((name) => name !== undefined && holdsDuty(control, name, duty, bookedOn));
