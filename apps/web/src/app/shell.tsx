import { Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { askAbout } from '../api/client.ts';
import { EndedSession } from '../api/session.ts';
import { PastBand } from '../clocks/past-band.tsx';
import { useKeptSession } from '../pages/sign-in/use-kept-session.tsx';
import { VerifiedMark } from '../parts/verified-mark/verified-mark.tsx';
import { LanguageContext } from '../texts/language.ts';
import { useTexts } from '../texts/texts.ts';
import { organisationFor } from './organisation.ts';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { SignedOut } from './signed-out.tsx';
import { shellTexts } from './texts.ts';
import { TopBar } from './top-bar.tsx';
import { useDocumentLanguage } from './use-document-language.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useView } from './view.ts';

const ExplainDrawer = lazy(() => import('../explain/explain-drawer.tsx'));

/** Pages that are there before anybody is signed in. */
const OPEN = ['/sign-in', '/set-up', '/invitation'];

/** What stands around every page, in the language of its address. */
export function Shell(): ReactNode {
  const { lang, org } = useView();
  useDocumentLanguage(lang);
  askAbout(org);
  return (
    <LanguageContext value={lang}>
      <Frame />
    </LanguageContext>
  );
}

function Frame(): ReactNode {
  const { org } = useView();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const open = OPEN.includes(path);
  const { session, ended, again } = useKeptSession(!open);
  if (session === undefined && !open) return null;
  if (session === null && !open) return <SignedOut />;
  if (open) return <Outlet />;
  const named = org ?? (session ? organisationFor(session) : undefined);
  // Nothing is asked before it is known about whom.
  if (named !== org)
    return <Navigate to="." search={(before: object) => ({ ...before, org: named })} hash replace />;
  return (
    <EndedSession value={ended}>
      {/* Whoever else signs in finds nothing of what another has typed. */}
      <Framed key={session?.name} />
      {again}
    </EndedSession>
  );
}

function Framed(): ReactNode {
  const t = useTexts(shellTexts);
  const { explain } = useView();
  const [open, setOpen] = useState(false);
  useShortcuts();
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#main">
        {t('skip')}
      </a>
      <TopBar
        open={open}
        onToggle={() => {
          setOpen(!open);
        }}
      />
      <Rail
        open={open}
        onChosen={() => {
          setOpen(false);
        }}
      />
      <div className={styles['content']}>
        <PastBand />
        <Outlet />
        <footer className={styles['foot']}>
          <VerifiedMark />
        </footer>
      </div>
      {explain === undefined ? null : (
        <Suspense>
          <ExplainDrawer />
        </Suspense>
      )}
    </div>
  );
}
