import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/session.ts';
import type { AnswerOf } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import { ROLE_NAMES, type RoleName, roleTexts } from '../../parts/role-texts.ts';
import { Of } from '../admin-parts/of.tsx';
import { EditRole, type RoleRule } from './edit-role.tsx';
import { rolesTexts } from './texts.ts';

interface RuleTableProps {
  readonly rules: AnswerOf<'/api/v1/access/rules'>['rules'];
  readonly version: number;
}

/** What each role may do. */
export function RuleTable({ rules, version }: RuleTableProps): ReactNode {
  const t = useTexts(rolesTexts);
  const [editing, setEditing] = useState<RoleName>();
  return (
    <>
      <FigureTable
        caption={version === 0 ? t('tableFirst') : t('table', { version })}
        amounts={false}
        footnotes={[t('never')]}
      >
        <thead>
          <tr>
            {(['role', 'may', 'records', 'factor', 'change'] as const).map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROLE_NAMES.map((role) => (
            <RuleRow key={role} role={role} rule={rules.roles[role]} onEdit={setEditing} />
          ))}
        </tbody>
      </FigureTable>
      {editing === undefined ? null : (
        <EditRole
          role={editing}
          rule={rules.roles[editing]}
          onClose={() => {
            setEditing(undefined);
          }}
        />
      )}
    </>
  );
}

interface RuleRowProps {
  readonly role: RoleName;
  readonly rule: RoleRule;
  readonly onEdit: (role: RoleName) => void;
}

function RuleRow({ role, rule, onEdit }: RuleRowProps): ReactNode {
  const t = useTexts(rolesTexts);
  const roles = useTexts(roleTexts);
  const { isPast } = useClocks();
  const administers = useSession()?.permissions.includes('administer') ?? false;
  return (
    <tr>
      <th scope="row">{roles(role)}</th>
      <td>{rule.may.map((permission) => roles(permission)).join(' · ') || '-'}</td>
      <td>{rule.commands.length === 0 ? '-' : <code>{rule.commands.join(', ')}</code>}</td>
      <td>{t(rule.secondFactor ? 'yes' : 'no')}</td>
      <td>
        {administers ? (
          <Button
            variant="default"
            size="compact-sm"
            disabled={isPast}
            onClick={() => {
              onEdit(role);
            }}
          >
            {t('edit')}
            <Of what={roles(role)} />
          </Button>
        ) : (
          '-'
        )}
      </td>
    </tr>
  );
}
