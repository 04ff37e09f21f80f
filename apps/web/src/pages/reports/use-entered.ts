import { useAnswer } from '../../api/use-answer.ts';

/** The quarterly reports that are entered for a year, the newest first. */
export function useEntered(fiscalYear: string) {
  const query = { fiscalYear: Number(fiscalYear) };
  const { data } = useAnswer('/api/v1/moments', { params: { query } }, { enabled: fiscalYear !== '' });
  return data?.moments.filter(({ kind }) => kind === 'report');
}
