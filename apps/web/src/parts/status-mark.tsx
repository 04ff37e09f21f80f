import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts.ts';
import styles from './status-mark.module.css';
import { partTexts } from './texts.ts';

export type Status = 'done' | 'on_plan' | 'not_started' | 'late';

const MARKS = {
  done: { shape: '●', text: 'done' },
  on_plan: { shape: '◑', text: 'onPlan' },
  not_started: { shape: '○', text: 'notStarted' },
  late: { shape: '▲', text: 'late' },
} as const;

/** A status by shape, word and colour, so that it survives print without colours. */
export function StatusMark({ status }: { readonly status: Status }): ReactNode {
  const t = useTexts(partTexts);
  const { shape, text } = MARKS[status];
  return (
    <span className={styles['mark']} data-status={status}>
      <span aria-hidden="true">{shape}</span> {t(text)}
    </span>
  );
}
