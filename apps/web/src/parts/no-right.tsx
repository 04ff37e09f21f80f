import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { RefusalWhenLoaded } from '../refusals/refusal-when-loaded.tsx';
import { useTexts } from '../texts/texts.ts';
import { ROLE_NAMES, roleTexts } from './role-texts.ts';
import { partTexts } from './texts.ts';

/** Which roles would open the page or the part of it, and which the reader has: never an empty table. */
export function NoRight({ problem }: { readonly problem: ApiProblem }): ReactNode {
  const t = useTexts(partTexts);
  const say = useTexts(roleTexts);
  const session = useSession();
  const given: unknown = problem.body['roles'];
  const named = Array.isArray(given) ? given : [];
  const needed = ROLE_NAMES.filter((role) => named.includes(role)).map((role) => say(role));
  const own = (session?.roles ?? []).map(({ role }) => say(role));
  return (
    <Alert color="yellow" role="alert" title={t('noRight')}>
      {needed.length === 0 ? (
        <p>
          <RefusalWhenLoaded problem={problem} />
        </p>
      ) : (
        <p>{t('neededRoles', { roles: needed.join(' / ') })}</p>
      )}
      <p>{own.length === 0 ? t('ownRolesNone') : t('ownRoles', { roles: own.join(', ') })}</p>
      <p>{t('askForRole')}</p>
    </Alert>
  );
}
