import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import type { DocumentLife } from './chain.ts';
import styles from './page.module.css';
import { documentTexts } from './texts.ts';

/** The files that the entries rest on, by their digest. */
export function EvidenceList({ steps }: Pick<DocumentLife, 'steps'>): ReactNode {
  const t = useTexts(documentTexts);
  const places = new Map(steps.map((step) => [step.position, step.evidence]));
  const files = [...places].flatMap(([position, evidence]) =>
    evidence.map((file) => ({ position, ...file })),
  );
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{t('evidence')}</h2>
      {files.length === 0 ? <p>{t('evidenceNone')}</p> : null}
      <ul>
        {files.map(({ position, name, sha256, reference }) => (
          <li key={`${position} ${sha256}`}>
            {name}
            {reference === undefined ? '' : ` · ${reference}`}{' '}
            <Link to="/e/$position" params={{ position }}>
              {t('evidenceAt', { position })}
            </Link>
            <span className={styles['digest']}>{t('digest', { digest: sha256 })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
