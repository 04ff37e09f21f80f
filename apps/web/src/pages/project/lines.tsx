import type { ReactNode } from 'react';
import { cellOf } from '../../explain/address.ts';
import { AmountCell } from '../../explain/amount-cell.tsx';
import { measureName, measureTexts } from '../../explain/measures.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { BudgetStatus } from './head.tsx';
import { projectTexts } from './texts.ts';

interface LinesProps {
  readonly fy: string;
  readonly project: string;
  readonly budget: BudgetStatus | undefined;
}

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
  const rows = budget?.rows.filter(({ level }) => level === 'line' || level === 'project') ?? [];
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
        {rows.map(({ level, fund_source: fundSource, category, baht }) => (
          <tr key={`${fundSource ?? ''} ${category ?? ''}`}>
            <th scope="row">{level === 'project' ? t('total') : fundSource}</th>
            <td>{category}</td>
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
        ))}
      </tbody>
    </FigureTable>
  );
}
