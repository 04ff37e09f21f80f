import { formatBaht, percentOf, ZERO } from '#kernel';
import type { BoardData, Figures } from '../data.ts';
import { amountCell, withSums } from '../figures.ts';
import type { Block, Cell, Chart, Column, Measure, Page, ReportTable, Row, Status } from '../model.ts';
import { roundingNotes } from '../rounding.ts';
import { wordsOf } from '../words.ts';

const AMOUNTS = ['budget', 'plan', 'spent', 'disbursed', 'committed', 'available'] as const;
const TOTAL = 'TOTAL';

/** All projects on one page, as the published summary has them. */
export function summaryPage(data: BoardData): Page {
  const words = wordsOf(data.language);
  const table = summaryTable(data);
  const foreword: Block[] =
    data.foreword === undefined || data.foreword.trim() === ''
      ? []
      : [{ kind: 'paragraph', heading: words.foreword, text: data.foreword }];
  const notes = roundingNotes(table, data.language).notes;
  return {
    id: 'summary',
    tab: data.language === 'th' ? 'สรุป' : 'Summary',
    title: words.summary,
    blocks: [...foreword, table, { kind: 'notes', notes: [...notes, words.signs] }, chartOf(data)],
  };
}

export function summaryTable(data: BoardData): ReportTable {
  const words = wordsOf(data.language);
  const rows = data.projects.map(({ project, name, toDate, status }) =>
    rowOf(data, project, [project, name], toDate, status?.status),
  );
  const table: ReportTable = {
    kind: 'table',
    id: 'summary',
    caption: words.summaryCaption(data.quarter),
    unit: words.million,
    columns: columnsOf(data),
    rows: [...rows, { ...rowOf(data, TOTAL, [words.total, ''], data.total), total: true }],
  };
  const projects = data.projects.map(({ project }) => project);
  return withSums(table, (row, column) => partsOf(row, column, projects));
}

function columnsOf({ language, quarter }: BoardData): Column[] {
  const words = wordsOf(language);
  const amount = (key: Measure): Column => ({
    key,
    title: key === 'plan' ? words.planTo(quarter) : words.measures[key],
    align: 'right',
    width: 9,
  });
  return [
    { key: 'code', title: words.code, align: 'left', width: 5 },
    { key: 'name', title: words.project, align: 'left', width: 25 },
    ...AMOUNTS.map(amount),
    { key: 'of-plan', title: words.ofPlanTo(quarter), align: 'right', width: 8 },
    { key: 'status', title: words.status, align: 'left', width: 13 },
  ];
}

function rowOf(
  { fiscalYear, quarter }: BoardData,
  key: string,
  texts: readonly string[],
  figures: Figures,
  status?: Status,
): Row {
  const project = key === TOTAL ? {} : { project: key };
  const { plan, spent } = figures;
  const percent = plan === undefined || spent === undefined ? undefined : percentOf(spent, plan);
  const cells: Cell[] = [
    ...texts.map((text) => ({ kind: 'text' as const, text })),
    ...AMOUNTS.map((measure) =>
      amountCell(figures[measure], { fiscalYear, ...project, quarter, measure, cumulative: true }),
    ),
    {
      kind: 'percent',
      ...(percent === undefined ? {} : { value: percent }),
      ratio: [
        { row: key, column: 'spent' },
        { row: key, column: 'plan' },
      ],
    },
    key === TOTAL
      ? { kind: 'text', text: '' }
      : { kind: 'status', ...(status === undefined ? {} : { status }) },
  ];
  return { key, cells };
}

function partsOf(row: string, column: string, projects: readonly string[]) {
  if (row === TOTAL) return projects.map((project) => ({ row: project, column }));
  if (column === 'spent') {
    return [
      { row, column: 'disbursed' },
      { row, column: 'committed' },
    ];
  }
  if (column !== 'available') return undefined;
  return [
    { row, column: 'budget' },
    { row, column: 'spent', minus: true as const },
  ];
}

function chartOf({ language, quarter, projects, total }: BoardData): Chart {
  const words = wordsOf(language);
  const { plan, disbursed, committed } = words.measures;
  const share = percentOf(total.spent ?? ZERO, total.plan ?? ZERO) ?? '-';
  return {
    kind: 'chart',
    id: 'chart-summary',
    shape: 'bars',
    title: words.chartOfProjects(share, quarter),
    description: words.chartDescription,
    legend: [plan, disbursed, committed],
    points: projects.map(({ project, toDate }) => ({ label: project, ...pointOf(toDate) })),
  };
}

/** What a chart shows of some figures. */
export function pointOf({ plan, disbursed, committed }: Figures) {
  return {
    ...(plan === undefined ? {} : { plan: formatBaht(plan) }),
    ...(disbursed === undefined ? {} : { disbursed: formatBaht(disbursed) }),
    ...(committed === undefined ? {} : { committed: formatBaht(committed) }),
  };
}
