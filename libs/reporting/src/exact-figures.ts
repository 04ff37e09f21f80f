import { formatBaht, formatMillionBaht, type Satang } from '#kernel';
import { roundingNote } from './rounding.ts';
import { type Column, figureColumn, type Row } from './table.ts';

/** Figures of a row by their stable names; an absent one means that nothing was posted. */
export type NamedFigures<Name extends string> = Readonly<Record<Name, Satang | undefined>>;

type Titles<Name extends string> = Readonly<Record<Name, string>>;

const namesOf = <Name extends string>(titles: Titles<Name>): Name[] => Object.keys(titles) as Name[];

/** One column for each figure, in million baht: `<name>_m`. */
export const millionColumns = <Name extends string>(titles: Titles<Name>): Column[] =>
  namesOf(titles).map((name) => figureColumn(`${name}_m`, titles[name]));

/** The figures as printed: million baht with four decimals, each rounded half-up from its exact value. */
export const inMillions = <Name extends string>(titles: Titles<Name>, figures: NamedFigures<Name>): Row =>
  Object.fromEntries(
    namesOf(titles).map((name) => {
      const amount = figures[name];
      return [`${name}_m`, amount === undefined ? undefined : formatMillionBaht(amount)];
    }),
  );

/** The exact figures in baht, for JSON. */
export const inBaht = <Name extends string>(titles: Titles<Name>, figures: NamedFigures<Name>): Row =>
  Object.fromEntries(
    namesOf(titles).map((name) => {
      const amount = figures[name];
      return [name, amount === undefined ? undefined : formatBaht(amount)];
    }),
  );

/** A footnote for each figure whose printed cells do not add up to the printed total. */
export const roundingNotes = <Name extends string>(
  titles: Titles<Name>,
  parts: readonly NamedFigures<Name>[],
  total: NamedFigures<Name> | undefined,
): string[] =>
  namesOf(titles).flatMap((name) =>
    roundingNote(
      `TOTAL, ${titles[name].toLowerCase()}`,
      parts.map((part) => part[name]),
      total?.[name],
    ),
  );
