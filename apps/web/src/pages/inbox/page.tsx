import { Tabs } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useClocks } from '../../clocks/use-clocks.ts';
import { Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { inboxTexts } from './texts.ts';
import { TABS, useInboxView } from './use-inbox.ts';
import { type Asked, Workplace } from './workplace.tsx';

const ApproveDialog = lazy(() => import('./approve-dialog.tsx'));
const ReturnDialog = lazy(() => import('./return-dialog.tsx'));

/** Documents that wait for other eyes: for me, mine, and those decided. */
export default function InboxPage(): ReactNode {
  const t = useTexts(inboxTexts);
  const { isPast } = useClocks();
  const { tab, set } = useInboxView();
  const [asked, setAsked] = useState<Asked>();
  return (
    <Page title={t('title')}>
      <Tabs
        value={tab}
        onChange={(value) => {
          set({ tab: TABS.find((one) => one === value) ?? 'me', doc: undefined });
        }}
      >
        <Tabs.List aria-label={t('tabs')}>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(one)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>
          {isPast ? <p>{t('past')}</p> : null}
          <Workplace key={tab} tab={tab} onAsk={setAsked} />
        </Tabs.Panel>
      </Tabs>
      <p className={styles['dimmed']}>{t('keys')}</p>
      <Question
        asked={asked}
        onClose={() => {
          setAsked(undefined);
        }}
      />
    </Page>
  );
}

interface QuestionProps {
  readonly asked: Asked | undefined;
  readonly onClose: () => void;
}

function Question({ asked, onClose }: QuestionProps): ReactNode {
  if (asked === undefined) return null;
  return (
    <Suspense>
      {asked.act === 'approve' ? (
        <ApproveDialog rows={asked.rows} onClose={onClose} />
      ) : (
        <ReturnDialog number={asked.number} act={asked.act} onClose={onClose} />
      )}
    </Suspense>
  );
}
