import type { ReactNode } from 'react';
import { categoryName, fundSourceName } from '#glossary';
import { cellOf } from '../../explain/address.ts';
import { AmountCell } from '../../explain/amount-cell.tsx';
import { measureName, measureTexts } from '../../explain/measures.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import type { BudgetStatus } from './head.tsx';
import { projectTexts } from './texts.ts';

interface LinesProps {
  readonly fy: string;
  readonly project: string;
  readonly budget: BudgetStatus | undefined;
}

type Row = BudgetStatus['rows'][number];

const MEASURES = [
  ['current', 'budget'],
  ['pre_committed', 'pre-committed'],
  ['committed', 'committed'],
  ['disbursed', 'disbursed'],
  ['available', 'available'],
] as const;

/** Where the money of the project comes from and what it is for, with what is left of each. */
export function Lines({ fy, project, budget }: LinesProps): ReactNode {
  const t = useTexts(projectTexts);
  const measures = useTexts(measureTexts);
  const of = (level: Row['level']) => budget?.rows.filter((row) => row.level === level) ?? [];
  return (
    <FigureTable caption={t('lines')} legend>
      <thead>
        <tr>
          <th scope="col">{t('fundSource')}</th>
          <th scope="col">{t('category')}</th>
          {MEASURES.map(([, measure]) => (
            <th key={measure} scope="col" className="number">
              {measures(measureName(measure))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of('line').map((row) => (
          <Line key={`${row.fund_source ?? ''} ${row.category ?? ''}`} fy={fy} project={project} row={row} />
        ))}
      </tbody>
      <tfoot>
        {of('project').map((row) => (
          <Line key={row.level} fy={fy} project={project} row={row} />
        ))}
      </tfoot>
    </FigureTable>
  );
}

function Line({ fy, project, row }: Omit<LinesProps, 'budget'> & { readonly row: Row }): ReactNode {
  const t = useTexts(projectTexts);
  const language = useLanguage();
  const { level, fund_source: fundSource, category, baht } = row;
  return (
    <tr>
      <th scope="row">
        {level === 'project' ? t('total') : fundSource && fundSourceName(fundSource)[language]}
      </th>
      <td>{category && categoryName(category)[language]}</td>
      {MEASURES.map(([name, measure]) => (
        <AmountCell
          key={measure}
          baht={baht[name]}
          of={cellOf({
            ...{ fiscalYear: fy, project, measure },
            ...(fundSource === undefined ? {} : { fundSource }),
            ...(category === undefined ? {} : { category }),
          })}
        />
      ))}
    </tr>
  );
}
