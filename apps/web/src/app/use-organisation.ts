import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useSession } from '../api/session.ts';
import { useView } from './view.ts';

/** The organisation that the page is about, by its code; nothing while the ledger has none. */
export function useOrganisationCode(): string | undefined {
  const { org } = useView();
  const only = useSession()?.organisations[0]?.organisation;
  return org ?? only;
}

/**
 * Leads a page to the organisation that its draft was begun for: the same numbers mean another project in the next one. False
 * until it is there.
 */
export function useLedTo(organisation: string | undefined): boolean {
  const code = useOrganisationCode();
  const navigate = useNavigate();
  const isThere = organisation === undefined || organisation === code;
  useEffect(() => {
    if (!isThere)
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, org: organisation }),
        replace: true,
      });
  }, [isThere, organisation, navigate]);
  return isThere;
}

/** Titles of drafts with the organisation that they are for, where whoever reads them may see several. */
export function useMarkedTitle(): (title: string) => string {
  const code = useOrganisationCode();
  const several = (useSession()?.organisations.length ?? 0) > 1;
  return useCallback(
    (title) => (several && code !== undefined ? `${title} · ${code}` : title),
    [several, code],
  );
}
