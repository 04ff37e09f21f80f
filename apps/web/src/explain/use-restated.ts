import { type AnswerOf, useAnswer } from '../api/use-answer.ts';
import { useClocks } from '../clocks/use-clocks.ts';

export type RestatedCell = AnswerOf<'/api/v1/reports/restated-cells'>['rows'][number];

interface RestatedScope {
  readonly fiscalYear: string;
  readonly quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4' | undefined;
  readonly byQuarter?: boolean;
  readonly project?: string;
}

const keyOf = (project: string, quarter: string | undefined, measure: string) =>
  [project, quarter ?? '', measure].join('\n');

/** The cells of a report of which a published report said something else; nothing while they are looked for. */
export function useRestated({ fiscalYear, quarter, byQuarter, project }: RestatedScope) {
  const { query } = useClocks();
  const { data } = useAnswer(
    '/api/v1/reports/restated-cells',
    {
      params: {
        query: {
          ...query,
          fiscalYear: Number(fiscalYear),
          quarter: quarter ?? 'Q1',
          ...(byQuarter === undefined ? {} : { byQuarter }),
          ...(project === undefined ? {} : { project }),
        },
      },
    },
    { enabled: quarter !== undefined, keep: true },
  );
  const cells = new Map(
    (data?.rows ?? []).map((row) => [keyOf(row.project_code, row.quarter, row.measure), row]),
  );
  return {
    rows: data?.rows ?? [],
    /** What an earlier report said of a cell, in baht; nothing of one that every report says alike. */
    earlier: (of: string, measure: string, inQuarter?: string): string | undefined => {
      const cell = cells.get(keyOf(of, inQuarter, measure));
      return cell === undefined ? undefined : (cell.from ?? '0.00');
    },
  };
}
