import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { useTexts } from '../../texts/texts.ts';
import { nextPage } from './next.ts';
import { OpenPage } from './open-page.tsx';
import { useOwnView } from './own-view.ts';
import styles from './page.module.css';
import { SignInForm } from './sign-in-form.tsx';
import { signInTexts } from './texts.ts';

const SignOnRefused = lazy(() => import('./sign-on-refused.tsx'));

/** Signs in, and leads back to the page that was asked for. */
export default function SignInPage(): ReactNode {
  const t = useTexts(signInTexts);
  const navigate = useNavigate();
  const ownView = useOwnView();
  const search: { next?: unknown; refused?: unknown } = useSearch({ strict: false });
  const next = nextPage(search.next);
  const { data: ways } = useAnswer('/api/v1/session/ways', {});
  const [titlePrefix, setTitlePrefix] = useState('');
  if (ways?.isSetUp === false) return <NotSetUp />;
  return (
    <OpenPage title={t('title')} titlePrefix={titlePrefix}>
      {typeof search.refused === 'string' ? (
        <Suspense>
          <SignOnRefused code={search.refused} />
        </Suspense>
      ) : null}
      {next === '/' ? null : <p className={styles['hint']}>{t('back')}</p>}
      <SignInForm
        onTitlePrefix={setTitlePrefix}
        onSignedIn={() => {
          void ownView(next).then((href) => navigate({ href, replace: true }));
        }}
      />
      {ways?.singleSignOn ? <SignOn next={next} /> : null}
      <p className={styles['hint']}>
        {t('forgot')}: <Link to="/invitation">{t('invitation')}</Link>
      </p>
    </OpenPage>
  );
}

/** The browser leaves the pages: it is an address of the service, not of ours. */
function SignOn({ next }: { readonly next: string }): ReactNode {
  const t = useTexts(signInTexts);
  return (
    <div className={styles['signOn']}>
      <span className={styles['hint']}>{t('or')}</span>
      <Button
        component="a"
        variant="default"
        href={`/api/v1/session/sign-on?next=${encodeURIComponent(next)}`}
      >
        {t('signOn')}
      </Button>
    </div>
  );
}

function NotSetUp(): ReactNode {
  const t = useTexts(signInTexts);
  return (
    <OpenPage title={t('title')}>
      <p>{t('notSetUp')}</p>
      <Link to="/set-up">{t('setUp')}</Link>
    </OpenPage>
  );
}
