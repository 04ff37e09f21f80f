import type { ReactNode } from 'react';
import { useSetView, useView } from '../../app/view.ts';
import { Page } from '../../parts/page.tsx';
import { LANGUAGES } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { signInTexts } from './texts.ts';

const NAMES = { th: 'ไทย', en: 'English' } as const;

interface OpenPageProps {
  readonly title: string;
  readonly titlePrefix?: string;
  readonly children: ReactNode;
}

/** A page for whoever is not signed in: the product, the language, and one thing to do. */
export function OpenPage({ title, titlePrefix = '', children }: OpenPageProps): ReactNode {
  const t = useTexts(signInTexts);
  const { lang } = useView();
  const setView = useSetView();
  return (
    <div className={styles['open']}>
      <header className={styles['head']}>
        <span className={styles['product']}>{t('product')}</span>
        <div role="group" aria-label={t('language')} className={styles['languages']}>
          {LANGUAGES.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              aria-pressed={language === lang}
              onClick={() => {
                setView({ lang: language });
              }}
            >
              {NAMES[language]}
            </button>
          ))}
        </div>
      </header>
      <Page title={title} titlePrefix={titlePrefix}>
        {children}
      </Page>
    </div>
  );
}
