import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/session.ts';
import type { AnswerOf } from '../../api/use-answer.ts';
import { send } from '../../api/use-send.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { printAmount } from '../../texts/amounts.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { useMayRecord } from '../admin-parts/may-record.ts';
import { Of } from '../admin-parts/of.tsx';
import { keyed } from '../../api/idempotency-key.ts';
import { ReasonDialog } from '../admin-parts/reason-dialog.tsx';
import { Recorded } from '../admin-parts/recorded.tsx';
import { Delegations } from './delegations.tsx';
import { isDutyName } from './duty-names.ts';
import { GiveDuty } from './give-duty.tsx';
import styles from './page.module.css';
import { policyPageTexts } from './page-texts.ts';

type Policy = AnswerOf<'/api/v1/control/policy'>;
type Duty = Policy['duties'][number];

/** Who may do what few may: duties that are given, and those that are lent. */
export function Duties({ duties, delegations }: Pick<Policy, 'duties' | 'delegations'>): ReactNode {
  const t = useTexts(policyPageTexts);
  const { isPast } = useClocks();
  const mayGive = useMayRecord('controlpolicy/grant-duty') && !isPast;
  const mayLend = useMayRecord('controlpolicy/delegate-duty') && !isPast;
  const [giving, setGiving] = useState<'grant' | 'delegate'>();
  const [ending, setEnding] = useState<Duty>();
  return (
    <section>
      {duties.length === 0 ? (
        <p>{t('noDuties')}</p>
      ) : (
        <DutyTable duties={duties} onEnd={mayGive ? setEnding : undefined} />
      )}
      <Delegations delegations={delegations} />
      <div className={styles['buttons']}>
        {(['grant', 'delegate'] as const).map((way) =>
          (way === 'grant' ? mayGive : mayLend) ? (
            <Button
              key={way}
              variant="default"
              onClick={() => {
                setGiving(way);
              }}
            >
              {t(way)}
            </Button>
          ) : null,
        )}
      </div>
      {giving === undefined ? null : (
        <GiveDuty
          lend={giving === 'delegate'}
          onClose={() => {
            setGiving(undefined);
          }}
        />
      )}
      {ending === undefined ? null : (
        <WithdrawDuty
          duty={ending}
          onClose={() => {
            setEnding(undefined);
          }}
        />
      )}
    </section>
  );
}

interface DutyTableProps {
  readonly duties: readonly Duty[];
  readonly onEnd: ((duty: Duty) => void) | undefined;
}

function DutyTable({ duties, onEnd }: DutyTableProps): ReactNode {
  const t = useTexts(policyPageTexts);
  const { date } = useDates();
  return (
    <FigureTable caption={t('duties', { count: duties.length })} amounts={false}>
      <thead>
        <tr>
          {(['holder', 'duty', 'upTo', 'from', 'until', 'change'] as const).map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <tr key={`${duty.holder} ${duty.duty}`}>
            <th scope="row">{duty.holder}</th>
            <td>{isDutyName(duty.duty) ? t(duty.duty) : duty.duty}</td>
            <td>
              {duty.upTo === undefined
                ? t('any')
                : t('willLimit', { amount: printAmount(duty.upTo, 'baht') })}
            </td>
            <td>{duty.first === undefined ? '-' : date(duty.first)}</td>
            <td>{duty.last === undefined ? t('noEnd') : date(duty.last)}</td>
            <td>
              {onEnd === undefined ? (
                '-'
              ) : (
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => {
                    onEnd(duty);
                  }}
                >
                  {t('withdraw')}
                  <Of what={`${duty.duty} ${duty.holder}`} />
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

function WithdrawDuty({ duty, onClose }: { readonly duty: Duty; readonly onClose: () => void }): ReactNode {
  const t = useTexts(policyPageTexts);
  const today = useSession()?.today ?? '';
  const said = isDutyName(duty.duty) ? t(duty.duty) : duty.duty;
  const act = t('willWithdraw', { duty: said, holder: duty.holder });
  return (
    <ReasonDialog
      title={t('withdraw')}
      review={[act]}
      act={act}
      onClose={onClose}
      send={async ({ key, reason }) => {
        const { position } = await send('/api/v1/control/duties/withdrawals', {
          params: { header: keyed(key) },
          body: {
            duty: duty.duty,
            holder: duty.holder,
            effectiveOn: today,
            ...(reason === undefined ? {} : { reason }),
          },
        });
        return <Recorded said={t('didWithdraw')} position={position} />;
      }}
    />
  );
}
