import type { ReactNode } from 'react';
import { Page } from '../parts/page.tsx';
import { useTexts } from '../texts/texts.ts';
import { shellTexts } from './texts.ts';

/** An address that no page has. */
export function NotFound(): ReactNode {
  const t = useTexts(shellTexts);
  return (
    <Page title={t('notFound')}>
      <p>{t('notFoundHow')}</p>
    </Page>
  );
}
