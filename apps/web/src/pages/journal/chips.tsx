import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { useConditionWords } from './condition-words.ts';
import { type Conditions, CONDITIONS, NOTHING, useJournalView } from './filter.ts';
import styles from './page.module.css';
import { journalTexts } from './texts.ts';

/** The conditions in force; each goes by a click. */
export function Chips({ conditions }: { readonly conditions: Conditions }): ReactNode {
  const t = useTexts(journalTexts);
  const words = useConditionWords();
  const { set } = useJournalView();
  const given = CONDITIONS.flatMap((name) => {
    const value = conditions[name];
    return value === undefined ? [] : [[name, words(name, value)] as const];
  });
  if (given.length === 0) return null;
  return (
    <ul className={styles['chips']} aria-label={t('filter')}>
      {given.map(([name, what]) => (
        <li key={name}>
          <button type="button" aria-label={t('drop', { what })} onClick={() => set({ [name]: undefined })}>
            {what} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" onClick={() => set(NOTHING)}>
          {t('clear')}
        </button>
      </li>
    </ul>
  );
}
