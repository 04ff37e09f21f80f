import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Of } from '../admin-parts/of.tsx';
import type { PeriodChange } from './change-period.tsx';
import styles from './page.module.css';
import { periodsTexts } from './texts.ts';

export type State = 'open' | 'soft-closed' | 'closed';

/** A change of a period that was chosen. */
export interface Changing {
  readonly change: PeriodChange;
  readonly period: string;
  /** How the page calls the period. */
  readonly named: string;
}

/** What can be done with a period that holds months of these states. */
const changesOf = (states: readonly State[]): readonly PeriodChange[] => [
  ...(states.includes('open') ? (['softClose'] as const) : []),
  ...(states.some((state) => state !== 'closed') ? (['close'] as const) : []),
  ...(states.some((state) => state !== 'open') ? (['reopen'] as const) : []),
];

const SHAPES: Readonly<Record<State, string>> = { open: '○', 'soft-closed': '◑', closed: '●' };

/** The state of a month by shape and word. */
export function PeriodState({ state }: { readonly state: State }): ReactNode {
  const t = useTexts(periodsTexts);
  return (
    <span className={styles['state']}>
      <span aria-hidden="true">{SHAPES[state]}</span> {t(state)}
    </span>
  );
}

interface PeriodMenuProps {
  readonly period: string;
  readonly named: string;
  readonly states: readonly State[];
  readonly onChange: ((changing: Changing) => void) | undefined;
}

/** What can be done with a month, a quarter or the year. */
export function PeriodMenu({ period, named, states, onChange }: PeriodMenuProps): ReactNode {
  const t = useTexts(periodsTexts);
  if (onChange === undefined) return '-';
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="compact-sm">
          {t('change')}
          <Of what={named} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {changesOf(states).map((change) => (
          <Menu.Item
            key={change}
            onClick={() => {
              onChange({ change, period, named });
            }}
          >
            {t(change)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
