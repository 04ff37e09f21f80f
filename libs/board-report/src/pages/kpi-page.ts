import { type Quarter, QUARTERS } from '#kernel';
import type { BoardData, KpiData, ProjectData } from '../data.ts';
import type { Block, Column, Page, ReportTable, Row } from '../model.ts';
import { wordsOf } from '../words.ts';

/** The KPIs of a project: plan and result of each quarter beside each other, then what was said of them. */
export function kpiPage(data: BoardData, { project, name, kpis }: ProjectData): Page {
  const words = wordsOf(data.language);
  const narratives: Block[] = kpis.flatMap(({ kpi, quarters }) => {
    const planned = QUARTERS.flatMap((quarter) => {
      const text = quarters[quarter]?.planInWords;
      return text === undefined ? [] : [`${words.planOf(quarter)}: ${text}`];
    });
    const text = [...planned, quarters[data.quarter]?.narrative ?? ''].join('\n').trim();
    return text === '' ? [] : [{ kind: 'paragraph' as const, heading: kpi, text }];
  });
  return {
    id: `kpi-${project}`,
    tab: `${project} ${data.language === 'th' ? 'ตัวชี้วัด' : 'KPIs'}`,
    title: `${words.kpis(project)} ${name}`,
    blocks: [kpiTable(data, project, kpis), ...narratives],
  };
}

function kpiTable(data: BoardData, project: string, kpis: readonly KpiData[]): ReportTable {
  const words = wordsOf(data.language);
  return {
    kind: 'table',
    id: `kpi-${project}`,
    caption: words.kpis(project),
    columns: columnsOf(data),
    rows: kpis.map((kpi) => rowOf(kpi)),
  };
}

function columnsOf({ language }: BoardData): Column[] {
  const words = wordsOf(language);
  const ofQuarter = (quarter: Quarter): Column[] => [
    { key: `${quarter}-plan`, title: words.planOf(quarter), align: 'right', width: 6 },
    { key: `${quarter}-result`, title: words.resultOf(quarter), align: 'right', width: 6 },
  ];
  return [
    { key: 'code', title: words.code, align: 'left', width: 7 },
    { key: 'name', title: words.kpi, align: 'left', width: 19 },
    { key: 'target', title: words.target, align: 'left', width: 14 },
    { key: 'unit', title: words.unit, align: 'left', width: 7 },
    ...QUARTERS.flatMap(ofQuarter),
    { key: 'of-target', title: words.ofTarget, align: 'right', width: 6 },
  ];
}

function rowOf({ kpi, name, target, unit, ofTarget, quarters }: KpiData): Row {
  const number = (value: string | undefined) => ({
    kind: 'number' as const,
    ...(value === undefined ? {} : { value }),
  });
  return {
    key: kpi,
    cells: [
      { kind: 'text', text: kpi },
      { kind: 'text', text: name },
      { kind: 'text', text: target ?? '' },
      { kind: 'text', text: unit ?? '' },
      ...QUARTERS.flatMap((quarter) => [number(quarters[quarter]?.plan), number(quarters[quarter]?.result)]),
      number(ofTarget),
    ],
  };
}
