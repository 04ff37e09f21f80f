import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useFiscalYear } from '../../app/fiscal-year.ts';
import { useLedTo, useOrganisationCode } from '../../app/use-organisation.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import { newKey } from '../../api/idempotency-key.ts';
import { ReportBuilder } from './report-builder.tsx';
import { reportsTexts } from './texts.ts';
import { useEntered } from './use-entered.ts';
import { emptyDraft, readReportDraft } from './use-report-draft.ts';

/** A report is laid out, looked at, and published; what is chosen and typed survives. */
export default function NewReportPage(): ReactNode {
  const t = useTexts(reportsTexts);
  const { isPast } = useClocks();
  const id = useDraftId();
  const fiscalYear = useFiscalYear();
  const entered = useEntered(fiscalYear);
  const search: { readonly report?: unknown } = useSearch({ strict: false });
  const kept = useQuery({
    queryKey: ['report-draft', id],
    queryFn: () => readReportDraft(id ?? ''),
    enabled: id !== undefined,
    staleTime: Infinity,
  });
  const organisation = useOrganisationCode();
  const isThere = useLedTo(kept.data?.draft.organisation);
  if (isPast) return <Page title={t('newReport')}>{t('noPosting')}</Page>;
  const asked = typeof search.report === 'string' ? search.report : entered?.[0]?.code;
  const first =
    kept.data ??
    (asked === undefined ? undefined : { draft: emptyDraft(organisation, fiscalYear, asked), revision: 0 });
  return (
    <Page title={t('newReport')} answers={[kept]}>
      {() => {
        if (kept.data === undefined || entered === undefined || id === undefined || !isThere) return null;
        if (first === undefined) {
          return (
            <p>
              {t('nothingEntered')} <Link to="/post">{t('enter')}</Link>
            </p>
          );
        }
        return <ReportBuilder key={id} id={id} first={first} />;
      }}
    </Page>
  );
}

/** The draft of the address; without one a new one is begun there, so that a reload finds it again. */
function useDraftId(): string | undefined {
  const navigate = useNavigate();
  const { draft }: { readonly draft?: unknown } = useSearch({ strict: false });
  const id = typeof draft === 'string' ? draft : undefined;
  useEffect(() => {
    if (draft !== undefined) return;
    const search = (before: Record<string, unknown>) => ({ ...before, draft: `report-${newKey()}` });
    void navigate({ to: '.', search, replace: true });
  }, [draft, navigate]);
  return id;
}
