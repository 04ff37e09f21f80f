import type { ReactNode } from 'react';
import RefusalWords from '../../refusals/refusal-words.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { inboxTexts } from './texts.ts';
import type { Row } from './use-inbox.ts';

const SHAPES = { waiting: '◑', approved: '●', refused: '▲', withdrawn: '○' } as const;

/** How a document stands, by shape and word; who brought it there, and why. */
export function State({ row }: { readonly row: Pick<Row, 'status' | 'waitsFor' | 'step'> }): ReactNode {
  const t = useTexts(inboxTexts);
  const { time } = useDates();
  const { status, waitsFor = '', step } = row;
  return (
    <>
      <span className={styles['state']} data-status={status}>
        <span aria-hidden="true">{SHAPES[status]} </span>
        {status === 'waiting' ? t('waiting', { tier: waitsFor }) : t(status)}
      </span>
      {status === 'waiting' ? null : (
        <span className={styles['dimmed']}> {t('by', { name: step.actor, time: time(step.bookedAt) })}</span>
      )}
      {step.reason === null ? null : <span className={styles['reason']}>{step.reason}</span>}
    </>
  );
}

/** Why the one who looks may not decide, in words; by the code of the decision itself. */
export function BlockedWords({ row }: { readonly row: Pick<Row, 'decision' | 'waitsFor'> }): ReactNode {
  const t = useTexts(inboxTexts);
  const blocked = row.decision?.blockedBecause;
  if (blocked === undefined) return null;
  const { code, message, details } = blocked;
  const isWithoutRight =
    code === 'role-missing' || (code === 'duty-missing' && details['upTo'] === undefined);
  return (
    <span className={styles['blocked']}>
      {code === 'maker-is-checker' ? (
        t('ownRequest')
      ) : isWithoutRight ? (
        t('noDuty', { tier: row.waitsFor ?? '' })
      ) : (
        <RefusalWords {...{ code, message }} body={details} />
      )}
    </span>
  );
}
