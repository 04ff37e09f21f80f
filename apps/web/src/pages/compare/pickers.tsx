import { Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { EffectiveSelect } from '../../clocks/effective-select.tsx';
import { MomentSelect } from '../../clocks/moment-select.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { compareTexts } from './texts.ts';
import { type Compared, useSetCompared, WHAT } from './use-compared.ts';

const YEAR = 'year';

/** The two moments and days, and what of them is compared. */
export function Pickers({ compared }: { readonly compared: Compared }): ReactNode {
  const t = useTexts(compareTexts);
  const set = useSetCompared();
  const { from, to, what, quarter, byQuarter } = compared;
  return (
    <div className={styles['pickers']}>
      <div className={styles['moments']}>
        <MomentSelect label={t('from')} value={from} onChange={(a) => set({ a: a ?? 'now' })} />
        <MomentSelect label={t('to')} value={to} onChange={(b) => set({ b: b ?? 'now' })} />
      </div>
      <NativeSelect
        label={t('through')}
        value={quarter ?? YEAR}
        onChange={({ currentTarget: { value } }) => set({ q: value })}
        data={[
          { value: YEAR, label: t('wholeYear') },
          ...['Q1', 'Q2', 'Q3', 'Q4'].map((value) => ({
            value,
            label: t('quarterNumber', { quarter: value.slice(1) }),
          })),
        ]}
      />
      <NativeSelect
        label={t('what')}
        value={what}
        onChange={({ currentTarget: { value } }) => set({ of: value })}
        data={WHAT.map((value) => ({ value, label: t(value) }))}
      />
      {what === 'quarterly' ? (
        <Checkbox
          label={t('byQuarter')}
          checked={byQuarter}
          onChange={({ currentTarget: { checked } }) => set({ by: checked ? 'quarter' : undefined })}
        />
      ) : null}
      <Days compared={compared} />
    </div>
  );
}

/** Most people compare two moments of knowledge; the other axis is one click away. */
function Days({ compared: { fromDay, toDay } }: { readonly compared: Compared }): ReactNode {
  const t = useTexts(compareTexts);
  const set = useSetCompared();
  return (
    <details className={styles['days']} open={fromDay !== undefined || toDay !== undefined}>
      <summary>{t('days')}</summary>
      <div className={styles['pickers']}>
        <EffectiveSelect label={t('fromDay')} value={fromDay} onChange={(da) => set({ da })} />
        <EffectiveSelect label={t('toDay')} value={toDay} onChange={(db) => set({ db })} />
      </div>
    </details>
  );
}
