import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { send } from '../../api/use-send.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { AdminPage } from '../admin-parts/admin-page.tsx';
import { Of } from '../admin-parts/of.tsx';
import { useSayLimits } from '../admin-parts/limit-fields.tsx';
import { ReasonDialog } from '../admin-parts/reason-dialog.tsx';
import { roleTexts } from '../../parts/role-texts.ts';
import { IssueToken } from './issue-token.tsx';
import { tokensTexts } from './texts.ts';

type Token = AnswerOf<'/api/v1/service-tokens'>['rows'][number];

/** Tokens of other systems: who reads with which role, until when, and when last. */
export default function TokensPage(): ReactNode {
  const t = useTexts(tokensTexts);
  const administers = useSession()?.permissions.includes('administer') ?? false;
  const tokens = useAnswer('/api/v1/service-tokens', {});
  const [issuing, setIssuing] = useState(false);
  const actions =
    administers && tokens.data ? (
      <Button
        onClick={() => {
          setIssuing(true);
        }}
      >
        {t('issue')}
      </Button>
    ) : null;
  return (
    <AdminPage page="tokens" nowOnly answers={[tokens]} actions={actions}>
      {() => (
        <>
          <TokenTable tokens={tokens.data?.rows ?? []} mayChange={administers} />
          {issuing ? (
            <IssueToken
              onClose={() => {
                setIssuing(false);
              }}
            />
          ) : null}
        </>
      )}
    </AdminPage>
  );
}

interface TokenTableProps {
  readonly tokens: readonly Token[];
  readonly mayChange: boolean;
}

function TokenTable({ tokens, mayChange }: TokenTableProps): ReactNode {
  const t = useTexts(tokensTexts);
  const [ending, setEnding] = useState<string>();
  if (tokens.length === 0) return <p>{t('none')}</p>;
  return (
    <>
      <FigureTable caption={t('caption', { count: tokens.length })} amounts={false}>
        <thead>
          <tr>
            {(['name', 'role', 'state', 'expires', 'used', 'createdBy', 'change'] as const).map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} onEnd={mayChange ? setEnding : undefined} />
          ))}
        </tbody>
      </FigureTable>
      {ending === undefined ? null : (
        <Revoke
          name={ending}
          onClose={() => {
            setEnding(undefined);
          }}
        />
      )}
    </>
  );
}

/** By the clock of this machine, which only words depend on: the ledger refuses by its own. */
const stateOf = ({ revokedAt, expiresAt }: Token) =>
  revokedAt !== undefined ? 'revoked' : Date.parse(expiresAt) < Date.now() ? 'expired' : 'active';

interface TokenRowProps {
  readonly token: Token;
  readonly onEnd: ((name: string) => void) | undefined;
}

function TokenRow({ token, onEnd }: TokenRowProps): ReactNode {
  const t = useTexts(tokensTexts);
  const roles = useTexts(roleTexts);
  const sayLimits = useSayLimits();
  const { time } = useDates();
  const state = stateOf(token);
  return (
    <tr>
      <th scope="row">{token.name}</th>
      <td>
        {token.roles.map(({ grant, role, limits }) => (
          <div key={grant}>
            {roles(role)} ({sayLimits(limits)})
          </div>
        ))}
        {token.roles.length === 0 ? '-' : null}
      </td>
      <td>{t(state)}</td>
      <td className="moment">{time(token.expiresAt)}</td>
      <td>{token.lastUsedAt === undefined ? t('never') : time(token.lastUsedAt)}</td>
      <td>{token.createdBy}</td>
      <td>
        {onEnd === undefined || state === 'revoked' ? (
          '-'
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              onEnd(token.name);
            }}
          >
            {t('revoke')}
            <Of what={token.name} />
          </Button>
        )}
      </td>
    </tr>
  );
}

function Revoke({ name, onClose }: { readonly name: string; readonly onClose: () => void }): ReactNode {
  const t = useTexts(tokensTexts);
  return (
    <ReasonDialog
      title={t('revoke')}
      review={[t('willRevoke', { name })]}
      act={`${t('revoke')} ${name}`}
      onClose={onClose}
      send={async ({ reason }) => {
        await send('/api/v1/service-tokens/{name}/revocations', {
          params: { path: { name } },
          body: reason === undefined ? {} : { reason },
        });
        return <p>{t('didRevoke', { name })}</p>;
      }}
    />
  );
}
