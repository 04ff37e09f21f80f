import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { send } from '../../api/use-send.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import { AdminPage } from '../admin-parts/admin-page.tsx';
import { Of } from '../admin-parts/of.tsx';
import { keyed } from '../../api/idempotency-key.ts';
import { useSayLimits } from '../admin-parts/limit-fields.tsx';
import { ReasonDialog } from '../admin-parts/reason-dialog.tsx';
import { RecordedInAccessLog } from '../admin-parts/recorded.tsx';
import { roleTexts } from '../../parts/role-texts.ts';
import { GrantRole } from './grant-role.tsx';
import { RoleHistory } from './history.tsx';
import { RuleTable } from './rule-table.tsx';
import { rolesTexts } from './texts.ts';

type Grant = AnswerOf<'/api/v1/access/rules'>['grants'][number];

/** Who has which role, what roles may do, and how it came to be; as known at the clocks of the page. */
export default function RolesPage(): ReactNode {
  const t = useTexts(rolesTexts);
  const { query, isPast } = useClocks();
  const administers = useSession()?.permissions.includes('administer') ?? false;
  const rules = useAnswer('/api/v1/access/rules', { params: { query } });
  const [granting, setGranting] = useState(false);
  const actions =
    administers && rules.data ? (
      <Button
        disabled={isPast}
        onClick={() => {
          setGranting(true);
        }}
      >
        {t('grant')}
      </Button>
    ) : null;
  return (
    <AdminPage page="roles" answers={[rules]} actions={actions}>
      {() =>
        rules.data ? (
          <>
            <Grants grants={rules.data.grants} mayChange={administers && !isPast} />
            <RuleTable rules={rules.data.rules} version={rules.data.version} />
            <RoleHistory />
            {granting ? (
              <GrantRole
                onClose={() => {
                  setGranting(false);
                }}
              />
            ) : null}
          </>
        ) : null
      }
    </AdminPage>
  );
}

interface GrantsProps {
  readonly grants: readonly Grant[];
  readonly mayChange: boolean;
}

function Grants({ grants, mayChange }: GrantsProps): ReactNode {
  const t = useTexts(rolesTexts);
  const [ending, setEnding] = useState<Grant>();
  return (
    <>
      <FigureTable caption={t('grants', { count: grants.length })} amounts={false}>
        <thead>
          <tr>
            {(['subject', 'role', 'limits', 'origin', 'change'] as const).map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grants.map((grant) => (
            <GrantRow key={grant.grant} grant={grant} onEnd={mayChange ? setEnding : undefined} />
          ))}
        </tbody>
      </FigureTable>
      {ending === undefined ? null : (
        <Withdraw
          grant={ending}
          onClose={() => {
            setEnding(undefined);
          }}
        />
      )}
    </>
  );
}

interface GrantRowProps {
  readonly grant: Grant;
  readonly onEnd: ((grant: Grant) => void) | undefined;
}

function GrantRow({ grant, onEnd }: GrantRowProps): ReactNode {
  const t = useTexts(rolesTexts);
  const roles = useTexts(roleTexts);
  const sayLimits = useSayLimits();
  const { subject, role, limits = {}, origin } = grant;
  return (
    <tr>
      <th scope="row">{subject}</th>
      <td>{roles(role)}</td>
      <td>{sayLimits(limits)}</td>
      <td>{t(origin)}</td>
      <td>
        {onEnd === undefined ? (
          '-'
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              onEnd(grant);
            }}
          >
            {t('withdraw')}
            <Of what={`${roles(role)} ${subject}`} />
          </Button>
        )}
      </td>
    </tr>
  );
}

function Withdraw({ grant, onClose }: { readonly grant: Grant; readonly onClose: () => void }): ReactNode {
  const t = useTexts(rolesTexts);
  const roles = useTexts(roleTexts);
  const act = t('withdrawOf', { subject: grant.subject, role: roles(grant.role) });
  return (
    <ReasonDialog
      title={t('withdraw')}
      review={[act, t('willCount')]}
      act={act}
      onClose={onClose}
      send={async ({ key, reason }) => {
        const { position } = await send('/api/v1/access/grants/{grant}/withdrawals', {
          headers: keyed(key),
          params: { path: { grant: grant.grant } },
          body: reason === undefined ? {} : { reason },
        });
        return <RecordedInAccessLog said={t('didWithdraw')} position={position} />;
      }}
    />
  );
}
