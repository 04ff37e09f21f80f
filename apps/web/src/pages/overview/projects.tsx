import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Quarter } from '#kernel';
import type { AnswerOf } from '../../api/use-answer.ts';
import { cellOf } from '../../explain/address.ts';
import { AmountCell } from '../../explain/amount-cell.tsx';
import { type MeasureName, measureTexts } from '../../explain/measures.ts';
import { useRoundingNotes } from '../../explain/rounding.ts';
import type { useRestated } from '../../explain/use-restated.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { ProjectStatus } from './project-status.tsx';
import { overviewTexts } from './texts.ts';
import { less, percent } from './totals.tsx';
import { useInSight } from './use-in-sight.ts';
import type { ReportRow, StatusReport } from './use-overview.ts';

type Account = AnswerOf<'/api/v1/budget-accounts'>['rows'][number];
interface ProjectsProps {
  readonly fy: string;
  readonly quarter: Quarter;
  readonly rows: readonly ReportRow[];
  readonly accounts: readonly Account[];
  readonly status: StatusReport | undefined;
  readonly restated: ReturnType<typeof useRestated>;
}

const MEASURES = ['plan', 'spent', 'disbursed', 'committed', 'available'] as const;

/** Every project with plan, what was used of it and what is left, beside its status. */
export function Projects(props: ProjectsProps): ReactNode {
  const t = useTexts(overviewTexts);
  const measures = useTexts(measureTexts);
  const notesOf = useRoundingNotes();
  const q = props.quarter.slice(1);
  const projects = props.rows.filter(({ project_code }) => project_code !== 'TOTAL');
  const total = props.rows.find(({ project_code }) => project_code === 'TOTAL');
  const footnotes = notesOf(
    MEASURES.map((measure) => ({
      measure,
      parts: projects.map(({ baht }) => baht[measure]),
      total: total?.baht[measure],
    })),
  );
  return (
    <div className={styles['compact']} id="projects" tabIndex={-1} ref={useInSight('projects')}>
      <FigureTable caption={t('projects')} note={t('toQuarter', { quarter: q })} footnotes={footnotes} legend>
        <thead>
          <tr>
            <th scope="col">{t('project')}</th>
            {MEASURES.map((measure) => (
              <th key={measure} scope="col" className="number">
                {measure === 'plan' ? t('planToDate', { quarter: q }) : measures(measure)}
              </th>
            ))}
            <th scope="col" className={styles['percent']}>
              {t('percentOfPlan', { quarter: q })}
            </th>
            <th scope="col" className="number">
              {t('variance')}
            </th>
            <th scope="col">{t('status')}</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((row) => (
            <ProjectRow key={row.project_code} {...props} row={row} />
          ))}
        </tbody>
        {total === undefined ? null : (
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              <Amounts {...props} row={total} />
              <td />
            </tr>
          </tfoot>
        )}
      </FigureTable>
    </div>
  );
}

function ProjectRow(props: ProjectsProps & { readonly row: ReportRow }): ReactNode {
  const { fy, row, accounts, status } = props;
  const language = useLanguage();
  const account = accounts.find(({ project_code }) => project_code === row.project_code);
  const isEnglish = language === 'en' && account?.name_en !== undefined;
  return (
    <tr>
      <th scope="row" className={styles['project']}>
        <Link to="/fy/$fy/p/$project" params={{ fy, project: row.project_code }}>
          {row.project_code}
        </Link>{' '}
        <span lang={isEnglish ? 'en' : 'th'}>{isEnglish ? account.name_en : account?.name}</span>
      </th>
      <Amounts {...props} />
      <td>
        <ProjectStatus project={row.project_code} status={status} />
      </td>
    </tr>
  );
}

/** The amounts of a row: of a project, or of all. */
function Amounts({ fy, quarter, row, restated }: ProjectsProps & { readonly row: ReportRow }): ReactNode {
  const { project_code, baht } = row;
  const project = project_code === 'TOTAL' ? {} : { project: project_code };
  const of = (measure: MeasureName) =>
    cellOf({ fiscalYear: fy, ...project, quarter, cumulative: true, measure });
  return (
    <>
      {MEASURES.map((measure) => (
        <AmountCell
          key={measure}
          baht={baht[measure]}
          of={of(measure)}
          earlier={restated.earlier(project_code, measure)}
        />
      ))}
      <td className="number">{percent(baht.spent, baht.plan) ?? '-'}</td>
      <AmountCell baht={less(baht.spent, baht.plan)} of={of('spent-variance')} />
    </>
  );
}
