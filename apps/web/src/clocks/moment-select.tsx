import { NativeSelect } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { clockTexts } from './texts.ts';
import { useMoments, usePlaceWords, useResolved } from './use-moments.ts';

const MomentDialog = lazy(() => import('./moment-dialog.tsx'));

const TIME = 'time';
const POSITION = 'position';

interface MomentSelectProps {
  readonly label: string;
  /** A position; now when absent. */
  readonly value: string | undefined;
  readonly onChange: (position: string | undefined) => void;
  readonly fiscalYear?: string;
}

/** Chooses a moment of knowledge: now, one with a name, a typed date or time, a position. */
export function MomentSelect({ label, value, onChange, fiscalYear }: MomentSelectProps): ReactNode {
  const t = useTexts(clockTexts);
  const moments = useMoments(fiscalYear) ?? [];
  const words = usePlaceWords();
  const [asking, setAsking] = useState<typeof TIME | typeof POSITION>();
  const { data } = useResolved(value);
  const isNamed = value === undefined || moments.some(({ position }) => position === value);
  return (
    <>
      <NativeSelect
        label={label}
        value={value ?? ''}
        onChange={({ currentTarget: { value: chosen } }) => {
          if (chosen === TIME || chosen === POSITION) setAsking(chosen);
          else onChange(chosen === '' ? undefined : chosen);
        }}
      >
        <option value="">{t('now')}</option>
        {isNamed ? null : <option value={value}>{words(data?.knownAt ?? { position: value })}</option>}
        {moments.length === 0 ? null : (
          <optgroup label={t('named')}>
            {moments.map(({ position, label: name }) => (
              <option key={position} value={position}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t('other')}>
          <option value={TIME}>{t('typedTime')}</option>
          <option value={POSITION}>{t('typedPosition')}</option>
        </optgroup>
      </NativeSelect>
      {asking === undefined ? null : (
        <Suspense>
          <MomentDialog
            kind={asking}
            onClose={() => {
              setAsking(undefined);
            }}
            onChoose={onChange}
          />
        </Suspense>
      )}
    </>
  );
}
