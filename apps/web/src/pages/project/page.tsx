import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { useRestated } from '../../explain/use-restated.ts';
import { Page } from '../../parts/page.tsx';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import type { DocumentList } from '../document/chain.ts';
import { Entries } from './entries.tsx';
import { Head } from './head.tsx';
import { KpiBlock } from './kpi-block.tsx';
import { Lines } from './lines.tsx';
import { Lives } from './lives.tsx';
import { OpenCommitments } from './open-commitments.tsx';
import { Quarters } from './quarters.tsx';
import { projectTexts } from './texts.ts';
import { useProject } from './use-project.ts';

/** How does this project stand, and why? */
export default function ProjectPage(): ReactNode {
  const t = useTexts(projectTexts);
  const language = useLanguage();
  const asked = useProject();
  const { fy, project, accounts, quarterly, budget, status } = asked;
  const account = accounts.data?.rows.find(({ project_code }) => project_code === project);
  const name = (language === 'en' ? account?.name_en : undefined) ?? account?.name;
  return (
    <Page
      title={name === undefined ? t('title', { project }) : `${project} ${name}`}
      actions={<Actions fy={fy} project={project} />}
      answers={[accounts, quarterly, budget, status]}
    >
      {() => <Told {...asked} />}
    </Page>
  );
}

function Actions({ fy, project }: { readonly fy: string; readonly project: string }): ReactNode {
  const t = useTexts(projectTexts);
  const { isPast } = useClocks();
  const commands = useSession()?.commands ?? [];
  return (
    <>
      <Link to="/journal" search={{ project, fy }}>
        {t('history')}
      </Link>
      {isPast ? (
        <span>{t('pastNoPosting')}</span>
      ) : commands.length === 0 ? null : (
        <Button renderRoot={(props) => <Link to="/post" search={{ project, fy }} {...props} />}>
          {t('post')}
        </Button>
      )}
    </>
  );
}

function Told(asked: ReturnType<typeof useProject>): ReactNode {
  const { fy, project, quarterly, budget, status, ageing, documents, kpis } = asked;
  const restated = useRestated({ fiscalYear: fy, quarter: 'Q4', byQuarter: true, project });
  const rows = quarterly.data?.rows.filter(({ project_code }) => project_code === project) ?? [];
  return (
    <>
      <Head fy={fy} project={project} budget={budget.data} status={status.data} />
      <Quarters
        {...{ fy, project, rows, restated }}
        footnotes={quarterly.data?.footnotes ?? []}
        bookedAt={quarterly.data?.knownAt.bookedAt ?? undefined}
      />
      <OpenCommitments fy={fy} answer={ageing} />
      <KpiBlock fy={fy} project={project} answer={kpis} rows={rows} />
      <Lines fy={fy} project={project} budget={budget.data} />
      <Lives fy={fy} rows={(documents.data as DocumentList | undefined)?.rows} />
      <Entries fy={fy} project={project} />
    </>
  );
}
