import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { send } from '../../api/use-send.ts';
import { useTexts } from '../../texts/texts.ts';
import { ChangeDialog } from '../admin-parts/change-dialog.tsx';
import { formTexts } from '../admin-parts/form-texts.ts';
import { keyed } from '../../api/idempotency-key.ts';
import { LimitFields, useReadLimits } from '../admin-parts/limit-fields.tsx';
import { NO_LIMITS } from '../admin-parts/limits.ts';
import { RecordedInAccessLog } from '../admin-parts/recorded.tsx';
import { saidIn, useTyped } from '../admin-parts/use-typed.ts';
import { ROLE_NAMES, type RoleName, roleTexts } from '../../parts/role-texts.ts';
import { rolesTexts } from './texts.ts';

const FIELD_IDS = {
  subject: 'grant-subject',
  'subject-malformed': 'grant-subject',
  'account-unknown': 'grant-subject',
  'account-closed': 'grant-subject',
  'roles-apart': 'grant-role',
  'service-only-reads': 'grant-role',
  role: 'grant-role',
};

/** Gives an account, or a service, a role within limits. */
export function GrantRole({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTexts(rolesTexts);
  const form = useTexts(formTexts);
  const roles = useTexts(roleTexts);
  const { typed, input, missing } = useTyped('grant', { subject: '', reason: '' });
  const [role, setRole] = useState<RoleName>('maker');
  const [limits, setLimits] = useState(NO_LIMITS);
  const read = useReadLimits(limits);
  const subject = typed.subject.trim();
  const will = t('willGrant', { subject, role: roles(role) });
  const give = async (key: string) => {
    const limited = read.limits === undefined ? {} : { limits: read.limits };
    const body = { ...saidIn(typed), subject, role, ...limited };
    const { position } = await send('/api/v1/access/grants', { headers: keyed(key), body });
    return <RecordedInAccessLog said={t('didGrant')} position={position} />;
  };
  return (
    <ChangeDialog
      title={t('grant')}
      fieldIds={FIELD_IDS}
      check={() => [...missing(['subject'], t), ...read.faults]}
      review={() => [will, t('willLimit', { limits: read.said }), t('willCount')]}
      act={will}
      send={give}
      onClose={onClose}
      fields={(faultOf) => (
        <>
          <TextInput
            {...input('subject', faultOf)}
            label={t('subject')}
            autoCapitalize="none"
            spellCheck={false}
          />
          <NativeSelect
            id="grant-role"
            label={t('role')}
            value={role}
            error={faultOf('grant-role')}
            onChange={({ currentTarget }) => {
              setRole(ROLE_NAMES.find((each) => each === currentTarget.value) ?? role);
            }}
            data={ROLE_NAMES.map((value) => ({ value, label: roles(value) }))}
          />
          <LimitFields typed={limits} onTyped={setLimits} faultOf={faultOf} />
          <TextInput {...input('reason', faultOf)} label={`${form('reason')} ${form('optional')}`} />
        </>
      )}
    />
  );
}
