import type { ReactNode } from 'react';
import { Baht } from '../../parts/figure.tsx';
import { useLineName } from '../../parts/line-name.ts';
import { sayAmount } from '../../texts/amounts.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { inboxTexts } from './texts.ts';
import type { Row } from './use-inbox.ts';

type EffectOf = NonNullable<Row['effect']>;

/** What a document would do to every line that it touches, decided on trial now; or why it would be refused. */
export function Effect({
  effect,
  named = false,
  inBaht = false,
}: {
  readonly effect: EffectOf;
  readonly named?: boolean;
  /** To the satang, whatever the unit of the page: of what somebody is about to decide. */
  readonly inBaht?: boolean;
}): ReactNode {
  const t = useTexts(inboxTexts);
  const lineName = useLineName();
  const printed = (baht: string) =>
    inBaht ? <span data-unrecorded>{sayAmount(baht, 'baht')}</span> : <Baht value={baht} />;
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
              {project} · {lineName(line)}:{' '}
            </span>
          ) : null}
          {printed(before)} → {printed(after)}
        </li>
      ))}
    </ul>
  );
}
