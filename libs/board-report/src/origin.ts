import { printDay } from '#kernel';
import type { BoardReport } from './model.ts';
import { printMoment } from './printed.ts';
import { wordsOf } from './words.ts';

/** What a published report carries beside its figures. */
export interface FrozenOrigin {
  /** SHA-256 of the document that all forms are made of. */
  readonly digest: string;
  /** The address of the report as a code to be scanned: an SVG picture without scripts. */
  readonly code: string;
}

/** Where the figures come from, as names with their values. */
export function originFacts(
  { number, language, asOf, origin }: BoardReport,
  frozen: Pick<FrozenOrigin, 'digest'> | undefined,
): { readonly name: string; readonly value: string }[] {
  const words = wordsOf(language);
  const { position, bookedAt, effectiveTo, projections } = origin;
  return [
    { name: words.number, value: number ?? words.draft },
    ...(asOf === undefined ? [] : [{ name: words.asOf, value: printDay(asOf, language) }]),
    { name: words.position, value: position },
    ...(bookedAt === undefined ? [] : [{ name: words.bookedAt, value: printMoment(bookedAt, language) }]),
    ...(effectiveTo === undefined
      ? []
      : [{ name: words.effectiveTo, value: printDay(effectiveTo, language) }]),
    {
      name: words.projections,
      value: projections.map(({ name, version }) => `${name}/${version}`).join(', '),
    },
    { name: words.software, value: origin.software },
    { name: words.address, value: origin.address },
    ...(frozen === undefined ? [] : [{ name: words.digest, value: frozen.digest }]),
  ];
}
