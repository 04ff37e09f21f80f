import { Alert, Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { ask } from '../../api/use-answer.ts';
import { PROOF_STEPS, type Verdict, verifyReceipt } from '../../proof/verify-receipt.ts';
import { toBase64 } from '../../proof/bytes.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import type { Context, Event } from './sentence.ts';
import { eventPageTexts } from './texts.ts';

type Checked = Verdict | 'checking' | 'not-sealed' | 'cannot' | undefined;

/** Fetches the receipt and the published keys, and leaves the rest to the browser. */
async function check(event: Event, ownKeys: string): Promise<Checked> {
  try {
    const { position } = event;
    const receipt = await ask('/api/v1/receipts/{position}', {
      params: { path: { position }, query: { single: true, seal: true } },
    });
    const own = ownKeys.split('\n').filter((line) => line.trim() !== '');
    const published =
      own.length > 0 ? own : (await ask('/api/v1/checkpoints/keys', {})).keys.map(({ key }) => key);
    return await verifyReceipt(receipt, event, published);
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'not-sealed-yet') return 'not-sealed';
    if (error instanceof DOMException) return 'cannot';
    throw error;
  }
}

/** Digest, path and checkpoint of an event, checked by the browser itself. */
export function Proof({ event, context }: { readonly event: Event; readonly context: Context }): ReactNode {
  const t = useTexts(eventPageTexts);
  const [checked, setChecked] = useState<Checked>();
  const [ownKeys, setOwnKeys] = useState('');
  const [problem, setProblem] = useState<string>();
  const onCheck = () => {
    setChecked('checking');
    setProblem(undefined);
    check(event, ownKeys).then(setChecked, (error: unknown) => {
      setChecked(undefined);
      setProblem(error instanceof Error ? error.message : String(error));
    });
  };
  const { position } = event;
  return (
    <section>
      <h2>{t('proof')}</h2>
      <dl className={styles['values']}>
        <div>
          <dt>{t('digest')}</dt>
          <dd>
            <code className={styles['exact']}>{context.digest}</code>
          </dd>
        </div>
      </dl>
      <p>{t('checkWhy')}</p>
      <Textarea
        label={t('ownKey')}
        description={t('ownKeyHint')}
        value={ownKeys}
        onChange={({ currentTarget: { value } }) => setOwnKeys(value)}
        autosize={false}
        rows={2}
        spellCheck={false}
      />
      <p className={styles['ways']}>
        <Button onClick={onCheck} loading={checked === 'checking'}>
          {t(checked === undefined || checked === 'checking' ? 'check' : 'checkAgain')}
        </Button>
        <a href={`/api/v1/receipts/${position}?seal=true`} download={`receipt-${position}.json`}>
          {t('keepReceipt')}
        </a>
      </p>
      <div aria-live="polite">
        {problem === undefined ? null : <Alert color="red">{problem}</Alert>}
        {checked === 'not-sealed' ? <Alert color="yellow">{t('notSealed')}</Alert> : null}
        {checked === 'cannot' ? <Alert color="yellow">{t('cannotCheck')}</Alert> : null}
        {typeof checked === 'object' ? <Found verdict={checked} /> : null}
      </div>
    </section>
  );
}

function Found({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const t = useTexts(eventPageTexts);
  const { isProven, failed } = verdict;
  const failedAt = failed === undefined ? PROOF_STEPS.length : PROOF_STEPS.indexOf(failed);
  return (
    <Alert
      color={isProven ? 'green' : 'red'}
      title={`${isProven ? '✓' : '✗'} ${t(isProven ? 'proven' : 'unproven')}`}
      data-proven={isProven}
    >
      <ol className={styles['steps']}>
        {PROOF_STEPS.map((step, index) => {
          const standing = index < failedAt ? 'stepOk' : index === failedAt ? 'stepFailed' : 'stepSkipped';
          return (
            <li key={step} data-step={standing}>
              <span aria-hidden="true">{MARKS[standing]}</span> {t(step)} – {t(standing)}
            </li>
          );
        })}
      </ol>
      <Facts verdict={verdict} />
    </Alert>
  );
}

const MARKS = { stepOk: '✓', stepFailed: '✗', stepSkipped: '·' } as const;

function Facts({ verdict: { leaf, head } }: { readonly verdict: Verdict }): ReactNode {
  const t = useTexts(eventPageTexts);
  const { time } = useDates();
  const facts = [
    ['leaf', leaf],
    ...(head === undefined
      ? []
      : ([
          ['origin', head.origin],
          ['size', String(head.size)],
          ['root', toBase64(head.root)],
          ['signedAt', time(head.time)],
          ['signedBy', head.signedBy.join(', ')],
        ] as const)),
  ] as const;
  return (
    <dl className={styles['values']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>{name === 'signedAt' ? value : <code className={styles['exact']}>{value}</code>}</dd>
        </div>
      ))}
    </dl>
  );
}
