import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '../../parts/overlay.tsx';
import { sayAmount } from '../../texts/amounts.ts';
import { useTexts } from '../../texts/texts.ts';
import { Kinds } from './documents.tsx';
import { OutcomeWords } from './outcome.tsx';
import styles from './page.module.css';
import { sumOf } from './sum.ts';
import { inboxTexts } from './texts.ts';
import { useDecide } from './use-decide.ts';
import type { Row } from './use-inbox.ts';

interface ApproveDialogProps {
  readonly rows: readonly Row[];
  readonly onClose: () => void;
}

/** Confirms the sum, exact in whatever unit the page is, then decides each document by itself and says what became of it. */
export default function ApproveDialog({ rows, onClose }: ApproveDialogProps): ReactNode {
  const t = useTexts(inboxTexts);
  const { outcomes, decide } = useDecide('approvals');
  const numbers = rows.map(({ number }) => number);
  const isSent = outcomes.size > 0;
  const isBusy = [...outcomes.values()].some(({ kind }) => kind === 'sending' || kind === 'asking');
  const total = sayAmount(sumOf(rows), 'baht');
  return (
    <Dialog opened onClose={onClose} title={t('approveTitle')}>
      <table className={styles['confirm']}>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col" className="number">
              {t('amountInBaht')}
            </th>
            {isSent ? <th scope="col">{t('result')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">{row.number}</th>
              <td>
                <Kinds kinds={row.kinds} />
              </td>
              <td className="number">{sayAmount(row.amount, 'baht')}</td>
              {isSent ? (
                <td aria-live="polite">
                  <OutcomeWords
                    outcome={outcomes.get(row.number)}
                    onAskAgain={() => void decide([row.number])}
                  />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('sum', { count: rows.length })}
            </th>
            <td className="number">{total}</td>
            {isSent ? <td /> : null}
          </tr>
        </tfoot>
      </table>
      {rows.length > 1 ? <p>{t('eachAlone')}</p> : null}
      <div className={styles['buttons']}>
        {isSent ? (
          <Button disabled={isBusy} onClick={onClose} data-autofocus>
            {t('close')}
          </Button>
        ) : (
          <>
            <Button onClick={() => void decide(numbers)} data-autofocus>
              {t('confirm', { sum: total })}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
