import type { BoardData } from './data.ts';
import type { BoardReport, Page } from './model.ts';
import { kpiPage } from './pages/kpi-page.ts';
import { projectPage } from './pages/project-page.ts';
import { statusPage } from './pages/status-page.ts';
import { summaryPage } from './pages/summary-page.ts';

/** Lays the figures out on pages. The same data always make the same document. */
export function boardReport(data: BoardData): BoardReport {
  const { number, title, language, template, organisation, fiscalYear, quarter, asOf, origin } = data;
  return {
    schema: 'obligo.board-report/1',
    ...(number === undefined ? {} : { number }),
    title,
    language,
    template,
    organisation,
    fiscalYear,
    quarter,
    ...(asOf === undefined ? {} : { asOf }),
    origin,
    pages: pagesOf(data),
  };
}

function pagesOf(data: BoardData): Page[] {
  const ofProjects = data.projects.flatMap((project) => [
    projectPage(data, project),
    ...(project.kpis.length > 0 ? [kpiPage(data, project)] : []),
  ]);
  return [summaryPage(data), ...(data.template === 'board' ? ofProjects : []), statusPage(data)];
}
