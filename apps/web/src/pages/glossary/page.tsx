import { TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { findTerms, THEMES, type TermId, type Theme } from '#glossary';
import { Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { TermText } from './term-text.tsx';
import { glossaryTexts } from './texts.ts';

const IDS = Object.keys(THEMES) as readonly Theme[];

/** Every word of the ledger by theme; what is searched for stands in the address. */
export default function GlossaryPage(): ReactNode {
  const t = useTexts(glossaryTexts);
  const navigate = useNavigate();
  const search: { q?: unknown } = useSearch({ strict: false });
  const wanted = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q) : '';
  const found = findTerms(wanted);
  const setWanted = (q: string) => {
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, q: q === '' ? undefined : q }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <Page title={t('title')}>
      <TextInput
        type="search"
        label={t('search')}
        defaultValue={wanted}
        className={styles['search']}
        onChange={({ currentTarget }) => {
          setWanted(currentTarget.value);
        }}
      />
      <p role="status">{found.length === 0 ? t('none') : t('found', { count: found.length })}</p>
      {IDS.map((theme) => (
        <ThemeTerms key={theme} theme={theme} ids={found.filter((id) => id in THEMES[theme])} />
      ))}
    </Page>
  );
}

function ThemeTerms({ theme, ids }: { readonly theme: Theme; readonly ids: readonly TermId[] }): ReactNode {
  const t = useTexts(glossaryTexts);
  if (ids.length === 0) return null;
  return (
    <section aria-labelledby={`theme-${theme}`}>
      <h2 id={`theme-${theme}`}>{t(theme)}</h2>
      <dl className={styles['terms']}>
        {ids.map((id) => (
          <TermText key={id} id={id} />
        ))}
      </dl>
    </section>
  );
}
