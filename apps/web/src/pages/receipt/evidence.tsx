import { type ReactNode, useState } from 'react';
import type { Evidence as File } from '#kernel';
import { FileChooser } from '../../parts/evidence-input/file-chooser.tsx';
import { readFileEvidence } from '../../parts/evidence-input/read-file.ts';
import { evidenceTexts } from '../../parts/evidence-input/texts.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { receiptTexts } from './texts.ts';

/** The files that the posting rests on; whoever has one can check here that it is the one. */
export function Evidence({ files }: { readonly files: readonly File[] }): ReactNode {
  const t = useTexts(receiptTexts);
  return (
    <section className={styles['panel']}>
      <h2>{t('evidence')}</h2>
      {files.length === 0 ? (
        <p className={styles['dimmed']}>{t('noEvidence')}</p>
      ) : (
        <>
          <Files files={files} />
          <CheckFile files={files} />
        </>
      )}
    </section>
  );
}

/** Files by name, size, digest and where they are kept. */
export function Files({ files }: { readonly files: readonly File[] }): ReactNode {
  const t = useTexts(receiptTexts);
  return (
    <ul className={styles['list']}>
      {files.map(({ name, size, sha256, reference }) => (
        <li key={sha256}>
          <p>
            <strong>{name}</strong> · {t('size', { size })}
            {reference === undefined ? '' : ` · ${reference}`}
          </p>
          <code className={styles['digest']}>{sha256}</code>
        </li>
      ))}
    </ul>
  );
}

function CheckFile({ files }: { readonly files: readonly File[] }): ReactNode {
  const t = useTexts(receiptTexts);
  const fault = useTexts(evidenceTexts);
  const [said, setSaid] = useState<string>();
  const check = async (file: globalThis.File | undefined) => {
    if (!file) return;
    const read = await readFileEvidence(file);
    if (typeof read === 'string') return setSaid(fault(read, { name: file.name }));
    const same = files.find(({ sha256 }) => sha256 === read.sha256);
    setSaid(same ? t('matches', { name: same.name }) : t('differs', { sha256: read.sha256 }));
  };
  return (
    <div className={styles['noPrint']}>
      <FileChooser id="check-file" text={t('check')} onChoose={([file]) => void check(file)} />
      <p role="status" className={styles['digest']}>
        {said}
      </p>
    </div>
  );
}
