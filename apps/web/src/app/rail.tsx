import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { useTexts } from '../texts/texts.ts';
import { useFiscalYear } from './fiscal-year.ts';
import styles from './rail.module.css';
import { shellTexts } from './texts.ts';
import { useWaiting } from './use-waiting.ts';

interface RailProps {
  /** Whether a narrow screen shows it. */
  readonly open: boolean;
  readonly onChosen: () => void;
}

/** The first page of the settings that the one who is signed in may see. */
function useSettings(): string {
  const permissions = useSession()?.permissions ?? [];
  if (permissions.includes('administer')) return '/admin/people';
  if (permissions.includes('read-journal')) return '/admin/policy';
  return permissions.includes('operate') ? '/admin/health' : '/admin/accounts';
}

/** The pages of the ledger; on a narrow screen behind a button. */
export function Rail({ open, onChosen }: RailProps): ReactNode {
  const t = useTexts(shellTexts);
  const fiscalYear = useFiscalYear();
  const waiting = useWaiting();
  const settings = useSettings();
  const { pathname } = useLocation();
  const pages = [
    { to: `/fy/${fiscalYear}`, text: t('overview'), exact: true },
    // The list of projects stands on the overview.
    {
      to: `/fy/${fiscalYear}`,
      hash: 'projects',
      text: t('projects'),
      exact: true,
      above: `/fy/${fiscalYear}/p/`,
    },
    { to: `/fy/${fiscalYear}/kpi`, text: t('kpis') },
    { to: '/post', text: t('post') },
    { to: '/import', text: t('import') },
    { to: '/inbox', text: t('inbox'), count: waiting },
    { to: '/reports', text: t('reports') },
    { to: '/journal', text: t('journal') },
    { to: '/compare', text: t('compare') },
    { to: '/audit', text: t('audit') },
    { to: settings, text: t('admin'), above: '/admin/' },
    { to: '/glossary', text: t('glossary') },
    { to: '/data', text: t('data') },
  ];
  return (
    <nav className={styles['rail']} aria-label={t('pages')} data-open={open || undefined}>
      <ul className={styles['list']}>
        {pages.map(({ to, hash = '', text, count, above, exact = false }) => (
          <li key={`${to}#${hash}`}>
            <Link
              to={to}
              hash={hash}
              activeOptions={{ exact, includeSearch: false, includeHash: exact }}
              className={styles['link']}
              // Any of the settings, and any project, stands under the one link to them.
              {...(above !== undefined && pathname.startsWith(above) ? { 'aria-current': true } : {})}
              onClick={onChosen}
            >
              {text}
              {count === undefined || count === 0 ? null : (
                <span className={styles['count']}> ({count})</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
