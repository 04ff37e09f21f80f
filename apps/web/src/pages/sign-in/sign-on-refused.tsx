import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { refusalSentence } from '../../refusals/sentences.ts';
import { useLanguage } from '../../texts/language.ts';

/** Why the identity provider, or the ledger after it, did not let somebody in. */
export default function SignOnRefused({ code }: { readonly code: string }): ReactNode {
  const language = useLanguage();
  return (
    <Alert color="red" role="alert">
      {refusalSentence({ code }, language) ?? refusalSentence({ code: 'sign-on-refused' }, language)}
    </Alert>
  );
}
