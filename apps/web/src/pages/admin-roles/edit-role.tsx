import { Checkbox, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AnswerOf } from '../../api/use-answer.ts';
import { send } from '../../api/use-send.ts';
import { useTexts } from '../../texts/texts.ts';
import { ChangeDialog } from '../admin-parts/change-dialog.tsx';
import { keyed } from '../../api/idempotency-key.ts';
import { RecordedInAccessLog } from '../admin-parts/recorded.tsx';
import { type RoleName, roleTexts } from '../../parts/role-texts.ts';
import { PERMISSION_NAMES } from './permissions.ts';
import { rolesTexts } from './texts.ts';

export type RoleRule = AnswerOf<'/api/v1/access/rules'>['rules']['roles'][RoleName];

interface EditRoleProps {
  readonly role: RoleName;
  readonly rule: RoleRule;
  readonly onClose: () => void;
}

/** Says anew what a role may do; the table before stays in the log. */
export function EditRole({ role, rule, onClose }: EditRoleProps): ReactNode {
  const t = useTexts(rolesTexts);
  const roles = useTexts(roleTexts);
  const [may, setMay] = useState<readonly string[]>(rule.may);
  const [commands, setCommands] = useState(rule.commands.join('\n'));
  const [secondFactor, setSecondFactor] = useState(rule.secondFactor);
  const named = roles(role);
  const allowed = PERMISSION_NAMES.filter((permission) => may.includes(permission));
  const listed = commands.split(/\s+/).filter((command) => command !== '');
  return (
    <ChangeDialog
      title={t('editOf', { role: named })}
      check={() => []}
      review={() => [
        t('willMay', { role: named, may: allowed.map((permission) => roles(permission)).join(' · ') || '-' }),
        t('willRecord', { role: named, commands: listed.join(', ') || '-' }),
        t(secondFactor ? 'willNeedFactor' : 'willNeedNoFactor', { role: named }),
        t('willCount'),
      ]}
      act={t('editOf', { role: named })}
      send={async (key) => {
        const rules = { roles: { [role]: { may: allowed, commands: listed, secondFactor } } };
        const { position } = await send('/api/v1/access/rules', { headers: keyed(key), body: { rules } });
        return <RecordedInAccessLog said={t('didEdit')} position={position} />;
      }}
      onClose={onClose}
      fields={() => (
        <>
          <Checkbox.Group label={t('may')} value={[...may]} onChange={setMay}>
            {PERMISSION_NAMES.map((permission) => (
              <Checkbox key={permission} value={permission} label={roles(permission)} mt="xs" />
            ))}
          </Checkbox.Group>
          <Textarea
            label={t('records')}
            description={t('recordsHow')}
            rows={8}
            value={commands}
            onChange={({ currentTarget }) => {
              setCommands(currentTarget.value);
            }}
          />
          <Checkbox
            label={t('factor')}
            checked={secondFactor}
            onChange={({ currentTarget }) => {
              setSecondFactor(currentTarget.checked);
            }}
          />
        </>
      )}
    />
  );
}
