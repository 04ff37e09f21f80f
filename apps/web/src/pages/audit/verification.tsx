import { Alert, Button } from '@mantine/core';
import { verificationFindingName } from '#glossary';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { useSend } from '../../api/use-send.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Content } from '../../parts/page.tsx';
import { standingOf, useVerified, useVerifiedWords } from '../../parts/verified-mark/use-verified.ts';
import { useDates } from '../../texts/dates.ts';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { auditTexts } from './texts.ts';

type Run = AnswerOf<'/api/v1/verifications'>['rows'][number];

const COLOURS = {
  sound: 'green',
  stale: 'yellow',
  findings: 'red',
  failed: 'yellow',
  never: 'yellow',
} as const;

/** Up to where the ledger was verified, when and by what; and what verifications found so far. */
export function Verification(): ReactNode {
  const t = useTexts(auditTexts);
  const words = useVerifiedWords();
  const verified = useVerified();
  const session = useSession();
  const begin = useSend('/api/v1/verifications');
  const underway = verified.data?.underway ?? null;
  return (
    <section>
      <h2>{t('verified')}</h2>
      <Content answers={[verified]} lines={4}>
        {verified.data === undefined ? null : (
          <Alert color={COLOURS[standingOf(verified.data)]} title={words(verified.data)} role="status">
            <p>{t('command')}</p>
            {underway === null ? null : (
              <p>{t('underway', { what: underway.what ?? t('starting'), done: underway.done })}</p>
            )}
            {session?.permissions.includes('replay') === true ? (
              <Button loading={underway !== null || begin.isPending} onClick={() => begin.mutate({})}>
                {t('verifyNow')}
              </Button>
            ) : null}
          </Alert>
        )}
      </Content>
      <Runs last={verified.data?.latest?.number ?? 0} />
    </section>
  );
}

/** The last runs; a new one makes another question of it. */
function Runs({ last }: { readonly last: number }): ReactNode {
  const t = useTexts(auditTexts);
  const session = useSession();
  const may = session?.permissions.some((one) => one === 'replay' || one === 'operate') ?? false;
  const query = { limit: '10', before: String(last + 1) };
  const runs = useAnswer('/api/v1/verifications', { params: { query } }, { enabled: may, keep: true });
  if (!may) return null;
  return (
    <Content answers={[runs]} lines={1}>
      {runs.data === undefined || runs.data.rows.length === 0 ? (
        <p>{t('noRuns')}</p>
      ) : (
        <RunTable rows={runs.data.rows} />
      )}
    </Content>
  );
}

function RunTable({ rows }: { readonly rows: readonly Run[] }): ReactNode {
  const t = useTexts(auditTexts);
  const { time } = useDates();
  return (
    <FigureTable caption={t('runs')} amounts={false}>
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('outcome')}</th>
          <th scope="col" className="number">
            {t('upTo')}
          </th>
          <th scope="col" className="number">
            {t('proven')}
          </th>
          <th scope="col" className="number">
            {t('seconds')}
          </th>
          <th scope="col">{t('cause')}</th>
          <th scope="col">{t('verifier')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((run) => (
          <tr key={run.number}>
            <th scope="row" className="moment">
              {time(run.endedAt)}
            </th>
            <td>
              <Outcome run={run} />
            </td>
            <td className="number">{run.position}</td>
            <td className="number">{run.proven}</td>
            <td className="number">{secondsOf(run)}</td>
            <td>{run.cause === 'asked' ? run.by : t(run.cause)}</td>
            <td>{run.verifier}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

const secondsOf = ({ startedAt, endedAt }: Run): string =>
  ((Date.parse(endedAt) - Date.parse(startedAt)) / 1000).toFixed(1);

function Outcome({ run }: { readonly run: Run }): ReactNode {
  const t = useTexts(auditTexts);
  const language = useLanguage();
  if (run.outcome === 'failed') return t('failed', { why: run.failure ?? '' });
  if (run.outcome === 'sound') return t('sound');
  return (
    <details>
      <summary>{t('wrong', { count: run.findingCount })}</summary>
      <ul>
        {run.findings.map(({ code, message }, index) => (
          <li key={index}>
            {verificationFindingName(code)?.[language]} <code>{code}</code>
            <span lang="en" className={styles['exactly']}>
              {message}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
