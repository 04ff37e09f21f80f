import {
  type Accumulation,
  ACCUMULATIONS,
  KPI_KINDS,
  type KpiKind,
  type Operator,
  OPERATORS,
} from '#performance';
import type { TableForm } from '../source/read-table.ts';

export interface KpiRow {
  readonly kpi: string;
  readonly project: string;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly authority?: string | undefined;
  readonly targetText?: string | undefined;
  readonly targetValue?: string | undefined;
  readonly targetOperator?: Operator | undefined;
  readonly unit?: string | undefined;
  readonly unitEn?: string | undefined;
  readonly kind: KpiKind;
  readonly accumulation?: Accumulation | undefined;
  readonly basic?: string | undefined;
  readonly standard?: string | undefined;
  readonly advanced?: string | undefined;
  readonly note?: string | undefined;
}

/** The KPIs as the first report prints them. */
export const kpisTable: TableForm<KpiRow> = {
  file: 'kpis.csv',
  columns: [
    ...['kpi_code', 'project_code', 'name_th', 'name_en', 'authority'],
    ...['target_text_th', 'target_value', 'target_op', 'unit_th', 'unit_en', 'kind', 'accumulation'],
    ...['tier50_th', 'tier75_th', 'tier100_th', 'note_th'],
  ],
  key: ({ kpi }) => `KPI ${kpi}`,
  read: (cells) => ({
    kpi: cells.code('kpi_code'),
    project: cells.code('project_code'),
    name: cells.needText('name_th', 2000),
    nameEn: cells.text('name_en', 2000),
    authority: cells.text('authority', 64),
    targetText: cells.text('target_text_th'),
    targetValue: cells.figure('target_value'),
    targetOperator: cells.choice('target_op', OPERATORS),
    unit: cells.text('unit_th', 200),
    unitEn: cells.text('unit_en', 200),
    kind: cells.needChoice('kind', KPI_KINDS),
    accumulation: cells.choice('accumulation', ACCUMULATIONS),
    basic: cells.text('tier50_th'),
    standard: cells.text('tier75_th'),
    advanced: cells.text('tier100_th'),
    note: cells.text('note_th'),
  }),
};
