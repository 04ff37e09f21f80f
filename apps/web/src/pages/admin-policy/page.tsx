import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { useTexts } from '../../texts/texts.ts';
import { AdminPage } from '../admin-parts/admin-page.tsx';
import { useMayRecord } from '../admin-parts/may-record.ts';
import { Duties } from './duties.tsx';
import { policyPageTexts } from './page-texts.ts';
import { Proposal } from './proposal.tsx';
import { ShownPolicy } from './shown.tsx';

/** What the money of the organisation may do, and who has which duty; as known at the clocks of the page. */
export default function PolicyPage(): ReactNode {
  const t = useTexts(policyPageTexts);
  const { query, isPast } = useClocks();
  const maySet = useMayRecord('controlpolicy/set-policy');
  const policy = useAnswer('/api/v1/control/policy', { params: { query } });
  const [proposing, setProposing] = useState(false);
  const actions =
    maySet && policy.data && !proposing ? (
      <Button
        disabled={isPast}
        onClick={() => {
          setProposing(true);
        }}
      >
        {t('edit')}
      </Button>
    ) : null;
  return (
    <AdminPage page="policy" answers={[policy]} actions={actions}>
      {() =>
        policy.data ? (
          <>
            {proposing && !isPast ? (
              <Proposal
                policy={policy.data.policy}
                onDone={() => {
                  setProposing(false);
                }}
              />
            ) : (
              <ShownPolicy {...policy.data} />
            )}
            <Duties duties={policy.data.duties} delegations={policy.data.delegations} />
          </>
        ) : null
      }
    </AdminPage>
  );
}
