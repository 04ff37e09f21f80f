import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { explainTexts } from './texts.ts';

/** Copies a text and says so. */
export function CopyButton({
  text,
  label,
}: {
  readonly text: () => string;
  readonly label: string;
}): ReactNode {
  const t = useTexts(explainTexts);
  const [told, setTold] = useState<'copied' | 'notCopied'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setTold('copied');
    } catch {
      // A browser may not let a page copy; what would be copied stands on the page.
      setTold('notCopied');
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status">{told === undefined ? '' : t(told)}</span>
    </>
  );
}
