import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { DRAFT_KIND } from './use-report-draft.ts';
import { reportsTexts } from './texts.ts';
import styles from './page.module.css';

/** Reports that somebody began to lay out, to be continued. */
export function Drafts(): ReactNode {
  const t = useTexts(reportsTexts);
  const { time } = useDates();
  const { data } = useAnswer('/api/v1/desk/drafts', { params: { query: { kind: DRAFT_KIND } } });
  if (data === undefined || data.drafts.length === 0) return null;
  return (
    <section className={styles['section']} aria-labelledby="drafts">
      <h2 id="drafts">{t('drafts')}</h2>
      <ul>
        {data.drafts.map(({ id, title, changedAt }) => (
          <li key={id}>
            <Link
              to="/reports/new"
              search={(before: Record<string, unknown>) => ({ ...before, draft: id })}
              aria-label={`${t('continue')} ${title}`}
            >
              {title}
            </Link>{' '}
            · {t('changedAt', { time: time(changedAt) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
