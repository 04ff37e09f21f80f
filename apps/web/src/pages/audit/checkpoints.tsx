import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Content } from '../../parts/page.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { Consistency } from './consistency.tsx';
import styles from './page.module.css';
import { auditTexts } from './texts.ts';

type Seal = AnswerOf<'/api/v1/seal'>;

const LAST = 10;

/** What is signed, who outside the ledger holds it to that, and whether it continues what was signed before. */
export function Checkpoints(): ReactNode {
  const t = useTexts(auditTexts);
  const may = useSession()?.permissions.some((one) => one === 'replay' || one === 'operate') ?? false;
  const seal = useAnswer('/api/v1/seal', {}, { enabled: may });
  const checkpoints = useAnswer('/api/v1/checkpoints', { params: { query: { limit: '10000' } } });
  return (
    <section>
      <h2>{t('checkpoints')}</h2>
      {may ? (
        <Content answers={[seal]}>{seal.data === undefined ? null : <Standing seal={seal.data} />}</Content>
      ) : null}
      <Content answers={[checkpoints]}>
        {checkpoints.data === undefined ? null : <Signed checkpoints={checkpoints.data.checkpoints} />}
      </Content>
    </section>
  );
}

function Standing({ seal }: { readonly seal: Seal }): ReactNode {
  const t = useTexts(auditTexts);
  const { standing, tail, origin, key, problem, publication } = seal;
  const said =
    standing === 'waiting' ? t('waiting', { count: tail.events + tail.accessEvents }) : t(standing);
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{t('standing')}</dt>
        <dd>
          {said}
          {problem === null ? null : <span lang="en"> – {problem.message}</span>}
        </dd>
      </div>
      <div>
        <dt>{t('origin')}</dt>
        <dd>{origin}</dd>
      </div>
      <div>
        <dt>{t('key')}</dt>
        <dd>
          <code className={styles['path']}>{key}</code>
        </dd>
      </div>
      <div>
        <dt>{t('witnesses')}</dt>
        <dd>{publication.length === 0 ? t('noWitness') : <Witnesses publication={publication} />}</dd>
      </div>
    </dl>
  );
}

function Witnesses({ publication }: { readonly publication: Seal['publication'] }): ReactNode {
  const t = useTexts(auditTexts);
  return (
    <ul className={styles['list']}>
      {publication.map(({ kind, path, published, lag, problem }) => (
        <li key={path}>
          {kind} · {t('published', { number: published })}
          {lag === 0 ? '' : ` · ${t('lag', { count: lag })}`}
          {problem === null ? null : <span lang="en"> · {problem}</span>}
        </li>
      ))}
    </ul>
  );
}

type Checkpoint = AnswerOf<'/api/v1/checkpoints'>['checkpoints'][number];

function Signed({ checkpoints }: { readonly checkpoints: readonly Checkpoint[] }): ReactNode {
  const t = useTexts(auditTexts);
  const { time } = useDates();
  const [first] = checkpoints;
  const last = checkpoints.at(-1);
  if (first === undefined || last === undefined) return <p>{t('noCheckpoints')}</p>;
  return (
    <>
      <FigureTable caption={t('checkpoints')} amounts={false}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('number')}
            </th>
            <th scope="col" className="number">
              {t('size')}
            </th>
            <th scope="col" className="number">
              {t('accessSize')}
            </th>
            <th scope="col">{t('signed')}</th>
            <th scope="col">{t('note')}</th>
          </tr>
        </thead>
        <tbody>
          {checkpoints
            .slice(-LAST)
            .toReversed()
            .map(({ number, size, accessSize, time: at }) => (
              <tr key={number}>
                <th scope="row" className="number">
                  {number}
                </th>
                <td className="number">{size}</td>
                <td className="number">{accessSize}</td>
                <td className="moment">{time(at)}</td>
                <td>
                  <a href={`/api/v1/checkpoints/${size}`} download={`checkpoint-${size}.txt`}>
                    {t('note')}
                  </a>
                </td>
              </tr>
            ))}
        </tbody>
      </FigureTable>
      <Consistency first={first.note} last={last.note} />
    </>
  );
}
