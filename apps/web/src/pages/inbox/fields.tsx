import type { ReactNode } from 'react';
import styles from './page.module.css';

interface FieldsProps {
  readonly title: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The exact fields of an event or a command; texts as they are, the rest as JSON. */
export function Fields({ title, fields }: FieldsProps): ReactNode {
  return (
    <section className={styles['fields']}>
      <p lang="en">{title}</p>
      <dl className={styles['facts']}>
        {Object.entries(fields).map(([name, value]) => (
          <div key={name}>
            <dt lang="en">{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
