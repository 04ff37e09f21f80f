import { Alert, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import { AdminPage } from '../admin-parts/admin-page.tsx';
import parts from '../admin-parts/parts.module.css';
import { Rebuild } from './rebuild.tsx';
import { Seals } from './seals.tsx';
import { healthTexts } from './texts.ts';

type Status = AnswerOf<'/api/v1/status'>;

const EVERY_MS = 10_000;

/** Versions, how far the read models have read, seals, and the space that is taken. */
export default function HealthPage(): ReactNode {
  const t = useTexts(healthTexts);
  const operates = useSession()?.permissions.includes('operate') ?? false;
  const status = useAnswer('/api/v1/status', {}, { every: EVERY_MS });
  const [rebuilding, setRebuilding] = useState(false);
  return (
    <AdminPage
      page="health"
      nowOnly
      answers={[status]}
      actions={
        operates && status.data ? (
          <Button
            variant="default"
            onClick={() => {
              setRebuilding(true);
            }}
          >
            {t('rebuild')}
          </Button>
        ) : null
      }
    >
      {() =>
        status.data ? (
          <>
            <Service status={status.data} />
            <Projections status={status.data} />
            <Seals seals={status.data.seals} />
            <Files files={status.data.files} />
            {rebuilding ? (
              <Rebuild
                onClose={() => {
                  setRebuilding(false);
                }}
              />
            ) : null}
          </>
        ) : null
      }
    </AdminPage>
  );
}

function Service({ status }: { readonly status: Status }): ReactNode {
  const t = useTexts(healthTexts);
  const { version, node, data, head, stopped } = status;
  return (
    <section aria-labelledby="health-service">
      <h2 id="health-service">{t('service')}</h2>
      {stopped === null ? null : (
        <Alert color="red" role="alert" title={t('stopped')}>
          <p lang="en">{stopped}</p>
        </Alert>
      )}
      <dl className={parts['facts']}>
        <dt>{t('version')}</dt>
        <dd>{version}</dd>
        <dt>{t('node')}</dt>
        <dd>{node}</dd>
        <dt>{t('data')}</dt>
        <dd>{data}</dd>
        <dt>{t('head')}</dt>
        <dd>
          {head === null ? (
            t('empty')
          ) : (
            <Link to="/e/$position" params={{ position: head }}>
              {head}
            </Link>
          )}
        </dd>
        <dt>{t('verified')}</dt>
        <dd>
          <Link to="/audit">{t('openAudit')}</Link>
        </dd>
      </dl>
    </section>
  );
}

function Projections({ status: { projections } }: { readonly status: Status }): ReactNode {
  const t = useTexts(healthTexts);
  return (
    <FigureTable caption={t('projections')} amounts={false}>
      <thead>
        <tr>
          {(['name', 'version', 'position', 'state'] as const).map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {projections.map(({ name, version, position, current }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{version}</td>
            <td>{position ?? '-'}</td>
            <td>{t(current ? 'current' : 'behind')}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

function Files({ files }: Pick<Status, 'files'>): ReactNode {
  const t = useTexts(healthTexts);
  return (
    <FigureTable caption={t('files')} amounts={false}>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" className="number">
            {t('size')}
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ name, bytes }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{t('megabytes', { size: (bytes / 1_000_000).toFixed(1) })}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
