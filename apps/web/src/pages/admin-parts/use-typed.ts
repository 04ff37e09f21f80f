import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import type { Fault } from './error-summary.tsx';
import { formTexts } from './form-texts.ts';

type Typed = Readonly<Record<string, string>>;
type FaultOf = (id: string) => string | undefined;

/** What is typed into the inputs of a form, each with an id of the form's own. */
export function useTyped<T extends Typed>(form: string, initial: T) {
  const [typed, setTyped] = useState(initial);
  const t = useTexts(formTexts);
  const set = (name: keyof T & string, text: string) => {
    setTyped((before) => ({ ...before, [name]: text }));
  };
  return {
    typed,
    /** The properties of a text input. */
    input: (name: keyof T & string, faultOf: FaultOf) => ({
      id: `${form}-${name}`,
      value: typed[name],
      error: faultOf(`${form}-${name}`),
      onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => {
        set(name, currentTarget.value);
      },
    }),
    /** The properties of an input that reads what is typed, such as a day. */
    field: (name: keyof T & string, label: string, faultOf: FaultOf) => ({
      id: `${form}-${name}`,
      label,
      typed: typed[name] ?? '',
      error: faultOf(`${form}-${name}`),
      onTyped: (text: string) => {
        set(name, text);
      },
    }),
    /** Says which of these inputs are empty. */
    missing: <N extends keyof T & string>(names: readonly N[], label: (name: N) => string): Fault[] =>
      names
        .filter((name) => (typed[name] ?? '').trim() === '')
        .map((name) => ({ field: `${form}-${name}`, message: t('needed', { field: label(name) }) })),
  };
}

/** Those that are not empty, trimmed: what is left empty is not said. */
export const saidIn = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  );
