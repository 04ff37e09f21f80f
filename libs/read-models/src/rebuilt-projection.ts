import type { Projection } from './projection.ts';

/** Figures of read models that must be the same after a rebuild, by name of the read model. */
export type ControlTotals = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface RebuiltProjection {
  readonly name: string;
  readonly version: number;
  /** Empty when the old tables could not be read any more. */
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly equal: boolean;
}

/** A read model before and after it was built again. */
export function rebuiltOf(
  { name, version }: Pick<Projection, 'name' | 'version'>,
  before: ControlTotals,
  after: ControlTotals,
): RebuiltProjection {
  return {
    name,
    version,
    before: before[name] ?? {},
    after: after[name] ?? {},
    equal: JSON.stringify(before[name]) === JSON.stringify(after[name]),
  };
}
