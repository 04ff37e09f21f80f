import { Alert } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { useEventName } from '../../parts/event-name/event-name.tsx';
import { Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Effects, Together } from './effects.tsx';
import styles from './page.module.css';
import { Proof } from './proof.tsx';
import { Decision, Raw, Recorded } from './recorded.tsx';
import { type Context, type Event, useSentence } from './sentence.ts';
import { eventPageTexts } from './texts.ts';
import { Values } from './values.tsx';

/** One fact: what it says, why it was recorded, what it did, and whether it is genuine. */
export default function EventPage(): ReactNode {
  const t = useTexts(eventPageTexts);
  const { position = '' }: { position?: string } = useParams({ strict: false });
  const { query } = useClocks();
  const { effectiveTo: _any, ...known } = query;
  const path = { position };
  const event = useAnswer('/api/v1/events/{position}', { params: { path } });
  const context = useAnswer('/api/v1/events/{position}/context', { params: { path, query: known } });
  const name = useEventName();
  const { data } = context;
  const title =
    data?.isKnown === true
      ? t('title', { name: name(data.row.type), position })
      : t('loadingTitle', { position });
  return (
    <Page title={title} answers={[event, context]}>
      {() =>
        event.data === undefined || data === undefined ? null : data.isKnown ? (
          <Known event={event.data} context={data} />
        ) : (
          <NotKnown known={data.knownAt.position} />
        )
      }
    </Page>
  );
}

function NotKnown({ known }: { readonly known: string }): ReactNode {
  const t = useTexts(eventPageTexts);
  return (
    <Alert color="yellow" title={t('notKnown')}>
      <p>{t('notKnownWhy', { known })}</p>
      <Link to="." search={(before: object) => ({ ...before, known: undefined })}>
        {t('toNow')}
      </Link>
    </Alert>
  );
}

function Known({ event, context }: { readonly event: Event; readonly context: Context }): ReactNode {
  const t = useTexts(eventPageTexts);
  const sentence = useSentence();
  return (
    <>
      <p className={styles['sentence']}>{sentence(event, context)}</p>
      <Bands row={context.row} />
      <Ways context={context} />
      <section>
        <h2>{t('fields')}</h2>
        <Values of={event.data} />
      </section>
      <Recorded event={event} context={context} />
      <section>
        <h2>{t('effects')}</h2>
        <Effects context={context} />
      </section>
      <Together context={context} />
      <Proof key={event.id} event={event} context={context} />
      <Decision event={event} />
      <Raw event={event} />
    </>
  );
}

/** An entry and what took it back lead to each other. */
function Bands({ row: { reverses, reversed_by: reversedBy } }: { readonly row: Context['row'] }): ReactNode {
  const t = useTexts(eventPageTexts);
  const bands = [
    ['reversedBand', reversedBy],
    ['reversingBand', reverses],
  ] as const;
  return bands.map(([text, position]) =>
    position === undefined ? null : (
      <Alert key={text} color="yellow" className={styles['band']}>
        {t(text)}{' '}
        <Link to="/e/$position" params={{ position }}>
          {t('toPosition', { position })}
        </Link>
      </Alert>
    ),
  );
}

function Ways({ context: { row, knownAt } }: { readonly context: Context }): ReactNode {
  const t = useTexts(eventPageTexts);
  const { position, document } = row;
  const at = BigInt(position);
  return (
    <p className={styles['ways']}>
      {at > 1n ? (
        <Link to="/e/$position" params={{ position: String(at - 1n) }}>
          {t('older')}
        </Link>
      ) : null}
      {at < BigInt(knownAt.position) ? (
        <Link to="/e/$position" params={{ position: String(at + 1n) }}>
          {t('newer')}
        </Link>
      ) : null}
      <Link
        to="/journal"
        search={(before: object) => ({ ...before, before: String(at + 1n), row: position })}
      >
        {t('inJournal')}
      </Link>
      {document === undefined ? null : (
        <Link to="/journal" search={(before: object) => ({ ...before, document })}>
          {t('byDocument', { document })}
        </Link>
      )}
      <Link to="/r/$number" params={{ number: position }}>
        {t('receipt')}
      </Link>
    </p>
  );
}
