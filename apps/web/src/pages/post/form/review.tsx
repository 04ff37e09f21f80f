import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { sayAmount } from '../../../texts/amounts.ts';
import { useLanguage } from '../../../texts/language.ts';
import { useTexts } from '../../../texts/texts.ts';
import { bahtWords } from '../../../typed/baht-words.ts';
import { titleOf } from '../catalogue/catalogue.ts';
import type { CommandShape } from '../catalogue/command-shape.ts';
import styles from '../page.module.css';
import { postTexts } from '../texts.ts';
import { Availability } from './availability.tsx';
import type { ReadForm } from './read-form.ts';
import { amountIn, saidForm } from './said-form.ts';
import type { SendingState } from './use-sending.ts';
import type { Trial } from './use-trial.ts';

interface ReviewProps {
  readonly shape: CommandShape;
  readonly form: ReadForm;
  readonly trial: Trial;
  readonly sending: SendingState;
  readonly onBack: () => void;
  /** Sends it; `andNext` begins the next one when it is recorded. */
  readonly onSend: (andNext: boolean) => void;
}

/** What will be recorded, in words, before it is sent: the button names the act and the amount. */
export function Review({ shape, form, trial, sending, onBack, onSend }: ReviewProps): ReactNode {
  const t = useTexts(postTexts);
  const language = useLanguage();
  const title = titleOf(shape.id, language);
  const amount = amountIn(form);
  const handsIn = trial.state === 'approval';
  const busy = sending.state === 'sending' || sending.state === 'unknown';
  const isUnanswered = sending.state === 'unanswered';
  const act = handsIn ? 'handIn' : 'record';
  const said =
    amount === undefined
      ? t(act, { title })
      : t(`${act}Amount`, { title, amount: sayAmount(amount, 'baht') });
  return (
    <div className={styles['layout']}>
      <section className={styles['form']} aria-label={t('willRecord')}>
        <div className={styles['panel']}>
          <h2>{t('willRecord')}</h2>
          <p className={styles['sentence']}>
            {amount === undefined ? title : t('sentence', { title, amount: sayAmount(amount, 'baht') })}
          </p>
          {amount === undefined ? null : <p lang="th">{bahtWords(amount)}</p>}
          <dl className={styles['review']}>
            {saidForm(shape, form, language).map(({ label, value }) => (
              <Fact key={`${label} ${value}`} label={label} value={value} />
            ))}
            <Fact
              label={t('approvers')}
              value={handsIn ? t('trialApproval', { tiers: trial.tiers.join(' → ') }) : t('nobodyElse')}
            />
          </dl>
        </div>
        <SendingWords sending={sending} />
        <div className={styles['buttons']}>
          <Button id="send" loading={busy} onClick={() => onSend(false)}>
            {isUnanswered ? t('askAgain') : said}
          </Button>
          <Button variant="default" disabled={busy || isUnanswered} onClick={() => onSend(true)}>
            {t('andNext')}
          </Button>
          <Button variant="subtle" disabled={busy || isUnanswered} onClick={onBack}>
            {t('backToForm')}
          </Button>
        </div>
      </section>
      <aside className={styles['aside']}>
        <Availability trial={trial} />
      </aside>
    </div>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

function SendingWords({ sending: { state } }: { readonly sending: SendingState }): ReactNode {
  const t = useTexts(postTexts);
  return <p role="status">{state === 'idle' ? null : t(state)}</p>;
}
