import { Alert, Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { useTexts } from '../../texts/texts.ts';
import { refusalTexts } from '../admin-parts/refusal-texts.ts';
import { nextPage } from './next.ts';
import { OpenPage } from './open-page.tsx';
import { useOwnView } from './own-view.ts';
import styles from './page.module.css';
import { SignInForm } from './sign-in-form.tsx';
import { signInTexts } from './texts.ts';

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
      <Refused code={search.refused} />
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

/** Why the identity provider, or the ledger after it, did not let somebody in. */
function Refused({ code }: { readonly code: unknown }): ReactNode {
  const refused = useTexts(refusalTexts);
  if (typeof code !== 'string') return null;
  const known = code in refusalTexts ? (code as keyof typeof refusalTexts) : 'sign-on-refused';
  return (
    <Alert color="red" role="alert">
      {refused(known)}
    </Alert>
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
