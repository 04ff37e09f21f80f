import type { ReactNode } from 'react';
import { failureOf } from '../../api/problem.ts';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { useRoleName } from '../../parts/use-role-name.ts';
import { rolesTexts } from './texts.ts';

type Entry = AnswerOf<'/api/v1/access/history'>['rows'][number];

const MOST = 100;

/** Who was given what, when, by whom and why; the newest first. */
export function RoleHistory(): ReactNode {
  const t = useTexts(rolesTexts);
  const { time } = useDates();
  const say = useSayEntry();
  const history = useAnswer('/api/v1/access/history', {});
  const error = failureOf(history);
  if (error !== null) return <ProblemPanel error={error} />;
  const rows = (history.data?.rows ?? []).toReversed().slice(0, MOST);
  return (
    <FigureTable caption={t('history')} amounts={false}>
      <thead>
        <tr>
          {(['position', 'time', 'what', 'by', 'reason'] as const).map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((entry) => (
          <tr key={entry.position}>
            <th scope="row">{entry.position}</th>
            <td className="moment">{time(entry.recordedAt)}</td>
            <td>{say(entry)}</td>
            <td>{entry.by}</td>
            <td>{entry.reason ?? '-'}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

const KINDS = ['AccessSetUp', 'AccessRecovered', 'AccessRulesSet', 'RoleGranted', 'RoleWithdrawn'] as const;

/** An event of the rule table in words; its type where this version has none. */
function useSayEntry(): (entry: Entry) => string {
  const t = useTexts(rolesTexts);
  const roleName = useRoleName();
  return ({ type, data }) => {
    const kind = KINDS.find((each) => each === type);
    const { role } = data;
    const subject = data['subject'] ?? data['administrator'];
    if (kind === undefined) return type;
    return t(kind, {
      subject: typeof subject === 'string' ? subject : '',
      role: typeof role === 'string' ? roleName(role) : '',
    });
  };
}
