import type { ReactNode } from 'react';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import type { Context, Event } from './sentence.ts';
import { eventPageTexts } from './texts.ts';
import { Values } from './values.tsx';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** When, by whom, why and from what the event was recorded, and its names in the log. */
export function Recorded({
  event,
  context: { row },
}: {
  readonly event: Event;
  readonly context: Context;
}): ReactNode {
  const t = useTexts(eventPageTexts);
  const { date, time } = useDates();
  const { metadata } = event;
  const facts: readonly (readonly [keyof typeof eventPageTexts, string | undefined])[] = [
    ['position', event.position],
    ['effective', `${date(row.effective_on)} (${row.effective_on})`],
    ['booked', time(event.bookedAt)],
    ['recorded', time(event.recordedAt)],
    ['actor', row.actor],
    ['onBehalfOf', textOf(metadata['onBehalfOf'])],
    ['reason', row.reason],
    ['source', row.source],
    ['imported', row.imported === undefined ? undefined : t('yes')],
    ['type', event.type],
    ['version', String(event.schemaVersion)],
    ['stream', event.stream],
    ['revision', event.revision],
    ['id', event.id],
    ['command', textOf(metadata['commandId'])],
    ['correlation', otherThan(metadata['correlationId'], metadata['commandId'])],
    ['causation', otherThan(metadata['causationId'], metadata['commandId'])],
    ['previous', textOf(metadata['previous'])],
  ];
  return (
    <section>
      <h2>{t('around')}</h2>
      <dl className={styles['values']}>
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd className={styles['exact']}>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}

const otherThan = (value: unknown, usual: unknown): string | undefined =>
  value === usual ? undefined : textOf(value);

/** What was asked, and what the decision saw: enough to take it again. */
export function Decision({ event: { metadata } }: { readonly event: Event }): ReactNode {
  const t = useTexts(eventPageTexts);
  const parts = (['asked', 'decision'] as const).flatMap((name) => {
    const value = metadata[name];
    return typeof value === 'object' && value !== null
      ? [[name, value as Record<string, unknown>] as const]
      : [];
  });
  return (
    <section>
      <h2>{t('decision')}</h2>
      {parts.length === 0 ? <p>{t('noDecision')}</p> : null}
      {parts.map(([name, value]) => (
        <div key={name}>
          <h3>{t(name === 'asked' ? 'asked' : 'saw')}</h3>
          <Values of={value} />
        </div>
      ))}
    </section>
  );
}

/** The bytes as they are stored; never written anew. */
export function Raw({ event: { stored } }: { readonly event: Event }): ReactNode {
  const t = useTexts(eventPageTexts);
  return (
    <section>
      <h2>{t('raw')}</h2>
      <Bytes name="data" label={t('rawData')} text={stored.data} />
      <Bytes name="metadata" label={t('rawMetadata')} text={stored.metadata} />
    </section>
  );
}

interface BytesProps {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

/** Whoever has no mouse scrolls it with the arrow keys: it takes the focus. */
function Bytes({ name, label, text }: BytesProps): ReactNode {
  return (
    <details>
      <summary>{label}</summary>
      <div className={styles['raw']} role="region" tabIndex={0} aria-label={label}>
        <pre data-raw={name}>{text}</pre>
      </div>
    </details>
  );
}
