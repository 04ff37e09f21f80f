import type { ReactNode } from 'react';
import { useLineName } from '../../../parts/line-name.ts';
import RefusalWords from '../../../refusals/refusal-words.tsx';
import { sayAmount } from '../../../texts/amounts.ts';
import { useTexts } from '../../../texts/texts.ts';
import styles from '../page.module.css';
import { postTexts } from '../texts.ts';
import type { LineChange } from './post-command.ts';
import type { Trial } from './use-trial.ts';

/** What the ledger would do with what is typed so far: information while somebody types, never an error. */
export function Availability({ trial }: { readonly trial: Trial }): ReactNode {
  const t = useTexts(postTexts);
  return (
    <section className={styles['panel']} data-state={trial.state} aria-live="polite">
      <h2>{t('availability')}</h2>
      <TrialWords trial={trial} />
    </section>
  );
}

function TrialWords({ trial }: { readonly trial: Trial }): ReactNode {
  const t = useTexts(postTexts);
  switch (trial.state) {
    case 'waiting':
      return <p className={styles['dimmed']}>{t('trialWaiting')}</p>;
    case 'asking':
      return (
        <>
          <p className={styles['dimmed']}>{t('trialAsking')}</p>
          <Changes changes={trial.last} />
        </>
      );
    case 'unknown':
      return <p>{t('trialUnknown')}</p>;
    case 'refused': {
      const { code, body, message } = trial.problem;
      return (
        <>
          <p>{t('trialRefused')}</p>
          <p>
            <RefusalWords {...{ code, body, message }} />
          </p>
        </>
      );
    }
    case 'approval':
      return (
        <>
          <p>{t('trialApproval', { tiers: trial.tiers.join(' → ') })}</p>
          <Changes changes={trial.changes} />
        </>
      );
    case 'fine':
      return (
        <>
          <p>{t(trial.changes.length === 0 ? 'trialNoLines' : 'trialFine')}</p>
          <Changes changes={trial.changes} />
        </>
      );
  }
}

/** Before and after of every line that is touched; not recorded yet, so nothing explains it. */
export function Changes({ changes }: { readonly changes: readonly LineChange[] }): ReactNode {
  const t = useTexts(postTexts);
  const lineName = useLineName();
  if (changes.length === 0) return null;
  return (
    <table className={styles['changes']}>
      <thead>
        <tr>
          <th scope="col">{t('lineColumn')}</th>
          <th scope="col" className={styles['amount']}>
            {t('before')}
          </th>
          <th scope="col" className={styles['amount']}>
            {t('after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ project, line, before, after }) => (
          <tr key={`${project} ${line.fundSource} ${line.category}`}>
            <th scope="row">{`${project} · ${lineName(line)}`}</th>
            <td className={styles['amount']} data-before={before}>
              {sayAmount(before, 'baht')}
            </td>
            <td className={styles['amount']} data-after={after}>
              {sayAmount(after, 'baht')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
