import { rowsIn, textIn } from '../../api/rows.ts';
import { useAnswer } from '../../api/use-answer.ts';

/** A line of a budget account, with what is available on it in baht. */
export interface KnownLine {
  readonly fundSource: string;
  readonly category: string;
  readonly available: string;
}

/** The lines of a budget account as they stand now; none while it is not known which account is meant. */
export function useLines(fiscalYear: string, project: string): readonly KnownLine[] {
  const enabled = /^\d{4}$/.test(fiscalYear) && project !== '';
  const { data } = useAnswer(
    '/api/v1/states/account',
    { params: { query: { fiscalYear: Number.parseInt(fiscalYear || '0', 10), project } } },
    { enabled },
  );
  const rows = rowsIn(data).filter((row) => textIn(row, 'category') !== '');
  return rows.map((row) => ({
    fundSource: textIn(row, 'fund_source'),
    category: textIn(row, 'category'),
    available: textIn(row, 'available'),
  }));
}
