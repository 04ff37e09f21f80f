import type { ReactNode } from 'react';
import { EventLink } from '../../parts/event-link/event-link.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { type Happening, useHappeningWords } from './history-words.ts';
import styles from './page.module.css';
import { kpiPageTexts } from './texts.ts';

/** What was said of a KPI, in the order in which it became known; what was replaced stays to be seen. */
export function History({ history }: { readonly history: readonly Happening[] }): ReactNode {
  const t = useTexts(kpiPageTexts);
  const { date, time } = useDates();
  const words = useHappeningWords();
  return (
    <FigureTable caption={t('history')} amounts={false}>
      <thead>
        <tr>
          <th scope="col">{t('position')}</th>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('effectiveOn')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('recordedBy')}</th>
          <th scope="col">{t('why')}</th>
        </tr>
      </thead>
      <tbody>
        {history.map((happening) => (
          <tr key={happening.position}>
            <td>
              <EventLink position={happening.position} />
            </td>
            <td className="moment">{time(happening.bookedAt)}</td>
            <td className="moment">{date(happening.effectiveOn)}</td>
            <td className={styles['stated']}>{words(happening)}</td>
            <td>{happening.actor}</td>
            <td className={styles['stated']}>
              {[happening.reason, happening.source].filter((text) => text !== null).join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

/** What the results rest on: files by their digests, and each source once, with the entries that name it. */
export function Evidence({ history }: { readonly history: readonly Happening[] }): ReactNode {
  const t = useTexts(kpiPageTexts);
  const results = history.filter(({ type }) => type.startsWith('KpiResult'));
  const sources = Map.groupBy(
    results.filter(({ source }) => source !== null),
    ({ source }) => source ?? '',
  );
  const files = results.flatMap(({ position, evidence }) => evidence.map((file) => ({ ...file, position })));
  return (
    <section>
      <h2>{t('evidence')}</h2>
      {sources.size + files.length === 0 ? <p>{t('noEvidence')}</p> : null}
      <ul>
        {files.map(({ name, sha256, position }) => (
          <li key={`${position}·${sha256}`} className={styles['stated']}>
            {name} <span className={styles['dimmed']}>{t('digest', { digest: sha256 })}</span>{' '}
            <EventLink position={position} />
          </li>
        ))}
        {[...sources].map(([source, own]) => (
          <li key={source}>
            {source}{' '}
            {own.map(({ position }) => (
              <span key={position}>
                <EventLink position={position} />{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
