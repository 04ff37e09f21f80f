import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useSessionChanged } from '../../api/session.ts';
import { useTexts } from '../../texts/texts.ts';
import { ErrorSummary } from '../admin-parts/error-summary.tsx';
import { useFaults } from '../admin-parts/use-faults.ts';
import { useSubmit } from '../admin-parts/use-submit.ts';
import { useTyped } from '../admin-parts/use-typed.ts';
import { beginSession } from './begin-session.ts';
import styles from './page.module.css';
import { signInTexts } from './texts.ts';

interface SignInFormProps {
  /** Who signs in again; may be changed. */
  readonly name?: string;
  readonly onSignedIn: () => void;
  /** Tells the page what stands before the title of its window. */
  readonly onTitlePrefix?: (prefix: string) => void;
}

const FIELDS = {
  'sign-in-refused': 'sign-in-name',
  name: 'sign-in-name',
  password: 'sign-in-password',
};

/** Name, password, and the code of the authenticator once it is asked for; what was typed stays. */
export function SignInForm({ name: known = '', onSignedIn, onTitlePrefix }: SignInFormProps): ReactNode {
  const t = useTexts(signInTexts);
  const sessionChanged = useSessionChanged();
  const faults = useFaults(FIELDS, onTitlePrefix);
  const { typed, input, missing } = useTyped('sign-in', { name: known, password: '', code: '' });
  const [wantsCode, setWantsCode] = useState(false);
  const signIn = async () => {
    const { name, password, code } = typed;
    const secondFactorCode = code.replaceAll(/\s/g, '');
    try {
      await beginSession({ name: name.trim(), password, ...(wantsCode ? { secondFactorCode } : {}) });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'second-factor-code-missing') throw error;
      // The password was right: the code is asked for, nothing is wrong.
      setWantsCode(true);
      return;
    }
    await sessionChanged();
    onSignedIn();
  };
  const { sending, onSubmit } = useSubmit(
    faults,
    () => missing(['name', 'password', ...(wantsCode ? (['code'] as const) : [])], t),
    signIn,
  );

  return (
    <form noValidate className={styles['form']} onSubmit={onSubmit}>
      <ErrorSummary faults={faults.faults} />
      <TextInput
        label={t('name')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...input('name', faults.of)}
      />
      <PasswordInput
        label={t('password')}
        autoComplete="current-password"
        {...input('password', faults.of)}
        visibilityToggleButtonProps={{ 'aria-label': t('show') }}
      />
      {wantsCode ? <CodeInput {...input('code', faults.of)} /> : null}
      <Button type="submit" loading={sending}>
        {t('send')}
      </Button>
    </form>
  );
}

interface CodeInputProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void;
  readonly error: string | undefined;
}

/** Takes the focus when it appears: it is what is missing. */
function CodeInput(props: CodeInputProps): ReactNode {
  const t = useTexts(signInTexts);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
  }, []);
  return (
    <TextInput ref={input} {...props} label={t('code')} inputMode="numeric" autoComplete="one-time-code" />
  );
}
