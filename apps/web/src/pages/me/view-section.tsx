import { NativeSelect, Switch, useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { shortcutsAreOn } from '../../app/preferences.ts';
import { useView } from '../../app/view.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { type Preferences, useChoose } from './preferences.ts';
import { meTexts } from './texts.ts';

const LANGUAGES = [
  { value: 'th', label: 'ไทย' },
  { value: 'en', label: 'English' },
] as const;

/** Language, unit, colours and keys: kept as soon as they are chosen. */
export function ViewSection({ preferences }: { readonly preferences: Preferences }): ReactNode {
  const t = useTexts(meTexts);
  const { lang, unit } = useView();
  const { colorScheme } = useMantineColorScheme();
  const choose = useChoose();
  const [kept, setKept] = useState(false);
  const [failed, setFailed] = useState<Error>();
  const keep = (change: Preferences) => {
    setKept(false);
    setFailed(undefined);
    choose(preferences, change).then(
      () => {
        setKept(true);
      },
      (error: unknown) => {
        setFailed(error instanceof Error ? error : new Error(String(error)));
      },
    );
  };
  const select = <V extends string>(
    name: 'language' | 'unit' | 'theme',
    value: V,
    data: readonly { readonly value: V; readonly label: string }[],
  ) => (
    <NativeSelect
      label={t(name)}
      value={value}
      data={[...data]}
      onChange={({ currentTarget }) => {
        const chosen = data.find((each) => each.value === currentTarget.value);
        if (chosen) keep({ [name]: chosen.value });
      }}
    />
  );
  const shown = <V extends 'million' | 'baht' | 'auto' | 'light' | 'dark'>(...values: readonly V[]) =>
    values.map((value) => ({ value, label: t(value) }));
  return (
    <section aria-labelledby="me-view">
      <h2 id="me-view">{t('view')}</h2>
      <p className={styles['note']}>
        {t('viewHow')} <span role="status">{kept ? `✓ ${t('kept')}` : ''}</span>
      </p>
      {failed === undefined ? null : <ProblemPanel error={failed} />}
      <div className={styles['choices']}>
        {select('language', lang, LANGUAGES)}
        {select('unit', unit, shown('million', 'baht'))}
        {select('theme', colorScheme, shown('auto', 'light', 'dark'))}
      </div>
      <Switch
        label={t('shortcuts')}
        defaultChecked={preferences.shortcuts ?? shortcutsAreOn()}
        onChange={({ currentTarget }) => {
          keep({ shortcuts: currentTarget.checked });
        }}
      />
    </section>
  );
}
