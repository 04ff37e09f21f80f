import { NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, type SubmitEvent } from 'react';
import { useSession } from '../api/session.ts';
import { TimeBar } from '../clocks/time-bar.tsx';
import { isUnit, UNITS } from '../texts/amounts.ts';
import { type Language, LANGUAGES } from '../texts/language.ts';
import { useTexts } from '../texts/texts.ts';
import { useFiscalYear, useFiscalYears } from './fiscal-year.ts';
import { OrganisationPicker } from './organisation-picker.tsx';
import { shellTexts } from './texts.ts';
import styles from './top-bar.module.css';
import { useSetView, useView } from './view.ts';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { th: 'ไทย', en: 'English' };

interface TopBarProps {
  /** Whether a narrow screen shows the menu and what else the bar offers. */
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Whose figures, of which year, at which clocks, in which unit and language. */
export function TopBar({ open, onToggle }: TopBarProps): ReactNode {
  const t = useTexts(shellTexts);
  const session = useSession();
  return (
    <header className={styles['bar']}>
      <Link to="/" className={styles['home']}>
        Obligo
      </Link>
      <TimeBar />
      <div className={styles['options']} data-open={open || undefined}>
        <OrganisationPicker />
        <YearPicker />
        <UnitPicker />
        <LanguagePicker />
        <Search />
      </div>
      {session ? (
        <Link
          to="/me"
          className={styles['me']}
          aria-label={t('me', { name: session.displayName ?? session.name })}
        >
          {session.displayName ?? session.name}
        </Link>
      ) : null}
      <button type="button" className={styles['toggle']} aria-expanded={open} onClick={onToggle}>
        ☰ {t('menu')}
      </button>
    </header>
  );
}

/** Million baht or baht, for the whole page. */
function UnitPicker(): ReactNode {
  const t = useTexts(shellTexts);
  const { unit } = useView();
  const setView = useSetView();
  return (
    <NativeSelect
      label={t('unit')}
      value={unit}
      onChange={({ currentTarget: { value } }) => {
        if (isUnit(value)) setView({ unit: value });
      }}
      data={UNITS.map((value) => ({ value, label: t(value) }))}
    />
  );
}

function LanguagePicker(): ReactNode {
  const t = useTexts(shellTexts);
  const { lang } = useView();
  const setView = useSetView();
  return (
    <div className={styles['languages']} role="group" aria-label={t('language')}>
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
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </div>
  );
}

/** The fiscal year of the page; another year keeps the page where it has one. */
function YearPicker(): ReactNode {
  const t = useTexts(shellTexts);
  const year = useFiscalYear();
  const known = useFiscalYears();
  const navigate = useNavigate();
  const years = [...new Set([year, ...(known ? [...known.years, known.today] : [])])].filter(Boolean);
  return (
    <NativeSelect
      label={t('fiscalYear')}
      value={year}
      data={years.sort().reverse()}
      onChange={({ currentTarget: { value } }) => {
        void navigate({ to: `/fy/${value}` });
      }}
    />
  );
}

function Search(): ReactNode {
  const t = useTexts(shellTexts);
  const navigate = useNavigate();
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('text');
    void navigate({
      to: '/journal',
      search: (before: object) => ({
        ...before,
        text: typeof text === 'string' && text !== '' ? text : undefined,
      }),
    });
  };
  return (
    <form role="search" className={styles['search']} onSubmit={onSubmit}>
      <input
        id="search"
        name="text"
        type="search"
        aria-label={t('search')}
        placeholder={`${t('search')}  /`}
      />
    </form>
  );
}
