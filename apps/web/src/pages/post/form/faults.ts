import type { ApiProblem } from '../../../api/problem.ts';
import { sayAmount } from '../../../texts/amounts.ts';
import { refusalSentence } from '../../../refusals/sentences.ts';
import type { Language } from '../../../texts/language.ts';
import type { Fault } from '../../admin-parts/error-summary.tsx';
import { labelOf } from '../catalogue/catalogue.ts';
import type { CommandShape } from '../catalogue/command-shape.ts';
import type { FormFault } from './read-form.ts';
import { faultTexts } from './fault-texts.ts';
import { say } from '../../../texts/texts.ts';
import { idOf, type Values } from './values.ts';

/** What is wrong with a field, in the words of the page; the same above the form and at the field. */
export interface SaidFault extends Fault {
  readonly path?: string | undefined;
}

/** Whether a fault may still be one: nothing was typed since in the field that it is about. */
export function stillStands({ path }: SaidFault, found: Values, typed: Values): boolean {
  if (path === undefined) return true;
  const of = (values: Values) =>
    Object.entries(values).filter(([key]) => key === path || key.startsWith(`${path}.`));
  const [before, now] = [of(found), of(typed)];
  return before.length === now.length && now.every(([key, value]) => found[key] === value);
}

/** What was found on the page itself. */
export function saidFault(command: string, fault: FormFault, language: Language): SaidFault {
  const path = fault.path.split('.').filter((part) => !/^\d+$/.test(part));
  const field = labelOf(command, path, language);
  const place = /\.(\d+)\./.exec(fault.path)?.[1];
  const row =
    place === undefined ? '' : say(faultTexts.row, language, { row: Number.parseInt(place, 10) + 1 });
  const ways = (fault.couldMean ?? [])
    .map((way) => sayAmount(way, 'baht'))
    .join(say(faultTexts.or, language));
  const known = Object.hasOwn(faultTexts, fault.code) ? fault.code : 'malformed';
  const message = say(faultTexts[known as keyof typeof faultTexts], language, { field, ways });
  return { path: fault.path, field: idOf(fault.path), message: `${row}${message}` };
}

/** Fields that refusals are about, where they do not name one. */
const ABOUT: Readonly<Record<string, string>> = {
  'budget-exceeded': 'amount',
  'ceiling-exceeded': 'amount',
  'commitment-exceeded': 'amount',
  'acceptance-exceeded': 'amount',
  'request-exceeded': 'amount',
  'advance-exceeded': 'amount',
  'amount-malformed': 'amount',
  'amount-not-positive': 'amount',
  'account-not-open': 'project',
  'project-unknown': 'project',
  'line-not-in-account': 'line.fundSource',
  'commitment-exists': 'commitment',
  'commitment-unknown': 'commitment',
  'request-exists': 'request',
  'request-unknown': 'request',
  'acceptance-exists': 'acceptance',
  'acceptance-unknown': 'acceptance',
  'disbursement-exists': 'disbursement',
  'disbursement-unknown': 'disbursement',
  'date-outside-fiscal-year': 'effectiveOn',
  'period-closed': 'effectiveOn',
  'period-soft-closed': 'effectiveOn',
  'reason-missing': 'reason',
  'organisation-already-registered': 'organisation',
  'organisation-code-malformed': 'organisation',
};

/** What the ledger refused, each fault at its field where the form has it. */
export function refusedFaults(shape: CommandShape, problem: ApiProblem, language: Language): SaidFault[] {
  const { code, body } = problem;
  const errors = body['errors'] as
    readonly { readonly field: string; readonly expected: string }[] | undefined;
  if (code === 'input-invalid' && errors) {
    return errors.map(({ field, expected }) => ({
      path: field,
      field: idOf(field),
      message: `${labelOf(
        shape.id,
        field.split('.').filter((part) => !/^\d+$/.test(part)),
        language,
      )}: ${expected}`,
      fromLedger: true,
    }));
  }
  const sentence = refusalSentence(problem, language);
  const names = [...shape.params, ...shape.fields].map(({ name }) => name);
  const about = ABOUT[code];
  const path = about !== undefined && names.includes(about.split('.')[0] ?? '') ? about : undefined;
  return [
    {
      path,
      field: path === undefined ? undefined : idOf(path),
      message: sentence ?? problem.message,
      fromLedger: sentence === undefined,
    },
  ];
}
