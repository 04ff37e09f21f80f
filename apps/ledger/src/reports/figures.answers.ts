import { z } from 'zod';
import { baht, millionBaht } from '../http/shared.answers.ts';

const optional = <Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) =>
  Object.fromEntries(names.map((name) => [name, value.optional()])) as Record<Name, z.ZodOptional<Value>>;

/** Figures that are absent where nothing was posted: in million baht, and exact in the member baht. */
export const optionalFigures = <Name extends string>(names: readonly Name[]) => ({
  ...optional(
    names.map((name): `${Name}_m` => `${name}_m`),
    millionBaht,
  ),
  baht: z.strictObject(optional(names, baht)),
});

/** Figures in baht that are always there. */
export const bahtFigures = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, baht])) as Record<Name, typeof baht>;
