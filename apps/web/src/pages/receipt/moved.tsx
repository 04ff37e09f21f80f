import type { ReactNode } from 'react';
import { Figure } from '../../parts/figure.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useLineName } from '../../parts/line-name.ts';
import { useTexts } from '../../texts/texts.ts';
import type { Posting } from './said-posting.ts';
import { receiptTexts } from './texts.ts';

/** What was available on every touched line before the posting and after it, each as known at that position. */
export function Moved({ posting: { available, events, number } }: { readonly posting: Posting }): ReactNode {
  const t = useTexts(receiptTexts);
  const lineName = useLineName();
  if (available.length === 0) return null;
  const before = String(BigInt(events[0]?.position ?? number) - 1n);
  return (
    <FigureTable caption={t('available')}>
      <thead>
        <tr>
          <th scope="col">{t('line')}</th>
          <th scope="col" className="number">
            {t('before')}
          </th>
          <th scope="col" className="number">
            {t('after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {available.map(({ fiscalYear, project, line, ...moved }) => {
          const cell = { kind: 'cell', fiscalYear, project, measure: 'available', ...line } as const;
          return (
            <tr key={`${project} ${line.fundSource} ${line.category}`}>
              <th scope="row">{`${project} · ${lineName(line)}`}</th>
              <td className="number">
                {before === '0' ? '-' : <Figure baht={moved.before} of={{ ...cell, knownAt: before }} />}
              </td>
              <td className="number">
                <Figure baht={moved.after} of={{ ...cell, knownAt: number }} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </FigureTable>
  );
}
