import { useCalendar } from '../../../clocks/use-calendar.ts';
import { useLanguage } from '../../../texts/language.ts';
import { labelOf } from '../catalogue/catalogue.ts';
import { useForm } from './form-context.ts';

/** The name of a field, without the numbers of the lines above it. */
export function useLabel(path: string): string {
  const { command } = useForm();
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  const { era } = useCalendar();
  // The name says in which era the year is written.
  const said =
    parts.at(-1) === 'fiscalYear' && era === 'CE' ? [...parts.slice(0, -1), 'fiscalYearCE'] : parts;
  return labelOf(command, said, useLanguage());
}
