import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { fieldTexts } from './field-texts.ts';
import styles from './page.module.css';
import { eventPageTexts } from './texts.ts';

const isField = (name: string): name is keyof typeof fieldTexts => Object.hasOwn(fieldTexts, name);

/** How a value is said instead of as it is; nothing for one that stands exactly. */
export type SayValue = (name: string, value: unknown) => string | undefined;

interface ValuesProps {
  readonly of: Readonly<Record<string, unknown>>;
  readonly say?: SayValue | undefined;
}

/**
 * What stands in a part of an event: lists and objects within one another. Texts and numbers are as they are, but for
 * those that `say` says otherwise.
 */
export function Values({ of, say }: ValuesProps): ReactNode {
  return (
    <dl className={styles['values']}>
      {Object.entries(of).map(([name, value]) => (
        <div key={name}>
          <dt>
            <FieldName name={name} />
          </dt>
          <dd>
            <Value {...{ name, value, say }} />
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

interface ValueProps {
  readonly name: string;
  readonly value: unknown;
  readonly say: SayValue | undefined;
}

function Value({ name, value, say }: ValueProps): ReactNode {
  const t = useTexts(eventPageTexts);
  const said = say?.(name, value);
  if (said !== undefined) return said;
  if (value === null) return '–';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (Array.isArray(value)) return <List {...{ name, values: value, say }} />;
  if (typeof value === 'object') return <Values of={value as Readonly<Record<string, unknown>>} say={say} />;
  // Amounts are text, and numbers are whole and safe: neither is rounded.
  const exact = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '–';
  return <span className={styles['exact']}>{exact}</span>;
}

interface ListProps extends Omit<ValueProps, 'value'> {
  readonly values: readonly unknown[];
}

function List({ name, values, say }: ListProps): ReactNode {
  if (values.length === 0) return '–';
  return (
    <ul className={styles['list']}>
      {values.map((value, index) => (
        // Nothing in it moves: its place names it.
        <li key={index}>
          <Value {...{ name, value, say }} />
        </li>
      ))}
    </ul>
  );
}
