import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useView } from '../../app/view.ts';
import { send } from '../../api/use-send.ts';
import type { ReportDraft } from './use-report-draft.ts';

const PAUSE_MS = 500;

/** What an address takes of a draft. */
export const layoutOf = ({ template, language, knownAt, title, foreword }: ReportDraft) => ({
  template,
  language,
  ...(knownAt === undefined ? {} : { knownAt }),
  ...(title.trim() === '' ? {} : { title: title.trim() }),
  ...(foreword.trim() === '' ? {} : { foreword: foreword.trim() }),
});

/** The report as it would be published now, a moment after the last key. */
export function usePreview(draft: ReportDraft) {
  const { org } = useView();
  const { fiscalYear, report } = draft;
  const asked = { fiscalYear: Number(fiscalYear), report, ...layoutOf(draft) };
  const [body] = useDebouncedValue(asked, PAUSE_MS);
  return useQuery({
    queryKey: ['report-preview', JSON.stringify(body), org],
    queryFn: () => send('/api/v1/board-reports/previews', { body }),
    placeholderData: keepPreviousData,
  });
}
