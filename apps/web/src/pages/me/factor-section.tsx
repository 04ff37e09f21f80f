import { Alert, Button, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { encode } from 'uqr';
import { useSessionChanged, type Session } from '../../api/session.ts';
import { send, type SentAnswer } from '../../api/use-send.ts';
import { useTexts } from '../../texts/texts.ts';
import { ErrorSummary } from '../admin-parts/error-summary.tsx';
import { formTexts } from '../admin-parts/form-texts.ts';
import parts from '../admin-parts/parts.module.css';
import { useFaults } from '../admin-parts/use-faults.ts';
import styles from './page.module.css';
import { meTexts } from './texts.ts';

type Begun = SentAnswer<'/api/v1/session/second-factor'>;

/** The authenticator: begun with a secret, on once its first code is confirmed. */
export function FactorSection({ session }: { readonly session: Session }): ReactNode {
  const t = useTexts(meTexts);
  const faults = useFaults();
  const [begun, setBegun] = useState<Begun>();
  const { secondFactor, secondFactorNeeded } = session;
  const begin = () => {
    faults.clear();
    send('/api/v1/session/second-factor', {}).then(setBegun, faults.refused);
  };
  return (
    <section aria-labelledby="me-factor">
      <h2 id="me-factor">{t('factor')}</h2>
      {secondFactorNeeded ? (
        <Alert color="yellow" role="alert">
          {t('factorNeeded')}
        </Alert>
      ) : null}
      <p>{t(secondFactor ? 'factorHas' : 'factorHasNot')}</p>
      <ErrorSummary faults={faults.faults} />
      {begun === undefined ? (
        <Button variant="default" onClick={begin}>
          {t(secondFactor ? 'beginAgain' : 'begin')}
        </Button>
      ) : (
        <Confirm
          begun={begun}
          onConfirmed={() => {
            setBegun(undefined);
          }}
        />
      )}
    </section>
  );
}

interface ConfirmProps {
  readonly begun: Begun;
  readonly onConfirmed: () => void;
}

function Confirm({ begun: { secret, uri }, onConfirmed }: ConfirmProps): ReactNode {
  const t = useTexts(meTexts);
  const form = useTexts(formTexts);
  const faults = useFaults({ 'sign-in-refused': 'me-code', code: 'me-code' });
  const sessionChanged = useSessionChanged();
  const [typed, setTyped] = useState('');
  const confirm = async () => {
    await send('/api/v1/session/second-factor/confirmation', { body: { code: typed.replaceAll(/\s/g, '') } });
    await sessionChanged();
    onConfirmed();
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const empty = typed.trim() === '';
    faults.show(empty ? [{ field: 'me-code', message: form('needed', { field: t('code') }) }] : []);
    if (!empty) confirm().catch(faults.refused);
  };
  return (
    <form noValidate className={styles['form']} onSubmit={onSubmit}>
      <p>{t('scan')}</p>
      <QrCode text={uri} label={t('qr')} />
      <div>
        {t('secret')}
        <code className={parts['secret']} data-testid="factor-secret">
          {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
        </code>
      </div>
      <ErrorSummary faults={faults.faults} />
      <TextInput
        id="me-code"
        label={t('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={typed}
        error={faults.of('me-code')}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
        }}
      />
      <div>
        <Button type="submit">{t('confirm')}</Button>
      </div>
    </form>
  );
}

/** Black on white in both colour schemes: cameras expect it. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className={styles['qr']}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
