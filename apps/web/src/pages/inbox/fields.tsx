import type { ReactNode } from 'react';
import { EventName } from '../../parts/event-name/event-name.tsx';
import { Values } from '../event/values.tsx';
import styles from './page.module.css';
import { useSayValue } from './use-say-value.ts';

interface FieldsProps {
  /** Of an event; a command has none. */
  readonly type?: string;
  readonly stream: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The fields of an event or a command as its reader knows them, under what happened and where. */
export function Fields({ type, stream, fields }: FieldsProps): ReactNode {
  return (
    <section className={styles['fields']}>
      {type === undefined ? null : (
        <p>
          <EventName type={type} />
        </p>
      )}
      <p lang="en" className={styles['dimmed']}>
        {type === undefined ? stream : `${type} · ${stream}`}
      </p>
      <Values of={fields} say={useSayValue()} />
    </section>
  );
}
