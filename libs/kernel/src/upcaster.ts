import type { z } from 'zod';
import type { CivilDate } from './calendar.ts';

/** What an upcaster may know of an event beside its data. */
export interface AboutEvent {
  /** The business date. */
  readonly effectiveOn: CivilDate;
}

/**
 * A form that an event type had before, and the step to the next one. The bytes in the log stay as they are for ever;
 * the step is taken whenever they are read. It is pure: the same data give the same data, on every machine, and what
 * it is given is not changed.
 */
export interface OlderVersion<Schema extends z.ZodType = z.ZodType> {
  readonly version: number;
  /** One sentence: why the next version took its place. */
  readonly replaced: string;
  /** The form of the data as it was released. */
  readonly data: Schema;
  /** The same fact in the form of the next version. */
  upcast(data: z.output<Schema>, about: AboutEvent): unknown;
}

/** States an older version; it stands in a file of its own beside the event. */
export function olderVersion<Schema extends z.ZodType>(older: OlderVersion<Schema>): OlderVersion<Schema> {
  return older;
}

/** Says what is wrong with a list of older versions: every one below the newest stands there once, in order. */
export function faultInSteps(newest: number, older: readonly OlderVersion[]): string | undefined {
  const expected = Array.from({ length: newest - 1 }, (_, index) => index + 1);
  const found = older.map(({ version }) => version);
  if (found.join() === expected.join()) return undefined;
  return `version ${newest} needs a step from each of the versions [${expected.join(', ')}], there are steps from [${found.join(', ')}]`;
}
