import type { ReactNode } from 'react';
import type { Session } from '../../api/session.ts';
import { useTexts } from '../../texts/texts.ts';
import { useSayLimits } from '../admin-parts/limit-fields.tsx';
import { roleTexts } from '../../parts/role-texts.ts';
import parts from '../admin-parts/parts.module.css';
import { meTexts } from './texts.ts';

/** The account, its roles with their limits, and what they allow. */
export function WhoSection({ session }: { readonly session: Session }): ReactNode {
  const t = useTexts(meTexts);
  const say = useTexts(roleTexts);
  const sayLimits = useSayLimits();
  const { name, displayName, roles, permissions, commands } = session;
  const allowed = permissions.map((permission) => say(permission)).join(' · ');
  return (
    <section aria-labelledby="me-who">
      <h2 id="me-who">{t('who')}</h2>
      <dl className={parts['facts']}>
        <dt>{t('name')}</dt>
        <dd>{name}</dd>
        {displayName === undefined ? null : (
          <>
            <dt>{t('displayName')}</dt>
            <dd>{displayName}</dd>
          </>
        )}
        <dt>{t('roles')}</dt>
        <dd>
          {roles.map(({ grant, role, limits }) => (
            <div key={grant}>
              {say(role)} ({sayLimits(limits)})
            </div>
          ))}
          {roles.length === 0 ? t('noRoles') : null}
        </dd>
        <dt>{t('may')}</dt>
        <dd>{allowed === '' ? t('nothing') : allowed}</dd>
        <dt>{t('records')}</dt>
        <dd>{commands.length === 0 ? t('nothing') : <code>{commands.join(', ')}</code>}</dd>
      </dl>
    </section>
  );
}
