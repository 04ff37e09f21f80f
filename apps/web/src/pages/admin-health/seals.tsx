import type { ReactNode } from 'react';
import type { AnswerOf } from '../../api/use-answer.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import parts from '../admin-parts/parts.module.css';
import { healthTexts } from './texts.ts';

type SealStatus = AnswerOf<'/api/v1/status'>['seals'];

/** How the sealing of both logs stands. */
export function Seals({ seals }: { readonly seals: SealStatus }): ReactNode {
  const t = useTexts(healthTexts);
  const { time } = useDates();
  const { standing, tail, latest, problem, publication } = seals;
  const published = publication.map(({ path, lag }) => t('publishedSaid', { path, lag })).join(' · ');
  return (
    <section aria-labelledby="health-seals">
      <h2 id="health-seals">{t('seals')}</h2>
      <p>{t(standing)}</p>
      {problem === null ? null : (
        <p lang="en">
          {problem.message} ({problem.code})
        </p>
      )}
      <dl className={parts['facts']}>
        <dt>{t('tail')}</dt>
        <dd>{t('tailSaid', { events: tail.events + tail.accessEvents, seconds: tail.seconds })}</dd>
        <dt>{t('latest')}</dt>
        <dd>
          {latest === null
            ? t('never')
            : t('latestSaid', { number: latest.number, size: latest.size, time: time(latest.time) })}
        </dd>
        <dt>{t('published')}</dt>
        <dd>{published === '' ? t('nowhere') : published}</dd>
      </dl>
    </section>
  );
}
