import { ActionIcon } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Content } from '../../parts/page.tsx';
import { IN_WORK, RECORDED, removeSheet } from '../../sheets/drafts.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { importTexts } from './texts.ts';

const SHOWN = 20;

/** My sheets: those in work, and those that were recorded. */
export function LastSheets(): ReactNode {
  const t = useTexts(importTexts);
  const { time } = useDates();
  const queries = useQueryClient();
  const answer = useAnswer('/api/v1/desk/drafts', {});
  const sheets = (answer.data?.drafts ?? [])
    .filter(({ kind }) => kind === IN_WORK || kind === RECORDED)
    .slice(0, SHOWN);
  return (
    <section aria-labelledby="last-title">
      <h2 id="last-title">{t('lastTitle')}</h2>
      <Content answers={[answer]}>
        {sheets.length === 0 ? <p className={styles['dimmed']}>{t('lastNone')}</p> : null}
        <ul className={styles['list']}>
          {sheets.map(({ id, title, kind, changedAt }) => (
            <li key={id}>
              <Link to="/import/$id" params={{ id }}>
                {title}
              </Link>
              <span>{t(kind === RECORDED ? 'recorded' : 'inWork')}</span>
              <span className={styles['dimmed']}>{t('changed', { time: time(changedAt) })}</span>
              <ActionIcon
                variant="subtle"
                aria-label={t('remove', { name: title })}
                onClick={() => void removeSheet(id).then(() => queries.invalidateQueries())}
              >
                <span aria-hidden="true">✕</span>
              </ActionIcon>
            </li>
          ))}
        </ul>
      </Content>
    </section>
  );
}
