import { Button, NativeSelect } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useClocks } from '../../clocks/use-clocks.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import { KpiRow } from './kpi-row.tsx';
import { useMayPost } from '../post/may-post.ts';
import styles from './page.module.css';
import { kpiTexts } from './texts.ts';
import { type Kpi, type KpiAnswer, type KpiStatus, latestOf, useKpis } from './use-kpis.ts';

const STATUSES: readonly KpiStatus[] = [
  'behind',
  'no_result',
  'on_plan',
  'reported',
  'met',
  'achieved',
  'not_due',
];

/** Every KPI of a year: what was promised, planned and brought about, side by side. */
export default function KpisPage(): ReactNode {
  const t = useTexts(kpiTexts);
  const { fy = '' }: { fy?: string } = useParams({ strict: false });
  const { isPast } = useClocks();
  const answer = useKpis(fy);
  const mayPost = useMayPost();
  const define =
    isPast || !mayPost('kpiDefine') ? undefined : (
      <Link
        to="/post/$kind"
        params={{ kind: 'kpiDefine' }}
        search={(before: Record<string, unknown>) => ({ ...before, fy })}
      >
        {t('define')}
      </Link>
    );
  return (
    <Page title={t('title', { year: fy })} actions={define} answers={[answer]}>
      {() => (answer.data === undefined ? null : <Kpis answer={answer.data} />)}
    </Page>
  );
}

function Kpis({ answer: { kpis, dueOn } }: { readonly answer: KpiAnswer }): ReactNode {
  const t = useTexts(kpiTexts);
  const { project, status, set } = useFilter();
  if (kpis.length === 0) return <p>{t('none')}</p>;
  const shown = kpis.filter(
    (kpi) =>
      (project === undefined || kpi.definition.project === project) &&
      (status === undefined || latestOf(kpi)?.status === status),
  );
  return (
    <>
      <Counts kpis={kpis} />
      <Filter kpis={kpis} />
      {shown.length === 0 ? (
        <p>
          {t('noneFits')}{' '}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              set({ project: undefined, status: undefined });
            }}
          >
            {t('showAll')}
          </Button>
        </p>
      ) : (
        <Table kpis={shown} dueOn={dueOn} />
      )}
    </>
  );
}

/** How many stand how. */
function Counts({ kpis }: { readonly kpis: readonly Kpi[] }): ReactNode {
  const t = useTexts(kpiTexts);
  const parts = STATUSES.flatMap((status) => {
    const count = kpis.filter((kpi) => latestOf(kpi)?.status === status).length;
    return count === 0 ? [] : [`${t(status)} ${count}`];
  });
  return <p className={styles['summary']}>{t('counts', { count: kpis.length, parts: parts.join(' · ') })}</p>;
}

/** Which are shown; it stands in the address. */
function useFilter() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { project, status } = search;
  return {
    project: typeof project === 'string' ? project : undefined,
    status: STATUSES.find((one) => one === status),
    set: (change: { project?: string | undefined; status?: string | undefined }) => {
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, ...change }),
        resetScroll: false,
      });
    },
  };
}

function Filter({ kpis }: { readonly kpis: readonly Kpi[] }): ReactNode {
  const t = useTexts(kpiTexts);
  const { project = '', status = '', set } = useFilter();
  const projects = [...new Set(kpis.map(({ definition }) => definition.project))];
  return (
    <div className={styles['filter']}>
      <NativeSelect
        label={t('project')}
        value={project}
        data={[{ value: '', label: t('allProjects') }, ...projects]}
        onChange={({ currentTarget: { value } }) => {
          set({ project: value === '' ? undefined : value });
        }}
      />
      <NativeSelect
        label={t('status')}
        value={status}
        data={[
          { value: '', label: t('allStatuses') },
          ...STATUSES.map((value) => ({ value, label: t(value) })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          set({ status: value === '' ? undefined : value });
        }}
      />
    </div>
  );
}

function Table({
  kpis,
  dueOn,
}: {
  readonly kpis: readonly Kpi[];
  readonly dueOn: KpiAnswer['dueOn'];
}): ReactNode {
  const t = useTexts(kpiTexts);
  const byProject = Map.groupBy(kpis, ({ definition }) => definition.project);
  return (
    <FigureTable caption={t('table')} amounts={false} footnotes={[t('rule')]} legend>
      <thead>
        <tr>
          <th scope="col">{t('kpi')}</th>
          <th scope="col">{t('status')}</th>
          <th scope="col">{t('target')}</th>
          <th scope="col" className="number">
            {t('toDate')}
          </th>
          {['1', '2', '3', '4'].map((quarter) => (
            <th key={quarter} scope="col">
              {t('quarter', { quarter })}
            </th>
          ))}
        </tr>
      </thead>
      {[...byProject].map(([project, own]) => (
        <tbody key={project}>
          <tr>
            <th scope="rowgroup" colSpan={8} className={styles['group']}>
              <Link to="/fy/$fy/p/$project" params={{ fy: String(own[0]?.definition.fiscalYear), project }}>
                {t('project')} {project}
              </Link>
            </th>
          </tr>
          {own.map((kpi) => (
            <KpiRow key={kpi.definition.kpi} kpi={kpi} dueOn={dueOn} />
          ))}
        </tbody>
      ))}
    </FigureTable>
  );
}
