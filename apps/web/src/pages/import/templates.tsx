import type { ReactNode } from 'react';
import { sheetKinds } from '#sheets';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { importTexts } from './texts.ts';

const FORMATS = ['xlsx', 'csv'] as const;

/** Empty sheets to fill in, one for each kind. */
export function Templates(): ReactNode {
  const t = useTexts(importTexts);
  const language = useLanguage();
  return (
    <section aria-labelledby="templates-title">
      <h2 id="templates-title">{t('templatesTitle')}</h2>
      <p>{t('templatesIntro')}</p>
      <div className={styles['scroll']} role="region" tabIndex={0} aria-label={t('templatesTable')}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('sheet')}</th>
              <th scope="col">{t('columns')}</th>
              <th scope="col">{t('files')}</th>
            </tr>
          </thead>
          <tbody>
            {sheetKinds.map(({ kind, title, columns }) => (
              <tr key={kind}>
                <th scope="row">{title[language]}</th>
                <td>{columns.map(({ names, key }) => names[language][0] ?? key).join(' · ')}</td>
                <td>
                  {FORMATS.map((format) => (
                    <span key={format}>
                      <a
                        href={`/api/v1/sheets/templates/${kind}.${format}?lang=${language}`}
                        download={`${kind}.${format}`}
                      >
                        {format.toUpperCase()}
                        <span className="visually-hidden"> {t('template', { kind: title[language] })}</span>
                      </a>{' '}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
