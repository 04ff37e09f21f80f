import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { bahtOf } from '../admin-parts/typed-fields.tsx';
import { policyPageTexts } from './page-texts.ts';
import { type Path, valueAt } from './path.ts';
import { useSayPolicy } from './say-value.ts';
import type { Setting } from './settings.ts';

interface SettingFieldProps {
  readonly setting: Setting;
  /** Where the group of the setting stands in the policy: nowhere, or an entry of a list. */
  readonly within: Path;
  readonly policy: unknown;
  readonly onSet: (path: Path, value: unknown) => void;
  readonly faultOf: (id: string) => string | undefined;
}

/** The id of an input, by the place of its setting: refusals name the same place. */
export const idOfPlace = (path: Path): string => `policy-${path.join('.')}`;

/** One setting as an input of its kind. */
export function SettingField({ setting, within, policy, onSet, faultOf }: SettingFieldProps): ReactNode {
  const say = useSayPolicy();
  const path = [...within, ...setting.path];
  const id = idOfPlace(path);
  const value = valueAt(policy, path);
  const label = say.label(setting);
  const set = (given: unknown) => {
    onSet(path, given);
  };
  switch (setting.kind) {
    case 'flag':
      return (
        <Checkbox
          id={id}
          label={label}
          checked={value === true}
          onChange={({ currentTarget }) => {
            set(currentTarget.checked);
          }}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          id={id}
          label={label}
          value={String(value)}
          error={faultOf(id)}
          data={setting.choices.map((choice) => ({ value: choice, label: say.sayChoice(choice) }))}
          onChange={({ currentTarget }) => {
            set(currentTarget.value);
          }}
        />
      );
    case 'choices':
      return <Choices {...{ setting, label, value, set }} />;
    default:
      return <Typed {...{ setting, id, label, value, set, error: faultOf(id) }} />;
  }
}

interface InputProps<Kind> {
  readonly setting: Kind;
  readonly label: string;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

function Choices({
  setting,
  label,
  value,
  set,
}: InputProps<Extract<Setting, { kind: 'choices' }>>): ReactNode {
  const say = useSayPolicy();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <Checkbox.Group
      label={label}
      value={chosen}
      onChange={(next) => {
        set(setting.choices.filter((choice) => next.includes(choice)));
      }}
    >
      {setting.choices.map((choice) => (
        <Checkbox key={choice} value={choice} label={say.sayChoice(choice)} mt={4} />
      ))}
    </Checkbox.Group>
  );
}

type TypedSetting = Exclude<Setting, { kind: 'flag' | 'choice' | 'choices' }>;

/**
 * What a text stands for in the policy; what cannot be read stays as it was typed, and the ledger says why. A list of
 * codes is read when it is complete: a comma that is being typed would vanish.
 */
function readAs(kind: TypedSetting['kind'], typed: string, needed: boolean): unknown {
  if (kind === 'codes') return typed;
  if (typed.trim() === '') return needed ? '' : undefined;
  if (kind === 'count') return /^\d{1,6}$/.test(typed.trim()) ? Number.parseInt(typed, 10) : typed;
  return typed;
}

function Typed(
  props: InputProps<TypedSetting> & { readonly id: string; readonly error: string | undefined },
): ReactNode {
  const { setting, id, label, value, set, error } = props;
  const t = useTexts(policyPageTexts);
  const { kind } = setting;
  const shown = Array.isArray(value) ? value.join(', ') : typeof value === 'number' ? String(value) : value;
  return (
    <TextInput
      id={id}
      label={label}
      error={error}
      placeholder={setting.needed || kind === 'codes' ? undefined : t('nothing')}
      inputMode={kind === 'text' || kind === 'codes' ? 'text' : 'decimal'}
      value={typeof shown === 'string' ? shown : ''}
      onChange={({ currentTarget }) => {
        set(readAs(kind, currentTarget.value, setting.needed ?? false));
      }}
      onBlur={({ currentTarget }) => {
        const baht = kind === 'baht' ? bahtOf(currentTarget.value) : undefined;
        if (baht !== undefined) set(baht);
      }}
    />
  );
}
