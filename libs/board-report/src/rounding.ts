import { formatMillionBaht, parseBaht, parseMillionBaht, subtract, sum } from '#kernel';
import { amountAt } from './figures.ts';
import type { Language, Notes, ReportTable } from './model.ts';
import { withGroups } from './printed.ts';
import { wordsOf } from './words.ts';

/** Says which printed cells do not add up to the printed total, since each is rounded from its exact value. */
export function roundingNotes(table: ReportTable, language: Language): Notes {
  const notes = table.rows.flatMap((row) =>
    row.cells.flatMap((cell, index) => {
      if (cell.kind !== 'amount' || cell.baht === undefined || cell.sum === undefined) return [];
      const parts = cell.sum.map((place) => {
        const printed = parseMillionBaht(formatMillionBaht(parseBaht(amountAt(table, place)?.baht ?? '0')));
        return place.minus === true ? subtract(parseBaht('0'), printed) : printed;
      });
      const added = sum(parts);
      const total = formatMillionBaht(parseBaht(cell.baht));
      const difference = subtract(added, parseMillionBaht(total));
      if (difference === 0) return [];
      const name = `${textOf(row.cells[0])}, ${table.columns[index]?.title ?? ''}`;
      const said = [formatMillionBaht(added), total, formatMillionBaht(difference)].map(withGroups);
      const [addedText = '', totalText = '', differenceText = ''] = said;
      return [wordsOf(language).rounding(name, addedText, totalText, differenceText)];
    }),
  );
  return { kind: 'notes', notes };
}

const textOf = (cell: ReportTable['rows'][number]['cells'][number] | undefined): string =>
  cell?.kind === 'text' ? cell.text : '';
