import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import type { Publication } from './publication.ts';
import { reportsTexts } from './texts.ts';
import { withoutClock } from './without-clock.ts';

/** Who published it, when and why; the digests, and the code that paper is held against. */
export function Receipt({ told }: { readonly told: Publication }): ReactNode {
  const t = useTexts(reportsTexts);
  const { time } = useDates();
  const { position, publishedAt, publishedBy, reason, digest, figuresDigest, receiptUrl, code } = told;
  return (
    <section className={styles['section']} aria-labelledby="receipt">
      <h2 id="receipt">{t('receipt')}</h2>
      <div className={styles['beside']}>
        <dl className={styles['facts']}>
          <dt>{t('publishedAt')}</dt>
          <dd>{time(publishedAt)}</dd>
          <dt>{t('publishedBy')}</dt>
          <dd>{publishedBy}</dd>
          <dt>{t('reason')}</dt>
          <dd>{reason}</dd>
          <dt>{t('receipt')}</dt>
          <dd>
            <Link to="/e/$position" params={{ position }} search={withoutClock}>
              {t('event', { position })}
            </Link>{' '}
            · <a href={receiptUrl}>JSON</a>
          </dd>
          <dt>{t('setDigest')}</dt>
          <dd className={styles['digest']}>{digest}</dd>
          <dt>{t('figuresDigest')}</dt>
          <dd className={styles['digest']}>{figuresDigest}</dd>
        </dl>
        <div
          className={styles['code']}
          role="img"
          aria-label={t('qr')}
          dangerouslySetInnerHTML={{ __html: code }}
        />
      </div>
    </section>
  );
}
