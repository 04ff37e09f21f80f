import { useParams } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';

/** What the page of a project shows, as known at the clocks of the page. */
export function useProject() {
  const { fy = '', project = '' }: { fy?: string; project?: string } = useParams({ strict: false });
  const { query } = useClocks();
  const year = { ...query, fiscalYear: Number(fy) };
  const own = { ...year, project };
  const quarterly = useAnswer('/api/v1/reports/quarterly', {
    params: { query: { ...own, quarter: 'Q4', byQuarter: true } },
  });
  const budget = useAnswer('/api/v1/reports/budget-status', { params: { query: own } });
  const accounts = useAnswer('/api/v1/budget-accounts', { params: { query: year } });
  const status = useAnswer('/api/v1/reports/status', { params: { query: year } });
  const ageing = useAnswer('/api/v1/reports/ageing', { params: { query: own } });
  const documents = useAnswer('/api/v1/states/documents', { params: { query: own } });
  const kpis = useAnswer('/api/v1/states/kpis', { params: { query: own } });
  return { fy, project, quarterly, budget, accounts, status, ageing, documents, kpis };
}
