import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useSessionChanged } from '../../api/session.ts';
import { send } from '../../api/use-send.ts';
import { useTexts } from '../../texts/texts.ts';
import { ErrorSummary } from '../admin-parts/error-summary.tsx';
import { useFaults } from '../admin-parts/use-faults.ts';
import { useSubmit } from '../admin-parts/use-submit.ts';
import { useTyped } from '../admin-parts/use-typed.ts';
import { setUpTexts } from '../set-up/texts.ts';
import { beginSession } from '../sign-in/begin-session.ts';
import { codeInLink } from '../sign-in/one-time-code.ts';
import { OpenPage } from '../sign-in/open-page.tsx';
import styles from '../sign-in/page.module.css';
import { invitationTexts } from './texts.ts';

const FIELDS = {
  'one-time-code-wrong': 'invitation-code',
  'password-too-weak': 'invitation-password',
  code: 'invitation-code',
  password: 'invitation-password',
};

/** Somebody who was invited, or forgot the password, chooses one; then the ledger is open. */
export default function InvitationPage(): ReactNode {
  const t = useTexts(invitationTexts);
  const how = useTexts(setUpTexts);
  const faults = useFaults(FIELDS);
  const { typed, input, missing } = useTyped('invitation', { code: codeInLink(), password: '' });
  const redeem = useRedeem();
  const { sending, onSubmit } = useSubmit(
    faults,
    () => missing(['code', 'password'], t),
    () => redeem(typed.code.trim(), typed.password),
  );
  return (
    <OpenPage title={t('title')} titlePrefix={faults.titlePrefix}>
      <form noValidate className={styles['form']} onSubmit={onSubmit}>
        <p>{t('what')}</p>
        <ErrorSummary faults={faults.faults} />
        <TextInput label={t('code')} autoComplete="off" spellCheck={false} {...input('code', faults.of)} />
        <PasswordInput
          label={t('password')}
          description={how('passwordHow')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': how('show') }}
          {...input('password', faults.of)}
        />
        <Button type="submit" loading={sending}>
          {t('send')}
        </Button>
      </form>
    </OpenPage>
  );
}

/** Chooses the password, and signs in with it. */
function useRedeem(): (code: string, password: string) => Promise<void> {
  const navigate = useNavigate();
  const sessionChanged = useSessionChanged();
  return async (code, password) => {
    const { name } = await send('/api/v1/invitations/redemptions', { body: { code, password } });
    try {
      await beginSession({ name, password });
      await sessionChanged();
      await navigate({ to: '/' });
    } catch (error) {
      // With a second factor the password alone does not sign in: the usual page asks for the code.
      if (!(error instanceof ApiProblem)) throw error;
      await navigate({ to: '/sign-in' });
    }
  };
}
