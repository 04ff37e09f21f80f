import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { formTexts } from './form-texts.ts';
import styles from './parts.module.css';

interface ShownOnceProps {
  readonly label: string;
  readonly value: string;
  /** How tests find it. */
  readonly testId?: string;
}

/** A code, token or link that is shown this once: to read, to mark, and to copy where the browser allows it. */
export function ShownOnce({ label, value, testId }: ShownOnceProps): ReactNode {
  const t = useTexts(formTexts);
  const [copied, setCopied] = useState(false);
  const clipboard = navigator.clipboard as Clipboard | undefined;
  return (
    <div>
      <p>{label}</p>
      <code className={styles['secret']} data-testid={testId}>
        {value}
      </code>
      {clipboard === undefined ? null : (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            clipboard.writeText(value).then(
              () => setCopied(true),
              // A browser may not let a page copy; the value stands above.
              () => undefined,
            );
          }}
        >
          {t(copied ? 'copied' : 'copy')}
        </Button>
      )}
    </div>
  );
}
