import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import { adminTexts } from './admin-texts.ts';
import { NoRight } from '../../parts/no-right.tsx';
import styles from './parts.module.css';

const PAGES = [
  'people',
  'roles',
  'tokens',
  'policy',
  'periods',
  'accounts',
  'organisation',
  'health',
] as const;

type AdminPageProps = Omit<Parameters<typeof Page>[0], 'title'> & {
  readonly page: (typeof PAGES)[number];
  /** Whether the page shows how things are now, whatever the clocks say. */
  readonly nowOnly?: boolean;
};

const isNoRight = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.isForbidden;

/** A page of settings, with the way to the others; settings are events, so a past view shows them as they were. */
export function AdminPage(props: AdminPageProps): ReactNode {
  const { page, nowOnly = false, answers = [], children, ...rest } = props;
  const t = useTexts(adminTexts);
  const { isPast } = useClocks();
  const refused = answers.map(({ error }) => error).find(isNoRight);
  const note = isPast ? <p className={styles['note']}>{t(nowOnly ? 'nowOnly' : 'past')}</p> : null;
  return (
    <>
      <nav className={styles['tabs']} aria-label={t('admin')}>
        {PAGES.map((name) => (
          <Link key={name} to={`/admin/${name}`} activeOptions={{ includeSearch: false }}>
            {t(name)}
          </Link>
        ))}
      </nav>
      {refused ? (
        <Page title={t(page)}>
          <NoRight problem={refused} />
        </Page>
      ) : (
        <Page title={t(page)} answers={answers} {...rest}>
          {() => (
            <>
              {note}
              {typeof children === 'function' ? children() : children}
            </>
          )}
        </Page>
      )}
    </>
  );
}
