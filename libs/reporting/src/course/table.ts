import { inBaht, inMillions, millionColumns, roundingNotes } from '../exact-figures.ts';
import { type Row, type Table, textColumn } from '../table.ts';
import { COURSE_TITLES, type CourseRow } from './course.ts';

/** The course of a year as printed: million baht with four decimals. */
export function courseTable(
  rows: readonly CourseRow[],
  title: string,
  caption: readonly string[] = [],
): Table {
  return {
    title,
    caption: [
      'Unit: million baht',
      'To date: from the beginning of the year to the end of the span',
      ...caption,
    ],
    columns: [
      textColumn('level', 'Level'),
      textColumn('quarter', 'Quarter'),
      textColumn('month', 'Month'),
      ...millionColumns(COURSE_TITLES),
    ],
    rows: rows.map(({ level, quarter, month, figures }) => ({
      ...{ level, quarter, month },
      ...inMillions(COURSE_TITLES, figures),
    })),
    footnotes: monthNotes(rows),
  };
}

/** The exact figures of a row in baht, for JSON. */
export const exactCourseFigures = ({ figures }: CourseRow): Row => inBaht(COURSE_TITLES, figures);

const { spent, disbursed, committed } = COURSE_TITLES;
/** What a month has; its plan is that of its quarter. */
const USED = { spent, disbursed, committed };

/** Says where the printed months do not add up to the printed quarters. */
function monthNotes(rows: readonly CourseRow[]): string[] {
  return rows
    .filter(({ level }) => level === 'quarter')
    .flatMap(({ quarter, figures }) => {
      const months = rows.filter((row) => row.level === 'month' && row.quarter === quarter);
      const notes = roundingNotes<keyof typeof USED>(
        USED,
        months.map((row) => row.figures),
        figures,
      );
      return notes.map((note) => note.replace('TOTAL', quarter));
    });
}
