import type { FieldShape } from '../catalogue/command-shape.ts';

/** What was typed, by the way to the field: `line.category`, `lines.0.amount`, `effectiveOn.day`. Kept as typed. */
export type Values = Readonly<Record<string, string>>;

export const pathOf = (...parts: readonly (string | number)[]): string => parts.join('.');

/** Id of the input of a field, which the summary of errors leads to. */
export const idOf = (path: string): string => `field-${path.replaceAll('.', '-')}`;

/** How many members of a list are on the form. */
export const countOf = (values: Values, path: string): number => {
  const text = values[pathOf(path, 'length')] ?? '';
  return /^\d{1,3}$/.test(text) ? Number.parseInt(text, 10) : 0;
};

/** Sets what was typed in some fields. */
export const withTyped = (values: Values, typed: Values): Values => ({ ...values, ...typed });

/** Takes a member out of a list; those after it move up. */
export function withoutMember(values: Values, path: string, member: number): Values {
  const count = countOf(values, path);
  const kept = Object.entries(values).flatMap(([key, value]): [string, string][] => {
    if (key === pathOf(path, 'length')) return [[key, String(count - 1)]];
    if (!key.startsWith(`${path}.`)) return [[key, value]];
    const [place = '', ...rest] = key.slice(path.length + 1).split('.');
    const at = Number.parseInt(place, 10);
    if (at === member) return [];
    return [[at > member ? pathOf(path, at - 1, ...rest) : key, value]];
  });
  return Object.fromEntries(kept);
}

/** Whether nothing was typed in a field, or in any within it. */
export function isBlank(field: FieldShape, path: string, values: Values): boolean {
  if (field.kind === 'list') return countOf(values, path) === 0;
  return !Object.entries(values).some(
    ([key, value]) => (key === path || key.startsWith(`${path}.`)) && value.trim() !== '',
  );
}
