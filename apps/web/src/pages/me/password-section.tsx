import { Button, PasswordInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSessionChanged } from '../../api/session.ts';
import { send } from '../../api/use-send.ts';
import { useTexts } from '../../texts/texts.ts';
import { ErrorSummary } from '../admin-parts/error-summary.tsx';
import { useFaults } from '../admin-parts/use-faults.ts';
import { useSubmit } from '../admin-parts/use-submit.ts';
import { useTyped } from '../admin-parts/use-typed.ts';
import { setUpTexts } from '../set-up/texts.ts';
import styles from './page.module.css';
import { meTexts } from './texts.ts';

const FIELDS = {
  'sign-in-refused': 'me-oldPassword',
  'password-too-weak': 'me-newPassword',
  oldPassword: 'me-oldPassword',
  newPassword: 'me-newPassword',
};

/** A new password; every session ends with the old one. */
export function PasswordSection(): ReactNode {
  const t = useTexts(meTexts);
  const how = useTexts(setUpTexts);
  const faults = useFaults(FIELDS);
  const navigate = useNavigate();
  const sessionChanged = useSessionChanged();
  const { typed, input, missing } = useTyped('me', { oldPassword: '', newPassword: '' });
  const { sending, onSubmit } = useSubmit(
    faults,
    () => missing(['oldPassword', 'newPassword'], t),
    async () => {
      await send('/api/v1/session/password', { body: typed });
      await navigate({ to: '/sign-in', search: (before: object) => ({ ...before, next: '/me' }) });
      await sessionChanged();
    },
  );
  const field = (name: keyof typeof typed) => ({
    ...input(name, faults.of),
    label: t(name),
    visibilityToggleButtonProps: { 'aria-label': how('show') },
  });
  return (
    <section aria-labelledby="me-password">
      <h2 id="me-password">{t('password')}</h2>
      <form noValidate className={styles['form']} onSubmit={onSubmit}>
        <p className={styles['note']}>{t('passwordEnds')}</p>
        <ErrorSummary faults={faults.faults} />
        <PasswordInput {...field('oldPassword')} autoComplete="current-password" />
        <PasswordInput
          {...field('newPassword')}
          description={how('passwordHow')}
          autoComplete="new-password"
        />
        <div>
          <Button type="submit" loading={sending}>
            {t('changePassword')}
          </Button>
        </div>
      </form>
    </section>
  );
}
