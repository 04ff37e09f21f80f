import type { ReactNode } from 'react';
import { cellOf } from '../../explain/address.ts';
import { Baht, Figure } from '../../parts/figure.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { Publication } from './publication.ts';
import { reportsTexts } from './texts.ts';

const MEASURES = ['budget', 'plan', 'spent', 'disbursed', 'committed', 'available'] as const;

/** The cells of the summary that say something else now. What was published is explained; what is now, where it is compared. */
export function ChangedCells({ told }: { readonly told: Publication }): ReactNode {
  const t = useTexts(reportsTexts);
  if (told.changes.length === 0) return null;
  const { fiscalYear, quarter } = told;
  const nameOf = (measure: string) => {
    const known = MEASURES.find((one) => one === measure);
    return known === undefined ? measure : t(known);
  };
  return (
    <FigureTable caption={t('changes')}>
      <thead>
        <tr>
          <th scope="col">{t('project')}</th>
          <th scope="col">{t('measure')}</th>
          <th scope="col" className="number">
            {t('then')}
          </th>
          <th scope="col" className="number">
            {t('now')}
          </th>
        </tr>
      </thead>
      <tbody>
        {told.changes.map(({ project, measure, from, to }) => (
          <tr key={`${project} ${measure}`}>
            <th scope="row">{project}</th>
            <td>{nameOf(measure)}</td>
            <td className="number">
              {from === null ? (
                '-'
              ) : (
                <Figure
                  baht={from}
                  of={cellOf({ fiscalYear, project, quarter, measure, cumulative: true })}
                />
              )}
            </td>
            <td className="number">{to === null ? '-' : <Baht value={to} />}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
