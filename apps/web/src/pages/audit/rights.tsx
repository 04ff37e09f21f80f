import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { EventName } from '../../parts/event-name/event-name.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Content } from '../../parts/page.tsx';
import { useRoleName } from '../../parts/use-role-name.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { auditTexts, happeningTexts } from './texts.ts';

const LAST = 10;

/** Who was given rights, who used them, who looked at what, and what was refused; each for whoever may see it. */
export function Rights(): ReactNode {
  const t = useTexts(auditTexts);
  const permissions = useSession()?.permissions ?? [];
  return (
    <section>
      <h2>{t('rights')}</h2>
      <Attempts />
      {permissions.includes('read-access') ? (
        <>
          <Changes />
          <Happenings />
        </>
      ) : null}
      {permissions.includes('read-readings') ? <Readings /> : null}
    </section>
  );
}

interface Column {
  readonly title: string;
  readonly cell: ReactNode;
}

/** Rows of a moment, somebody and something. */
function Last<Row>(props: {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: (row: Row) => readonly Column[];
}): ReactNode {
  const { caption, rows, keyOf, columns } = props;
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <FigureTable caption={caption} amounts={false}>
      <thead>
        <tr>
          {columns(first).map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns(row).map(({ title, cell }) => (
              <td key={title}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

function Changes(): ReactNode {
  const t = useTexts(auditTexts);
  const roleName = useRoleName();
  const inWords = (role: unknown) => (isText(role) ? roleName(role) : undefined);
  const { time } = useDates();
  const history = useAnswer('/api/v1/access/history', {});
  const rows = (history.data?.rows ?? []).toReversed().slice(0, LAST);
  return (
    <Content answers={[history]}>
      <Last
        caption={t('rightsChanges')}
        rows={rows}
        keyOf={({ position }) => position}
        columns={(row) => [
          { title: t('when'), cell: <span className="moment">{time(row.recordedAt)}</span> },
          { title: t('what'), cell: <EventName type={row.type} /> },
          {
            title: t('who'),
            cell: [row.data['subject'], inWords(row.data['role'])].filter(isText).join(' · '),
          },
          { title: t('by'), cell: row.by },
          { title: t('reason'), cell: row.reason },
        ]}
      />
      <p>
        <Link to="/admin/roles">{t('roles')}</Link>
      </p>
    </Content>
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';

function Happenings(): ReactNode {
  const t = useTexts(auditTexts);
  const say = useTexts(happeningTexts);
  const { time } = useDates();
  const happenings = useAnswer('/api/v1/access/happenings', {});
  return (
    <Content answers={[happenings]}>
      <Last
        caption={t('happenings')}
        rows={(happenings.data?.rows ?? []).slice(0, LAST)}
        keyOf={({ number }) => String(number)}
        columns={(row) => [
          { title: t('when'), cell: <span className="moment">{time(row.at)}</span> },
          { title: t('what'), cell: say(row.kind) },
          { title: t('who'), cell: row.name },
          { title: t('by'), cell: row.by },
        ]}
      />
    </Content>
  );
}

function Readings(): ReactNode {
  const t = useTexts(auditTexts);
  const { time } = useDates();
  const readings = useAnswer('/api/v1/readings', { params: { query: { limit: String(LAST) } } });
  return (
    <Content answers={[readings]}>
      <Last
        caption={t('readings')}
        rows={readings.data?.rows ?? []}
        keyOf={({ reading }) => reading}
        columns={(row) => [
          { title: t('when'), cell: <span className="moment">{time(row.at)}</span> },
          { title: t('who'), cell: row.who },
          { title: t('what'), cell: <code className={styles['address']}>{row.path}</code> },
          { title: t('form'), cell: row.format },
          { title: t('status'), cell: row.status },
        ]}
      />
    </Content>
  );
}

type Attempt = AnswerOf<'/api/v1/attempts'>['rows'][number];

function Attempts(): ReactNode {
  const t = useTexts(auditTexts);
  const { time } = useDates();
  const attempts = useAnswer('/api/v1/attempts', { params: { query: { limit: '5' } } });
  const rows: readonly Attempt[] = attempts.data?.rows ?? [];
  return (
    <Content answers={[attempts]}>
      {rows.length === 0 ? <p>{t('noAttempts')}</p> : null}
      <Last
        caption={t('attempts')}
        rows={rows}
        keyOf={({ attempt }) => attempt}
        columns={(row) => [
          { title: t('when'), cell: <span className="moment">{time(row.at)}</span> },
          { title: t('who'), cell: row.who },
          { title: t('code'), cell: <code>{row.code}</code> },
          { title: t('message'), cell: <span lang="en">{row.message}</span> },
        ]}
      />
      <p>
        <Link to="/attempts">{t('allAttempts')}</Link>
      </p>
    </Content>
  );
}
