import type { ReactNode } from 'react';
import { Dialog } from '../../parts/overlay.tsx';
import { useTexts } from '../../texts/texts.ts';
import { SignInForm } from './sign-in-form.tsx';
import { signInTexts } from './texts.ts';

/** Over a page whose session ended; it is gone as soon as somebody is signed in. */
export default function SignInAgain({ name }: { readonly name: string }): ReactNode {
  const t = useTexts(signInTexts);
  return (
    <Dialog
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('title')}
    >
      <p>{t('ended')}</p>
      <SignInForm name={name} onSignedIn={() => undefined} />
    </Dialog>
  );
}
