import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Evidence, MOST_EVIDENCE } from '#kernel';
import { useTexts } from '../../texts/texts.ts';
import styles from './evidence-input.module.css';
import { FileChooser } from './file-chooser.tsx';
import { readFileEvidence } from './read-file.ts';
import { evidenceTexts } from './texts.ts';

interface EvidenceInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: readonly Evidence[];
  readonly onChange: (files: readonly Evidence[]) => void;
}

/** Files that a posting rests on: read here, recorded by name, size and digest. */
export function EvidenceInput({ id, label, value, onChange }: EvidenceInputProps): ReactNode {
  const t = useTexts(evidenceTexts);
  const [said, setSaid] = useState<string>();

  const take = async (files: readonly File[]) => {
    let taken = value;
    const faults: string[] = [];
    for (const file of files) {
      setSaid(t('reading', { name: file.name }));
      const read = await readFileEvidence(file);
      if (typeof read === 'string') faults.push(t(read, { name: file.name }));
      else if (taken.some(({ sha256 }) => sha256 === read.sha256))
        faults.push(t('twice', { name: file.name }));
      else if (taken.length >= MOST_EVIDENCE) faults.push(t('tooMany', { most: MOST_EVIDENCE }));
      else taken = [...taken, read];
    }
    setSaid(faults.length === 0 ? undefined : faults.join(' · '));
    if (taken !== value) onChange(taken);
  };

  return (
    <fieldset className={styles['evidence']}>
      <legend>{label}</legend>
      <p className={styles['hint']} id={`${id}-hint`}>
        {t('hint')}
      </p>
      <FileChooser
        id={id}
        text={t('add')}
        multiple
        describedBy={`${id}-hint`}
        onChoose={(files) => void take(files)}
      />
      <p role="status" className={styles['said']}>
        {said}
      </p>
      {value.length === 0 ? null : (
        <ul className={styles['files']}>
          {value.map((file, at) => (
            <li key={file.sha256}>
              <EvidenceFile
                file={file}
                id={`${id}-${at}`}
                onChange={(changed) => {
                  onChange(value.with(at, changed));
                }}
                onRemove={() => {
                  onChange(value.toSpliced(at, 1));
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

interface EvidenceFileProps {
  readonly file: Evidence;
  readonly id: string;
  readonly onChange: (file: Evidence) => void;
  readonly onRemove: () => void;
}

function EvidenceFile({ file, id, onChange, onRemove }: EvidenceFileProps): ReactNode {
  const t = useTexts(evidenceTexts);
  const { name, size, sha256, reference = '' } = file;
  return (
    <div className={styles['file']}>
      <p>
        <strong>{name}</strong> · {t('size', { size })}
      </p>
      <code className={styles['digest']}>{sha256}</code>
      <TextInput
        id={id}
        label={t('reference', { name })}
        value={reference}
        maxLength={500}
        onChange={(event) => {
          const said = event.currentTarget.value;
          const { reference: _, ...rest } = file;
          onChange(said === '' ? rest : { ...rest, reference: said });
        }}
      />
      <Button variant="default" size="xs" onClick={onRemove}>
        {t('remove', { name })}
      </Button>
    </div>
  );
}
