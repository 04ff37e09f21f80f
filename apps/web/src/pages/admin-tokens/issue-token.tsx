import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { send } from '../../api/use-send.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { ChangeDialog } from '../admin-parts/change-dialog.tsx';
import { LimitFields, useReadLimits } from '../admin-parts/limit-fields.tsx';
import { NO_LIMITS } from '../admin-parts/limits.ts';
import { roleTexts } from '../../parts/role-texts.ts';
import { ShownOnce } from '../admin-parts/shown-once.tsx';
import { DayField, dayOf } from '../admin-parts/typed-fields.tsx';
import { useTyped } from '../admin-parts/use-typed.ts';
import { tokensTexts } from './texts.ts';

/** Roles that a service can have: they read, or operate. */
const SERVICE_ROLES = ['reader', 'auditor', 'operator'] as const;

const FIELD_IDS = { name: 'token-name', 'name-in-use': 'token-name', expiresOn: 'token-expires' };

/** Gives another system a token that reads; it is shown once. */
export function IssueToken({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTexts(tokensTexts);
  const roles = useTexts(roleTexts);
  const { date } = useDates();
  const { typed, input, field, missing } = useTyped('token', { name: '', expires: '' });
  const [role, setRole] = useState<(typeof SERVICE_ROLES)[number]>('reader');
  const [limits, setLimits] = useState(NO_LIMITS);
  const read = useReadLimits(limits);
  const name = typed.name.trim();
  const day = dayOf(typed.expires);
  const unread = day === undefined ? [{ field: 'token-expires', message: t('expiresHow') }] : [];
  const issue = async () => {
    const limited = read.limits ? { limits: read.limits } : {};
    const body = { name, role, expiresOn: day ?? '', ...limited };
    const { token } = await send('/api/v1/service-tokens', { body });
    return <ShownOnce label={t('shown', { name })} value={token} testId="service-token" />;
  };
  return (
    <ChangeDialog
      title={t('issue')}
      fieldIds={FIELD_IDS}
      check={() => [...missing(['name'], t), ...unread, ...read.faults]}
      review={() => [
        t('willIssue', { name, role: roles(role), day: day === undefined ? '' : date(day) }),
        read.said,
        t('willShow'),
      ]}
      act={t('actIssue', { name })}
      send={issue}
      onClose={onClose}
      fields={(faultOf) => (
        <>
          <TextInput {...input('name', faultOf)} label={t('name')} description={t('nameHow')} />
          <NativeSelect
            label={t('role')}
            value={role}
            onChange={({ currentTarget }) => {
              setRole(SERVICE_ROLES.find((each) => each === currentTarget.value) ?? role);
            }}
            data={SERVICE_ROLES.map((value) => ({ value, label: roles(value) }))}
          />
          <DayField {...field('expires', t('expires'), faultOf)} description={t('expiresHow')} />
          <LimitFields typed={limits} onTyped={setLimits} faultOf={faultOf} />
        </>
      )}
    />
  );
}
