import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { fieldTexts } from './field-texts.ts';
import styles from './page.module.css';
import { eventPageTexts } from './texts.ts';

const isField = (name: string): name is keyof typeof fieldTexts => Object.hasOwn(fieldTexts, name);

/** Exactly what stands in a part of an event: lists and objects within one another, texts and numbers as they are. */
export function Values({ of }: { readonly of: Readonly<Record<string, unknown>> }): ReactNode {
  return (
    <dl className={styles['values']}>
      {Object.entries(of).map(([name, value]) => (
        <div key={name}>
          <dt>
            <FieldName name={name} />
          </dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FieldName({ name }: { readonly name: string }): ReactNode {
  const t = useTexts(fieldTexts);
  return isField(name) ? t(name) : <code>{name}</code>;
}

function Value({ value }: { readonly value: unknown }): ReactNode {
  const t = useTexts(eventPageTexts);
  if (value === null) return '–';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (Array.isArray(value)) return <List values={value} />;
  if (typeof value === 'object') return <Values of={value as Readonly<Record<string, unknown>>} />;
  // Amounts are text, and numbers are whole and safe: neither is rounded.
  const exact = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '–';
  return <span className={styles['exact']}>{exact}</span>;
}

function List({ values }: { readonly values: readonly unknown[] }): ReactNode {
  if (values.length === 0) return '–';
  return (
    <ul className={styles['list']}>
      {values.map((value, index) => (
        // Nothing in it moves: its place names it.
        <li key={index}>
          <Value value={value} />
        </li>
      ))}
    </ul>
  );
}
