import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { rememberCsrfToken } from '../../api/client.ts';
import { useSession, useSessionChanged } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { send } from '../../api/use-send.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useTexts } from '../../texts/texts.ts';
import { FactorSection } from './factor-section.tsx';
import styles from './page.module.css';
import { PasswordSection } from './password-section.tsx';
import { meTexts } from './texts.ts';
import { ViewSection } from './view-section.tsx';
import { WhoSection } from './who-section.tsx';

/** The own account: what it may do, how pages look, password and second factor. */
export default function MePage(): ReactNode {
  const t = useTexts(meTexts);
  const session = useSession();
  const sessionChanged = useSessionChanged();
  const navigate = useNavigate();
  // Whoever must set a second factor up first is answered nothing else.
  const needed = session?.secondFactorNeeded ?? false;
  const preferences = useAnswer('/api/v1/desk/preferences', {}, { enabled: !needed });
  const signingOut = useMutation({
    mutationFn: () => send('/api/v1/session/end', {}),
    onSuccess: async () => {
      rememberCsrfToken(undefined);
      await navigate({ to: '/sign-in' });
      await sessionChanged();
    },
  });
  if (!session) return null;
  return (
    <Page
      title={t('title')}
      answers={needed ? [] : [preferences]}
      actions={
        <Button variant="default" loading={signingOut.isPending} onClick={() => signingOut.mutate()}>
          {t('signOut')}
        </Button>
      }
    >
      {() => (
        <div className={styles['sections']}>
          {signingOut.error === null ? null : <ProblemPanel error={signingOut.error} />}
          {needed ? <FactorSection session={session} /> : null}
          <WhoSection session={session} />
          {preferences.data ? <ViewSection preferences={preferences.data.preferences} /> : null}
          <PasswordSection />
          {needed ? null : <FactorSection session={session} />}
        </div>
      )}
    </Page>
  );
}
