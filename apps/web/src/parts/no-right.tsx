import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../../api/problem.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../texts/texts.ts';
import { adminTexts } from './admin-texts.ts';
import { ROLE_NAMES, roleTexts } from './role-texts.ts';

/** Which roles would open the page, and which the reader has: never an empty table. */
export function NoRight({ problem }: { readonly problem: ApiProblem }): ReactNode {
  const t = useTexts(adminTexts);
  const say = useTexts(roleTexts);
  const session = useSession();
  const given: unknown = problem.body['roles'];
  const named = Array.isArray(given) ? given : [];
  const needed = ROLE_NAMES.filter((role) => named.includes(role)).map((role) => say(role));
  const own = (session?.roles ?? []).map(({ role }) => say(role));
  return (
    <Alert color="yellow" role="alert" title={t('noRight')}>
      {needed.length === 0 ? (
        <p lang="en">{problem.message}</p>
      ) : (
        <p>{t('needed', { roles: needed.join(' / ') })}</p>
      )}
      <p>{own.length === 0 ? t('ownNone') : t('own', { roles: own.join(', ') })}</p>
      <p>{t('ask')}</p>
    </Alert>
  );
}
