import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { send } from '../../api/use-send.ts';
import { useTexts } from '../../texts/texts.ts';
import { keyed } from '../../api/idempotency-key.ts';
import { ReasonDialog } from '../admin-parts/reason-dialog.tsx';
import { Recorded } from '../admin-parts/recorded.tsx';
import { periodsTexts } from './texts.ts';

export type PeriodChange = 'softClose' | 'close' | 'reopen';

const WILL = { softClose: 'willSoftClose', close: 'willClose', reopen: 'willReopen' } as const;

interface ChangePeriodProps {
  readonly change: PeriodChange;
  /** `YYYY-MM`, `Q1` to `Q4`, or `year`. */
  readonly period: string;
  /** How the page calls it. */
  readonly named: string;
  readonly year: string;
  readonly onClose: () => void;
}

/** Closes or reopens a period; reopening takes a reason. */
export function ChangePeriod({ change, period, named, year, onClose }: ChangePeriodProps): ReactNode {
  const t = useTexts(periodsTexts);
  const today = useSession()?.today ?? '';
  const record = async (key: string, reason: string | undefined) => {
    const params = { path: { fiscalYear: Number.parseInt(year, 10) }, header: keyed(key) };
    const body = { period, effectiveOn: today };
    const said = reason === undefined ? {} : { reason };
    if (change === 'softClose')
      return send('/api/v1/periods/{fiscalYear}/soft-closings', { params, body: { ...body, ...said } });
    if (change === 'close')
      return send('/api/v1/periods/{fiscalYear}/closings', { params, body: { ...body, ...said } });
    return send('/api/v1/periods/{fiscalYear}/reopenings', {
      params,
      body: { ...body, reason: reason ?? '' },
    });
  };
  return (
    <ReasonDialog
      title={`${t(change)}: ${named}`}
      review={[t(WILL[change], { period: named })]}
      act={`${t(change)} ${named}`}
      reasonNeeded={change === 'reopen'}
      onClose={onClose}
      send={async ({ key, reason }) => {
        const { position } = await record(key, reason);
        return <Recorded said={t('did', { period: named })} position={position} />;
      }}
    />
  );
}
