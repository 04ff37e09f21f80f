import type { ReactNode } from 'react';
import styles from './evidence-input.module.css';

interface FileChooserProps {
  readonly id: string;
  readonly text: string;
  readonly multiple?: boolean;
  readonly describedBy?: string;
  readonly onChoose: (files: readonly File[]) => void;
}

/** A button that opens the files of this machine. */
export function FileChooser({
  id,
  text,
  multiple = false,
  describedBy,
  onChoose,
}: FileChooserProps): ReactNode {
  return (
    <span>
      <input
        id={id}
        className={styles['file-input']}
        type="file"
        multiple={multiple}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => {
          onChoose([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <label className={styles['choose']} htmlFor={id}>
        {text}
      </label>
    </span>
  );
}
