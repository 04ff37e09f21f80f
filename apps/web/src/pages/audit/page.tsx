import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Checkpoints } from './checkpoints.tsx';
import { Findings } from './findings.tsx';
import styles from './page.module.css';
import { Rights } from './rights.tsx';
import { auditTexts } from './texts.ts';
import { Verification } from './verification.tsx';

/** Whether the ledger may be relied on: verified, watched, and sealed where others see it. */
export default function AuditPage(): ReactNode {
  const t = useTexts(auditTexts);
  return (
    <Page title={t('title')}>
      <p className={styles['dimmed']}>{t('lead')}</p>
      <Verification />
      <Findings />
      <Rights />
      <Bundles />
      <Checkpoints />
    </Page>
  );
}

function Bundles(): ReactNode {
  const t = useTexts(auditTexts);
  const permissions = useSession()?.permissions ?? [];
  if (!permissions.includes('replay') || !permissions.includes('read-access')) return null;
  return (
    <section>
      <h2>{t('bundles')}</h2>
      <p>{t('bundleWhy')}</p>
      <Button component="a" variant="default" href="/api/v1/audit/bundle" download>
        {t('bundle')}
      </Button>
    </section>
  );
}
