import { Button, FileButton, NativeSelect, Textarea } from '@mantine/core';
import { type ClipboardEvent, type DragEvent, type ReactNode, useState } from 'react';
import type { Evidence } from '#kernel';
import { type Grid, parseDelimited, type SheetKind, sheetKind, sheetKinds } from '#sheets';
import { readFileEvidence } from '../../parts/evidence-input/read-file.ts';
import { type NamedGrid, readSheetFile, type SheetFileFault } from '../../sheets/read-file.ts';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { importTexts } from './texts.ts';

interface TakeFileProps {
  readonly begin: (grid: Grid, kind: SheetKind | undefined, file: Evidence | null) => Promise<void>;
}

interface SeveralTables {
  readonly tables: readonly NamedGrid[];
  readonly file: Evidence | null;
}

const TYPES = '.xlsx,.csv,.txt,.tsv,text/csv';

/** Takes a file that is chosen or dropped, or rows that are pasted. */
export function TakeFile({ begin }: TakeFileProps): ReactNode {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const [kind, setKind] = useState('');
  const [isOver, setOver] = useState(false);
  const [fault, setFault] = useState<SheetFileFault>();
  const [several, setSeveral] = useState<SeveralTables>();
  const [typed, setTyped] = useState('');
  const chosen = sheetKind(kind)?.kind;

  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setFault(undefined);
    setSeveral(undefined);
    const tables = await readSheetFile(file);
    if (typeof tables === 'string') {
      setFault(tables);
      return;
    }
    const read = await readFileEvidence(file);
    const evidence = typeof read === 'string' ? null : read;
    const [only, ...others] = tables;
    if (only && others.length === 0) await begin(only.rows, chosen, evidence);
    else setSeveral({ tables, file: evidence });
  };

  const takeText = async (text: string): Promise<void> => {
    const rows = parseDelimited(text);
    if (rows.length === 0) setFault('noRows');
    else await begin(rows, chosen, null);
  };

  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0] ?? null);
  };

  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    if (text === '' || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    void takeText(text);
  };

  return (
    <section
      aria-labelledby="take-title"
      className={styles['drop']}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={onDrop}
      onPaste={onPaste}
    >
      <h2 id="take-title">{t('takeTitle')}</h2>
      <p>{t('drop')}</p>
      <div className={styles['row']}>
        <NativeSelect
          label={t('kindLabel')}
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value);
          }}
          data={[
            { value: '', label: t('kindAuto') },
            ...sheetKinds.map((each) => ({ value: each.kind, label: each.title[language] })),
          ]}
        />
        <FileButton accept={TYPES} onChange={(file) => void take(file)}>
          {(props) => <Button {...props}>{t('chooseFile')}</Button>}
        </FileButton>
        <Button variant="default" onClick={() => void begin([], chosen, null)}>
          {t('empty')}
        </Button>
      </div>
      <Textarea
        className={styles['wide']}
        label={t('pasteLabel')}
        rows={3}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <Button variant="default" disabled={typed.trim() === ''} onClick={() => void takeText(typed)}>
        {t('pasteTake')}
      </Button>
      {fault === undefined ? null : (
        <p role="alert" className={styles['error']}>
          {t(fault)}
        </p>
      )}
      {several === undefined ? null : (
        <div role="group" aria-label={t('tableLabel')} className={styles['row']}>
          <p>{t('tableLabel')}</p>
          {several.tables.map(({ name, rows }) => (
            <Button key={name} variant="default" onClick={() => void begin(rows, chosen, several.file)}>
              {t('tableTake', { name })}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
