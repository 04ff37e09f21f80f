import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../texts/language.ts';
import type { Compared } from './use-compared.ts';

/** The names of the projects by their codes, as known at the second moment; a code says little to whoever is new. */
export function useProjectNames({ fiscalYear, to }: Compared) {
  const isEnglish = useLanguage() === 'en';
  const query = { fiscalYear: Number(fiscalYear), ...(to === undefined ? {} : { knownAt: to }) };
  const answer = useAnswer('/api/v1/budget-accounts', { params: { query } }, { enabled: fiscalYear !== '' });
  const { rows = [] } = answer.data ?? {};
  const names: ReadonlyMap<string, string> = new Map(
    rows.map(({ project_code, name, name_en }) => [project_code, (isEnglish ? name_en : undefined) ?? name]),
  );
  return { answer, names };
}
