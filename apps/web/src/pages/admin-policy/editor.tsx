import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Of } from '../admin-parts/of.tsx';
import styles from './page.module.css';
import { policyPageTexts } from './page-texts.ts';
import { type Path, valueAt, withValueAt } from './path.ts';
import { useSayPolicy } from './say-value.ts';
import { SettingField } from './setting-field.tsx';
import { LISTS, type RuleList, SINGLE } from './settings.ts';

interface EditorProps {
  readonly policy: unknown;
  readonly onChange: (policy: unknown) => void;
  readonly faultOf: (id: string) => string | undefined;
}

/** Every setting of a policy as a form; what it says is tried before it is set. */
export function PolicyEditor({ policy, onChange, faultOf }: EditorProps): ReactNode {
  const onSet = (path: Path, value: unknown) => {
    onChange(withValueAt(policy, path, value));
  };
  return (
    <>
      <div className={styles['fields']}>
        {SINGLE.map((setting) => (
          <SettingField key={setting.label} {...{ setting, within: [], policy, onSet, faultOf }} />
        ))}
      </div>
      {LISTS.map((list) => (
        <RuleListEditor key={list.label} {...{ list, policy, onSet, faultOf }} />
      ))}
    </>
  );
}

interface RuleListEditorProps {
  readonly list: RuleList;
  readonly policy: unknown;
  readonly onSet: (path: Path, value: unknown) => void;
  readonly faultOf: (id: string) => string | undefined;
}

function RuleListEditor({ list, policy, onSet, faultOf }: RuleListEditorProps): ReactNode {
  const t = useTexts(policyPageTexts);
  const { listLabel } = useSayPolicy();
  const found = valueAt(policy, list.path);
  const rules: readonly unknown[] = Array.isArray(found) ? found : [];
  return (
    <fieldset className={styles['rules']}>
      <legend>{listLabel(list)}</legend>
      {rules.map((rule, at) => (
        // A rule has no other name than its place.
        <fieldset key={at} className={styles['rule']}>
          <legend>{t('rule', { number: at + 1 })}</legend>
          <div className={styles['fields']}>
            {list.entry(rule).map((setting) => (
              <SettingField
                key={setting.path.join('.')}
                {...{ setting, within: [...list.path, at], policy, onSet, faultOf }}
              />
            ))}
          </div>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              onSet(
                list.path,
                rules.filter((_, other) => other !== at),
              );
            }}
          >
            {t('remove')}
            <Of what={`${listLabel(list)} ${at + 1}`} />
          </Button>
        </fieldset>
      ))}
      {rules.length === 0 ? <p>{t('nothing')}</p> : null}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => {
          onSet(list.path, [...rules, list.fresh]);
        }}
      >
        {t('add')}
        <Of what={listLabel(list)} />
      </Button>
    </fieldset>
  );
}
