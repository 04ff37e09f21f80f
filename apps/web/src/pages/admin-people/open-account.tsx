import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { send } from '../../api/use-send.ts';
import { useTexts } from '../../texts/texts.ts';
import { ChangeDialog } from '../admin-parts/change-dialog.tsx';
import { formTexts } from '../admin-parts/form-texts.ts';
import { LimitFields, useReadLimits } from '../admin-parts/limit-fields.tsx';
import { NO_LIMITS } from '../admin-parts/limits.ts';
import { ROLE_NAMES, type RoleName, roleTexts } from '../../parts/role-texts.ts';
import { saidIn, useTyped } from '../admin-parts/use-typed.ts';
import { Invitation } from './invitation.tsx';
import { peopleTexts } from './texts.ts';

const FIELD_IDS = {
  'name-malformed': 'person-name',
  'name-taken': 'person-name',
  name: 'person-name',
  displayName: 'person-displayName',
  email: 'person-email',
};

const EMPTY = { name: '', displayName: '', email: '', reason: '' };

/** Opens the account of a person, with a first role within limits; the answer is a code to pass on. */
export function OpenAccount({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTexts(peopleTexts);
  const roles = useTexts(roleTexts);
  const { typed, input, missing } = useTyped('person', EMPTY);
  const [role, setRole] = useState<RoleName | ''>('');
  const [limits, setLimits] = useState(NO_LIMITS);
  const read = useReadLimits(limits);
  const name = typed.name.trim();
  const { displayName = name } = saidIn(typed);
  const granted = role === '' ? [] : [{ role, ...(read.limits ? { limits: read.limits } : {}) }];
  const openAccount = async () => {
    const body = { ...saidIn(typed), name, roles: granted };
    const { invitation, ...person } = await send('/api/v1/people', { body });
    return <Invitation said={t('didOpen', { name: person.name })} name={person.name} {...invitation} />;
  };

  return (
    <ChangeDialog
      title={t('open')}
      fieldIds={FIELD_IDS}
      check={() => [...missing(['name'], t), ...(role === '' ? [] : read.faults)]}
      review={() => [
        t('willOpen', { name, shown: displayName }),
        role === '' ? t('noRole') : t('willGive', { role: roles(role), limits: read.said }),
        t('willInvite'),
      ]}
      act={t('actOpen', { name })}
      send={openAccount}
      onClose={onClose}
      fields={(faultOf) => (
        <>
          <PersonFields input={(field) => input(field, faultOf)} />
          <NativeSelect
            id="person-role"
            label={t('role')}
            value={role}
            onChange={({ currentTarget }) => {
              setRole(ROLE_NAMES.find((each) => each === currentTarget.value) ?? '');
            }}
            data={[
              { value: '', label: t('noRole') },
              ...ROLE_NAMES.map((value) => ({ value, label: roles(value) })),
            ]}
          />
          {role === '' ? null : <LimitFields typed={limits} onTyped={setLimits} faultOf={faultOf} />}
        </>
      )}
    />
  );
}

interface PersonFieldsProps {
  readonly input: (field: keyof typeof EMPTY) => object;
}

function PersonFields({ input }: PersonFieldsProps): ReactNode {
  const t = useTexts(peopleTexts);
  const form = useTexts(formTexts);
  const optional = (label: string): string => `${label} ${form('optional')}`;
  return (
    <>
      <TextInput
        {...input('name')}
        label={t('name')}
        description={t('nameHow')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextInput {...input('displayName')} label={optional(t('displayName'))} />
      <TextInput {...input('email')} label={optional(t('email'))} type="email" />
      <TextInput {...input('reason')} label={optional(form('reason'))} />
    </>
  );
}
