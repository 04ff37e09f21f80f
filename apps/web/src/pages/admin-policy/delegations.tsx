import type { ReactNode } from 'react';
import type { AnswerOf } from '../../api/use-answer.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { isDutyName } from './duty-names.ts';
import { policyPageTexts } from './page-texts.ts';

type Delegation = AnswerOf<'/api/v1/control/policy'>['delegations'][number];

/** Duties that their holders lend for some days. */
export function Delegations({ delegations }: { readonly delegations: readonly Delegation[] }): ReactNode {
  const t = useTexts(policyPageTexts);
  const { date } = useDates();
  if (delegations.length === 0) return null;
  return (
    <FigureTable caption={t('delegations')} amounts={false}>
      <thead>
        <tr>
          {(['lender', 'deputy', 'duty', 'from', 'until'] as const).map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {delegations.map(({ from, to, duty, first, last }) => (
          <tr key={`${from} ${to} ${duty} ${first}`}>
            <th scope="row">{from}</th>
            <td>{to}</td>
            <td>{isDutyName(duty) ? t(duty) : duty}</td>
            <td className="moment">{date(first)}</td>
            <td className="moment">{date(last)}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
