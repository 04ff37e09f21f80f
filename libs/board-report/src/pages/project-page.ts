import { type Quarter, QUARTERS } from '#kernel';
import type { BoardData, Figures, ProjectData } from '../data.ts';
import { amountCell, withSums } from '../figures.ts';
import type { CellPlace, Facts, Measure, Page, ReportTable, Row } from '../model.ts';
import { roundingNotes } from '../rounding.ts';
import { wordsOf } from '../words.ts';
import { pointOf } from './summary-page.ts';

const ROWS = ['plan', 'spent', 'disbursed', 'committed'] as const;
const YEAR = 'year';

/** One project: the table of its four quarters as printed, and its chart. */
export function projectPage(data: BoardData, project: ProjectData): Page {
  const words = wordsOf(data.language);
  const table = quarterTable(data, project);
  const { plan, disbursed, committed } = words.measures;
  return {
    id: `project-${project.project}`,
    tab: project.project,
    title: `${project.project} ${project.name}`,
    blocks: [
      factsOf(data, project),
      table,
      { kind: 'notes', notes: [...roundingNotes(table, data.language).notes, words.signs] },
      {
        kind: 'chart',
        id: `chart-${project.project}`,
        shape: 'columns',
        title: words.chartOfQuarters(project.project),
        description: words.chartDescription,
        legend: [plan, disbursed, committed],
        points: QUARTERS.map((quarter) => ({
          label: words.quarter(quarter),
          ...pointOf(project.quarters[quarter]),
        })),
      },
    ],
  };
}

function factsOf(
  { language, fiscalYear, quarter }: BoardData,
  { project, toDate, status }: ProjectData,
): Facts {
  const words = wordsOf(language);
  const of = { fiscalYear, project, quarter, measure: 'budget', cumulative: true } as const;
  return {
    kind: 'facts',
    facts: [
      { name: `${words.measures.budget} (${words.million})`, cell: amountCell(toDate.budget, of) },
      ...(status === undefined
        ? []
        : [{ name: words.status, cell: { kind: 'status' as const, status: status.status } }]),
      ...(status?.text === undefined
        ? []
        : [{ name: words.inWords, cell: { kind: 'text' as const, text: status.text } }]),
    ],
  };
}

function quarterTable(data: BoardData, { project, quarters, year }: ProjectData): ReportTable {
  const words = wordsOf(data.language);
  const table: ReportTable = {
    kind: 'table',
    id: `project-${project}`,
    caption: words.projectCaption,
    unit: words.million,
    columns: [
      { key: 'item', title: words.item, align: 'left', width: 25 },
      ...QUARTERS.map((quarter) => ({
        key: quarter,
        title: words.quarter(quarter),
        align: 'right' as const,
        width: 15,
      })),
      { key: YEAR, title: words.year, align: 'right', width: 15 },
    ],
    rows: ROWS.map((measure) => rowOf(data, project, measure, quarters, year)),
  };
  return withSums(table, partsOf);
}

function rowOf(
  { fiscalYear, quarter: reported, language }: BoardData,
  project: string,
  measure: Measure,
  quarters: Readonly<Record<Quarter, Figures>>,
  year: Figures,
): Row {
  const last = measure === 'plan' ? 'Q4' : reported;
  const of = { fiscalYear, project, measure };
  return {
    key: measure,
    cells: [
      { kind: 'text', text: wordsOf(language).measures[measure] },
      ...QUARTERS.map((quarter) => amountCell(quarters[quarter][measure], { ...of, quarter })),
      amountCell(year[measure], { ...of, quarter: last, cumulative: true }),
    ],
  };
}

function partsOf(row: string, column: string): CellPlace[] | undefined {
  if (column === YEAR) return QUARTERS.map((quarter) => ({ row, column: quarter }));
  if (row !== 'spent') return undefined;
  return [
    { row: 'disbursed', column },
    { row: 'committed', column },
  ];
}
