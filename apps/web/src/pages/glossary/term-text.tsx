import type { ReactNode } from 'react';
import { glossary, type TermId } from '#glossary';
import { LANGUAGES, useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { glossaryTexts } from './texts.ts';

/** A word in both languages, its meaning in the one of the page, and a warning where its use varies. */
export function TermText({ id }: { readonly id: TermId }): ReactNode {
  const t = useTexts(glossaryTexts);
  const language = useLanguage();
  const { name, meaning, varies } = glossary[id];
  const other = LANGUAGES.find((each) => each !== language) ?? language;
  return (
    <>
      <dt id={`term-${id}`} className={styles['word']}>
        {name[language]}{' '}
        <span lang={other} className={styles['other']}>
          {name[other]}
        </span>
      </dt>
      <dd className={styles['meaning']}>
        {meaning[language]}
        {varies ? (
          <p className={styles['varies']}>
            <span aria-hidden="true">◇</span> {t('varies')}
          </p>
        ) : null}
      </dd>
    </>
  );
}
