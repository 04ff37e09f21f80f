import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { useTexts } from '../../texts/texts.ts';
import type { Kpi } from '../kpis/use-kpis.ts';
import styles from './page.module.css';
import { kpiPageTexts } from './texts.ts';

const MAY = ['kpi/*', '*/*'];

interface FormLinkProps {
  /** The form, by the operation that it sends. */
  readonly form: string;
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly children: ReactNode;
}

/** The way to a form, with what is known already filled in; the form brings draft, key, review and receipt. */
export function FormLink({ form, fields, children }: FormLinkProps): ReactNode {
  const search = (before: Record<string, unknown>) => ({ ...before, ...fields });
  return (
    <Link to="/post/$kind" params={{ kind: form }} search={search}>
      {children}
    </Link>
  );
}

/** Whether the one who looks may record anything of a KPI. */
export function useMayRecord(): boolean {
  const commands = useSession()?.commands ?? [];
  return commands.some((command) => command.startsWith('kpi/') || MAY.includes(command));
}

/** What can be recorded of a KPI now: results, target, plan, achievement. */
export function Actions({
  kpi: { definition, target, quarters, achieved },
}: {
  readonly kpi: Kpi;
}): ReactNode {
  const t = useTexts(kpiPageTexts);
  const { isPast } = useClocks();
  const may = useMayRecord();
  if (!may) return null;
  if (isPast) return <p className={styles['dimmed']}>{t('noPosting')}</p>;
  const fields = { fy: String(definition.fiscalYear), kpi: definition.kpi };
  const next = quarters.find(
    ({ statements, status }) => statements.length === 0 && status !== 'not_due',
  )?.quarter;
  const isPlanned = quarters.some(({ plan }) => plan !== undefined);
  const result = next === undefined ? {} : { quarter: next, result: `${next}-${definition.fiscalYear}` };
  return (
    <nav className={styles['actions']} aria-label={t('actions')}>
      <FormLink form="kpiRecordResult" fields={{ ...fields, ...result }}>
        {t('recordResult')}
      </FormLink>
      <FormLink
        form={target === undefined ? 'kpiSetTarget' : 'kpiReviseTarget'}
        fields={{ ...fields, operator: target?.operator, value: target?.value, text: target?.text }}
      >
        {t(target === undefined ? 'setTarget' : 'reviseTarget')}
      </FormLink>
      <FormLink form={isPlanned ? 'kpiRevisePlan' : 'kpiSetPlan'} fields={fields}>
        {t(isPlanned ? 'revisePlan' : 'setPlan')}
      </FormLink>
      {achieved === undefined ? (
        <FormLink form="kpiMarkAchieved" fields={fields}>
          {t('markAchieved')}
        </FormLink>
      ) : null}
    </nav>
  );
}
