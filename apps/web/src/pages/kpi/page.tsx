import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import { KpiMark } from '../kpis/kpi-mark.tsx';
import { type Kpi, type KpiAnswer, latestOf, useKpiNames, useKpis } from '../kpis/use-kpis.ts';
import { Actions } from './actions.tsx';
import { Evidence, History } from './history.tsx';
import { Narratives, Steps } from './narratives.tsx';
import styles from './page.module.css';
import { Quarters } from './quarters.tsx';
import { Results } from './results.tsx';
import { kpiPageTexts } from './texts.ts';

/** One KPI: plan and result together, its steps, what was done, and how all of it came to be known. */
export default function KpiPage(): ReactNode {
  const t = useTexts(kpiPageTexts);
  const { fy = '', kpi = '' }: { fy?: string; kpi?: string } = useParams({ strict: false });
  const answer = useKpis(fy, kpi);
  const back = (
    <Link to="/fy/$fy/kpi" params={{ fy }}>
      {t('back')}
    </Link>
  );
  return (
    <Page title={t('title', { kpi })} actions={back} answers={[answer]}>
      {() => (answer.data === undefined ? null : <Shown answer={answer.data} />)}
    </Page>
  );
}

function Shown({ answer: { kpis, dueOn, history = [] } }: { readonly answer: KpiAnswer }): ReactNode {
  const [kpi] = kpis;
  if (kpi === undefined) return null;
  return (
    <>
      <Head kpi={kpi} />
      <Actions kpi={kpi} />
      <Quarters kpi={kpi} dueOn={dueOn} />
      <PartsOf kpi={kpi} />
      <Steps kpi={kpi} />
      <Narratives kpi={kpi} />
      <Results kpi={kpi} history={history} />
      <Evidence history={history} />
      <History history={history} />
    </>
  );
}

function Head({ kpi }: { readonly kpi: Kpi }): ReactNode {
  const t = useTexts(kpiPageTexts);
  const { name, unit, lang } = useKpiNames()(kpi);
  const { definition, target, achieved } = kpi;
  const latest = latestOf(kpi);
  return (
    <>
      <p className={styles['name']} lang={lang}>
        {name}
      </p>
      <dl className={styles['facts']}>
        <div>
          <dt>{t('target')}</dt>
          <dd lang="th">{target?.text ?? '-'}</dd>
        </div>
        <div>
          <dt>{t('unit')}</dt>
          <dd>{unit === '' ? '-' : unit}</dd>
        </div>
        {definition.authority === undefined ? null : (
          <div>
            <dt>{t('authority')}</dt>
            <dd>{definition.authority}</dd>
          </div>
        )}
        <div>
          <dt>{t('status')}</dt>
          <dd>{latest === undefined ? '-' : <KpiMark status={latest.status} />}</dd>
        </div>
        <div>
          <dt>
            <Link
              to="/fy/$fy/p/$project"
              params={{ fy: String(definition.fiscalYear), project: definition.project }}
            >
              {t('project', { project: definition.project })}
            </Link>
          </dt>
        </div>
      </dl>
      {achieved === undefined ? null : (
        <p>
          {t('achieved', { quarter: achieved.quarter.slice(1) })}
          {achieved.note === undefined ? '' : ` · ${achieved.note}`}
        </p>
      )}
      {definition.note === undefined ? null : (
        <p className={styles['dimmed']}>
          {t('note')}: {definition.note}
        </p>
      )}
    </>
  );
}

/** A composite stands as its parts do. */
function PartsOf({ kpi: { parts = [] } }: { readonly kpi: Kpi }): ReactNode {
  const t = useTexts(kpiPageTexts);
  if (parts.length === 0) return null;
  return (
    <section>
      <h2>{t('parts')}</h2>
      <ul>
        {parts.map((part) => (
          <li key={part.definition.kpi}>
            <Link
              to="/fy/$fy/kpi/$kpi"
              params={{ fy: String(part.definition.fiscalYear), kpi: part.definition.kpi }}
            >
              {part.definition.kpi} {part.definition.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
