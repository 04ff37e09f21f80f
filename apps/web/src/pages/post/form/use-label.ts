import { useLanguage } from '../../../texts/language.ts';
import { labelOf } from '../catalogue/catalogue.ts';
import { useForm } from './form-context.ts';

/** The name of a field, without the numbers of the lines above it. */
export function useLabel(path: string): string {
  const { command } = useForm();
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  return labelOf(command, parts, useLanguage());
}
