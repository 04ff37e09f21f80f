import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useSessionChanged } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { send } from '../../api/use-send.ts';
import { useTexts } from '../../texts/texts.ts';
import { ErrorSummary } from '../admin-parts/error-summary.tsx';
import { formTexts } from '../admin-parts/form-texts.ts';
import { useFaults } from '../admin-parts/use-faults.ts';
import { useSubmit } from '../admin-parts/use-submit.ts';
import { saidIn, useTyped } from '../admin-parts/use-typed.ts';
import { beginSession } from '../sign-in/begin-session.ts';
import { codeInLink } from '../sign-in/one-time-code.ts';
import { OpenPage } from '../sign-in/open-page.tsx';
import styles from '../sign-in/page.module.css';
import { setUpTexts } from './texts.ts';

/** The first administrator of a new ledger, named by whoever has the code that the service printed. */
export default function SetUpPage(): ReactNode {
  const t = useTexts(setUpTexts);
  const [titlePrefix, setTitlePrefix] = useState('');
  const { data: ways } = useAnswer('/api/v1/session/ways', {});
  return (
    <OpenPage title={t('title')} titlePrefix={titlePrefix}>
      {ways?.isSetUp ? (
        <p>
          {t('done')} <Link to="/sign-in">{t('signIn')}</Link>
        </p>
      ) : (
        <SetUpForm onTitlePrefix={setTitlePrefix} />
      )}
    </OpenPage>
  );
}

const FIELDS = {
  'one-time-code-wrong': 'set-up-code',
  'set-up-code-missing': 'set-up-code',
  'password-too-weak': 'set-up-password',
  'name-malformed': 'set-up-name',
  name: 'set-up-name',
  code: 'set-up-code',
  password: 'set-up-password',
};

function SetUpForm({ onTitlePrefix }: { readonly onTitlePrefix: (prefix: string) => void }): ReactNode {
  const t = useTexts(setUpTexts);
  const form = useTexts(formTexts);
  const navigate = useNavigate();
  const sessionChanged = useSessionChanged();
  const faults = useFaults(FIELDS, onTitlePrefix);
  const { typed, input, missing } = useTyped('set-up', {
    code: codeInLink(),
    name: '',
    displayName: '',
    password: '',
  });
  const { sending, onSubmit } = useSubmit(
    faults,
    () => missing(['code', 'name', 'password'], t),
    async () => {
      const { password } = typed;
      const { code = '', name = '', displayName } = saidIn(typed);
      const shown = displayName === undefined ? {} : { displayName };
      await send('/api/v1/set-up', { body: { code, name, password, ...shown } });
      await beginSession({ name, password });
      await sessionChanged();
      await navigate({ to: '/admin/people' });
    },
  );
  return (
    <form noValidate className={styles['form']} onSubmit={onSubmit}>
      <p>{t('what')}</p>
      <ErrorSummary faults={faults.faults} />
      <TextInput
        label={t('code')}
        description={t('codeHow')}
        autoComplete="off"
        spellCheck={false}
        {...input('code', faults.of)}
      />
      <TextInput
        label={t('name')}
        description={t('nameHow')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...input('name', faults.of)}
      />
      <TextInput
        label={`${t('displayName')} ${form('optional')}`}
        autoComplete="name"
        {...input('displayName', faults.of)}
      />
      <PasswordInput
        label={t('password')}
        description={t('passwordHow')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('show') }}
        {...input('password', faults.of)}
      />
      <Button type="submit" loading={sending}>
        {t('send')}
      </Button>
    </form>
  );
}
