import { createContext, type ReactNode, useContext } from 'react';
import type { FieldShape } from '../catalogue/command-shape.ts';
import type { Values } from './values.ts';

/** What every field of a form needs of it. */
export interface FormOfFields {
  /** The command, by operation. */
  readonly command: string;
  readonly values: Values;
  /** Sets what was typed in some fields. */
  readonly type: (typed: Values) => void;
  /** Replaces all, as taking a line out does. */
  readonly replace: (values: Values) => void;
  /** Whether something is wrong with a field, or with one within it. */
  readonly hasFault: (path: string) => boolean;
  /** A field by its kind, for groups that hold others. */
  readonly render: (field: FieldShape, path: string) => ReactNode;
  /** What is wrong with a field. */
  readonly errorOf: (path: string) => string | undefined;
}

export const FormContext = createContext<FormOfFields | undefined>(undefined);

export function useForm(): FormOfFields {
  const form = useContext(FormContext);
  if (!form) throw new Error('A field stands in a form.');
  return form;
}
