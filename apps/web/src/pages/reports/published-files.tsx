import type { ReactNode } from 'react';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import type { Publication } from './publication.ts';
import { reportsTexts } from './texts.ts';

/** Bytes that stand before the text of a CSV file for Excel. */
const BYTE_ORDER_MARK = 3;

/** The files as they were published, with what tells them from any other. */
export function PublishedFiles({ told }: { readonly told: Publication }): ReactNode {
  const t = useTexts(reportsTexts);
  const all = told.files.flatMap((file) => [
    { ...file, label: file.name, digest: file.sha256 },
    ...(file.name.endsWith('.csv')
      ? [
          {
            ...file,
            url: `${file.url}&bom=yes`,
            label: t('csvForExcel', { name: file.name }),
            bytes: file.bytes + BYTE_ORDER_MARK,
            digest: undefined,
          },
        ]
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
          {all.map(({ label, url, bytes, digest }) => (
            <tr key={label}>
              <th scope="row">
                <a href={url} download>
                  {label}
                </a>
              </th>
              <td className="number">{bytes.toLocaleString('en')}</td>
              {digest === undefined ? (
                <td>{t('csvForExcelDigest')}</td>
              ) : (
                <td className={styles['digest']}>{digest}</td>
              )}
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </section>
  );
}
