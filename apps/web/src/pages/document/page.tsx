import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import { type DocumentLife, lifeLines } from './chain.ts';
import { DocumentAmounts } from './document-amounts.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { LifeLine } from './life-line.tsx';
import { NextStep } from './next-step.tsx';
import { Steps } from './steps.tsx';
import { documentTexts } from './texts.ts';

/** Where is this document in its life, and what comes next? */
export default function DocumentPage(): ReactNode {
  const t = useTexts(documentTexts);
  const {
    fy = '',
    project = '',
    document = '',
  }: Partial<Record<string, string>> = useParams({ strict: false });
  const { query } = useClocks();
  const answer = useAnswer('/api/v1/states/documents', {
    params: { query: { ...query, fiscalYear: Number(fy), project, document } },
  });
  const life = answer.data as DocumentLife | undefined;
  return (
    <Page
      title={t('title', { document, project })}
      answers={[answer]}
      actions={
        <Link to="/fy/$fy/p/$project" params={{ fy, project }}>
          {t('toProject', { project })}
        </Link>
      }
    >
      {() => (life === undefined ? null : <Told fy={fy} number={document} life={life} />)}
    </Page>
  );
}

interface ToldProps {
  readonly fy: string;
  readonly number: string;
  readonly life: DocumentLife;
}

function Told({ fy, number, life }: ToldProps): ReactNode {
  const t = useTexts(documentTexts);
  const own = life.documents.filter((row) => row.document === number);
  const others = life.documents.filter((row) => row.document !== number);
  return (
    <>
      <h2>{t('life')}</h2>
      {lifeLines(life.documents).map((stages) => (
        <LifeLine key={stages[0]?.row.document} fy={fy} stages={stages} own={number} />
      ))}
      <NextStep fy={fy} rows={own} bookedAt={life.knownAt.bookedAt ?? undefined} />
      <DocumentAmounts fy={fy} caption={t('amounts')} rows={own} steps={life.steps} />
      <Steps steps={life.steps} />
      <EvidenceList steps={life.steps} />
      {others.length === 0 ? null : <DocumentAmounts fy={fy} caption={t('linked')} rows={others} linked />}
    </>
  );
}
