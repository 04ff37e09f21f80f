import type { ReactNode } from 'react';
import type { AnswerOf } from '../../api/use-answer.ts';
import { cellOf } from '../../explain/address.ts';
import { measureName, measureTexts } from '../../explain/measures.ts';
import { Figure } from '../../parts/figure.tsx';
import { useTexts } from '../../texts/texts.ts';
import { ProjectStatus } from '../overview/project-status.tsx';
import styles from './page.module.css';
import { projectTexts } from './texts.ts';

export type BudgetStatus = AnswerOf<'/api/v1/reports/budget-status'>;
type Figures = BudgetStatus['rows'][number]['baht'];

interface HeadProps {
  readonly fy: string;
  readonly project: string;
  readonly budget: BudgetStatus | undefined;
  readonly status: AnswerOf<'/api/v1/reports/status'> | undefined;
}

/** The parts of the budget that are told when there are any, by their names in the report. */
const PARTS = [
  ['original', 'original'],
  ['supplements', 'supplement'],
  ['cuts', 'cut'],
  ['transfers', 'transfer'],
  ['brought_forward', 'brought-forward'],
  ['carried_forward', 'carried-forward'],
  ['returned', 'returned'],
  ['lapsed', 'lapsed'],
] as const satisfies readonly (readonly [keyof Figures, string])[];

const ALWAYS = [
  ['pre_committed', 'pre-committed'],
  ['available', 'available'],
] as const satisfies readonly (readonly [keyof Figures, string])[];

/** The budget of the project with what it consists of, what is left of it, and its status. */
export function Head({ fy, project, budget, status }: HeadProps): ReactNode {
  const t = useTexts(projectTexts);
  const measures = useTexts(measureTexts);
  const baht = budget?.rows.find(({ level }) => level === 'project')?.baht ?? {};
  const told = [...PARTS, ...ALWAYS].filter(([name]) => baht[name] !== undefined);
  const of = (measure: string) => cellOf({ fiscalYear: fy, project, measure });
  return (
    <dl className={styles['head']}>
      <div>
        <dt>{t('ceiling')}</dt>
        <dd className={styles['ceiling']}>
          {baht.current === undefined ? '-' : <Figure baht={baht.current} of={of('budget')} />}
        </dd>
      </div>
      {told.map(([name, measure]) => (
        <div key={name}>
          <dt>{measures(measureName(measure))}</dt>
          <dd>
            <Figure baht={baht[name] ?? '0.00'} of={of(measure)} />
          </dd>
        </div>
      ))}
      {baht.cuts !== undefined ? null : (
        <div>
          <dt>{measures('cut')}</dt>
          <dd>{t('noCut')}</dd>
        </div>
      )}
      <div>
        <dt>{t('status')}</dt>
        <dd>
          <ProjectStatus project={project} status={status} />
        </dd>
      </div>
    </dl>
  );
}
