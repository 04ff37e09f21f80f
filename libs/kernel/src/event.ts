import { z } from 'zod';
import type { CivilDate } from './calendar.ts';
import type { OlderVersion } from './upcaster.ts';

/**
 * What an event type promises. Names and versions are a public contract: a released pair of
 * (type, version) never changes its fields. The event catalogue in docs/ is generated from these.
 */
export interface EventDefinition<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly type: Type;
  readonly version: number;
  /** The stream category it is written to. */
  readonly category: string;
  /** One sentence: when it is written. */
  readonly when: string;
  /** Every field carries a description; amounts state their unit. */
  readonly data: Schema;
  /** The forms it had before, version 1 first; none while the first version is the newest. */
  readonly older?: readonly OlderVersion[];
}

export function defineEvent<Type extends string, Schema extends z.ZodType>(
  definition: EventDefinition<Type, Schema>,
): EventDefinition<Type, Schema> {
  return definition;
}

/** An event as decided or as read back, without the envelope of the store. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** The business date; it decides the fiscal year and the quarter. */
  readonly effectiveOn: CivilDate;
  /** What the decision saw, JSON-safe, so that it can be taken again; kept beside the data, never folded. */
  readonly decision?: object | undefined;
}

export type EventOf<Definition> =
  Definition extends EventDefinition<infer Type, infer Schema> ? DomainEvent<Type, z.output<Schema>> : never;

/** Field forms that every event shares. */
export const fields = {
  /** Baht with exactly two decimals; may be negative only where the field says so. */
  baht: (description: string) =>
    z
      .string()
      .regex(/^-?(?:0|[1-9]\d*)\.\d{2}$/)
      .meta({ description, unit: 'baht' }),
  date: (description: string) =>
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .meta({ description, unit: 'civil date' }),
  text: (description: string, max = 20_000) => z.string().max(max).meta({ description }),
  code: (description: string) => z.string().min(1).max(64).meta({ description }),
  fiscalYear: (description = 'Fiscal year as the organisation writes it') =>
    z.int().meta({ description, unit: 'year' }),
  quarter: (description = 'Quarter of the fiscal year') =>
    z.enum(['Q1', 'Q2', 'Q3', 'Q4']).meta({ description }),
} as const;
