import type { Satang } from '#kernel';
import { sumOf } from '../figures.ts';
import { fundSourceOf, inFundOrder, type RevenueGroup, REVENUE_GROUPS } from './fund-sources.ts';

/** What a line of a project holds, over the whole year; absent where nothing was posted. */
export interface BookLine {
  readonly project: string;
  readonly fundSource: string;
  readonly category: string;
  readonly estimated?: Satang | undefined;
  readonly budget?: Satang | undefined;
}

export interface BookProject {
  readonly project: string;
  readonly name: string;
  /** The plan or programme that groups projects on the expenditure side. */
  readonly programme?: string | undefined;
}

export interface BookInput {
  /** In the order in which they are printed. */
  readonly projects: readonly BookProject[];
  readonly lines: readonly BookLine[];
}

export interface BookFigures {
  /** What was expected to be there. */
  readonly estimated: Satang | undefined;
  /** What may be used: the current budget. */
  readonly budget: Satang | undefined;
}

/** The parts of the expenditure side: what parliament gave for this year, and all other money. */
export type Section = 'of-the-year' | 'other';

/** One row of the book with its exact figures, by what it is about. */
export type BookRow = { readonly figures: BookFigures } & (
  | { readonly side: 'revenue'; readonly level: 'group'; readonly group: RevenueGroup }
  | { readonly side: 'revenue'; readonly level: 'fund-source'; readonly fundSource: string }
  | { readonly side: 'expenditure'; readonly level: 'group'; readonly programme: string | undefined }
  | { readonly side: 'expenditure'; readonly level: 'project'; readonly project: BookProject }
  | { readonly side: 'expenditure'; readonly level: 'line'; readonly line: BookLine }
  | { readonly side: 'expenditure'; readonly level: 'subtotal'; readonly section: Section }
  | { readonly side: 'revenue' | 'expenditure'; readonly level: 'total' }
);

/**
 * The budget of a year from both sides: where the money comes from, and what it is for. Both sides add up the same
 * lines, so that their totals are one. A project with money of both sections stands in both, each with its part.
 */
export function budgetBook({ projects, lines }: BookInput): BookRow[] {
  const total = figuresOf(lines);
  return [
    ...revenueRows(lines),
    { side: 'revenue', level: 'total', figures: total },
    ...sectionRows('of-the-year', projects, lines),
    ...sectionRows('other', projects, lines),
    { side: 'expenditure', level: 'total', figures: total },
  ];
}

function revenueRows(lines: readonly BookLine[]): BookRow[] {
  const groups = Object.keys(REVENUE_GROUPS) as RevenueGroup[];
  return groups.flatMap((group): BookRow[] => {
    const members = lines.filter(({ fundSource }) => fundSourceOf(fundSource).group === group);
    if (members.length === 0) return [];
    const sources = [...Map.groupBy(members, ({ fundSource }) => fundSource)];
    return [
      { side: 'revenue', level: 'group', group, figures: figuresOf(members) },
      ...sources
        .sort(([a], [b]) => inFundOrder(a, b))
        .map(([fundSource, own]): BookRow => ({
          side: 'revenue',
          level: 'fund-source',
          fundSource,
          figures: figuresOf(own),
        })),
    ];
  });
}

const sectionOf = ({ fundSource }: BookLine): Section =>
  fundSourceOf(fundSource).ofTheYear ? 'of-the-year' : 'other';

function sectionRows(
  section: Section,
  projects: readonly BookProject[],
  lines: readonly BookLine[],
): BookRow[] {
  const members = lines.filter((line) => sectionOf(line) === section);
  if (members.length === 0) return [];
  const byProject = Map.groupBy(members, ({ project }) => project);
  const there = projects.filter(({ project }) => byProject.has(project));
  const groups = Map.groupBy(there, ({ programme }) => programme);
  return [
    ...[...groups].flatMap(([programme, group]): BookRow[] => [
      {
        side: 'expenditure',
        level: 'group',
        programme,
        figures: figuresOf(group.flatMap(({ project }) => byProject.get(project) ?? [])),
      },
      ...group.flatMap((project) => projectRows(project, byProject.get(project.project) ?? [])),
    ]),
    { side: 'expenditure', level: 'subtotal', section, figures: figuresOf(members) },
  ];
}

function projectRows(project: BookProject, lines: readonly BookLine[]): BookRow[] {
  const ordered = [...lines].sort(
    (a, b) => inFundOrder(a.fundSource, b.fundSource) || (a.category < b.category ? -1 : 1),
  );
  return [
    { side: 'expenditure', level: 'project', project, figures: figuresOf(lines) },
    ...ordered.map((line): BookRow => ({
      side: 'expenditure',
      level: 'line',
      line,
      figures: figuresOf([line]),
    })),
  ];
}

const figuresOf = (lines: readonly BookLine[]): BookFigures => ({
  estimated: sumOf(lines.map(({ estimated }) => estimated)),
  budget: sumOf(lines.map(({ budget }) => budget)),
});
