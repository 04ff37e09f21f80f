import type { ReactNode } from 'react';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import type { Publication } from './report.tsx';
import { reportsTexts } from './texts.ts';

/** The files as they were published, with what tells them from any other. */
export function PublishedFiles({ told }: { readonly told: Publication }): ReactNode {
  const t = useTexts(reportsTexts);
  const all = told.files.flatMap((file) => [
    { ...file, label: file.name },
    ...(file.name.endsWith('.csv')
      ? [{ ...file, url: `${file.url}&bom=yes`, label: t('csvForExcel', { name: file.name }) }]
      : []),
  ]);
  return (
    <section className={styles['section']}>
      <FigureTable caption={t('files')} amounts={false}>
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            <th scope="col" className="number">
              {t('size')}
            </th>
            <th scope="col">{t('sha')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ label, url, bytes, sha256 }) => (
            <tr key={label}>
              <th scope="row">
                <a href={url} download>
                  {label}
                </a>
              </th>
              <td className="number">{bytes.toLocaleString('en')}</td>
              <td className={styles['digest']}>{sha256}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </section>
  );
}
