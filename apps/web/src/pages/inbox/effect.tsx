import type { ReactNode } from 'react';
import { Baht } from '../../parts/figure.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { inboxTexts } from './texts.ts';
import type { Row } from './use-inbox.ts';

type EffectOf = NonNullable<Row['effect']>;

/** What a document would do to every line that it touches, decided on trial now; or why it would be refused. */
export function Effect({
  effect,
  named = false,
}: {
  readonly effect: EffectOf;
  readonly named?: boolean;
}): ReactNode {
  const t = useTexts(inboxTexts);
  if (effect.refused !== undefined) {
    return (
      <span className={styles['bad']}>
        <span aria-hidden="true">▲ </span>
        {t('wouldBeRefused')} ({effect.refused.code})
      </span>
    );
  }
  return (
    <ul className={styles['lines']}>
      {effect.available.map(({ project, line, before, after }) => (
        <li key={`${project}·${line.fundSource}·${line.category}`}>
          {named ? (
            <span className={styles['dimmed']}>
              {project} · {line.fundSource} · {line.category}:{' '}
            </span>
          ) : null}
          <Baht value={before} /> → <Baht value={after} />
        </li>
      ))}
    </ul>
  );
}
