import { type ReactNode, useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { useFiscalYear } from '../../app/fiscal-year.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { AdminPage } from '../admin-parts/admin-page.tsx';
import { useMayRecord } from '../admin-parts/may-record.ts';
import { useOrganisation } from '../admin-parts/use-organisation.ts';
import { ChangePeriod } from './change-period.tsx';
import { quartersOf } from './months.ts';
import { type Changing, PeriodMenu, PeriodState, type State } from './period-menu.tsx';
import { periodsTexts } from './texts.ts';

/** The months of a fiscal year: open, softly closed, closed; as known at the clocks of the page. */
export default function PeriodsPage(): ReactNode {
  const t = useTexts(periodsTexts);
  const year = useFiscalYear();
  const { query, isPast } = useClocks();
  const mayChange = useMayRecord('fiscalperiods/close-period');
  const params = { path: { fiscalYear: Number.parseInt(year, 10) }, query };
  const periods = useAnswer('/api/v1/periods/{fiscalYear}', { params }, { enabled: year !== '' });
  const [changing, setChanging] = useState<Changing>();
  return (
    <AdminPage page="periods" answers={[periods]}>
      {() =>
        periods.data ? (
          <>
            {mayChange ? null : <p>{t('noRole')}</p>}
            <PeriodTable
              year={year}
              states={new Map(periods.data.months.map(({ month, status }) => [month, status]))}
              onChange={mayChange && !isPast ? setChanging : undefined}
            />
            {changing === undefined ? null : (
              <ChangePeriod
                {...changing}
                year={year}
                onClose={() => {
                  setChanging(undefined);
                }}
              />
            )}
          </>
        ) : null
      }
    </AdminPage>
  );
}

interface PeriodTableProps {
  readonly year: string;
  readonly states: ReadonlyMap<string, Exclude<State, 'open'>>;
  readonly onChange: ((changing: Changing) => void) | undefined;
}

function PeriodTable({ year, states, onChange }: PeriodTableProps): ReactNode {
  const t = useTexts(periodsTexts);
  const organisation = useOrganisation();
  const quarters = quartersOf(year, organisation?.calendar);
  const stateOf = (month: string): State => states.get(month) ?? 'open';
  return (
    <FigureTable caption={t('caption', { year })} amounts={false} footnotes={[t('how')]}>
      <thead>
        <tr>
          {(['quarter', 'month', 'state', 'change'] as const).map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      {quarters.map((months, at) => (
        <QuarterRows
          key={months[0]}
          quarter={`Q${at + 1}`}
          months={months}
          stateOf={stateOf}
          onChange={onChange}
        />
      ))}
      <tfoot>
        <tr>
          <th scope="row">{t('wholeYear')}</th>
          <td />
          <td />
          <td>
            <PeriodMenu
              period="year"
              named={`${t('wholeYear')} ${year}`}
              states={quarters.flat().map(stateOf)}
              onChange={onChange}
            />
          </td>
        </tr>
      </tfoot>
    </FigureTable>
  );
}

interface QuarterRowsProps {
  readonly quarter: string;
  readonly months: readonly string[];
  readonly stateOf: (month: string) => State;
  readonly onChange: ((changing: Changing) => void) | undefined;
}

function QuarterRows({ quarter, months, stateOf, onChange }: QuarterRowsProps): ReactNode {
  const t = useTexts(periodsTexts);
  const { month: say } = useDates();
  return (
    <tbody>
      {months.map((month) => (
        <tr key={month}>
          <th scope="row">{quarter}</th>
          <td>{say(month)}</td>
          <td>
            <PeriodState state={stateOf(month)} />
          </td>
          <td>
            <PeriodMenu period={month} named={say(month)} states={[stateOf(month)]} onChange={onChange} />
          </td>
        </tr>
      ))}
      <tr>
        <th scope="row">{quarter}</th>
        <td>{t('whole')}</td>
        <td />
        <td>
          <PeriodMenu
            period={quarter}
            named={`${t('quarter')} ${quarter}`}
            states={months.map(stateOf)}
            onChange={onChange}
          />
        </td>
      </tr>
    </tbody>
  );
}
