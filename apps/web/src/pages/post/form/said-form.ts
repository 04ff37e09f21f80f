import type { Evidence } from '#kernel';
import { type LineCodes, lineName } from '../../../parts/line-name.ts';
import { sayAmount } from '../../../texts/amounts.ts';
import { dateIn } from '../../../texts/dates.ts';
import type { Language } from '../../../texts/language.ts';
import { say } from '../../../texts/texts.ts';
import { bahtWords } from '../../../typed/baht-words.ts';
import { choiceOf, labelOf } from '../catalogue/catalogue.ts';
import type { CommandShape, FieldShape } from '../catalogue/command-shape.ts';
import { postTexts } from '../texts.ts';
import { layoutOf } from './layout.ts';
import type { ReadForm } from './read-form.ts';

/** One fact of a posting in words. */
export interface SaidFact {
  readonly label: string;
  readonly value: string;
}

/** What a form will record, fact by fact, in the order of the form; what was left blank is not named. */
export function saidForm(shape: CommandShape, form: ReadForm, language: Language): readonly SaidFact[] {
  const { main, grounds, more } = layoutOf(shape);
  return saidFields(shape.id, [...main, ...more, ...grounds], { ...form.params, ...form.body }, [], language);
}

function saidFields(
  command: string,
  fields: readonly FieldShape[],
  values: Readonly<Record<string, unknown>>,
  above: readonly string[],
  language: Language,
): SaidFact[] {
  return fields.flatMap((field): SaidFact[] => {
    const value = values[field.name];
    if (value === undefined) return [];
    const path = [...above, field.name];
    const label = labelOf(command, path, language);
    if (field.kind === 'group')
      return saidFields(command, field.fields ?? [], value as Record<string, unknown>, path, language).map(
        (fact) => ({ ...fact, label: `${label} · ${fact.label}` }),
      );
    if (field.kind === 'list')
      return (value as readonly Record<string, unknown>[]).flatMap((member, at) =>
        saidFields(command, field.fields ?? [], member, path, language).map((fact) => ({
          ...fact,
          label: `${label} ${at + 1} · ${fact.label}`,
        })),
      );
    return [{ label, value: saidValue(field, value, language) }];
  });
}

function saidValue({ kind }: FieldShape, value: unknown, language: Language): string {
  switch (kind) {
    case 'amount': {
      const baht = String(value);
      return `${sayAmount(baht, 'baht')} (${bahtWords(baht)})`;
    }
    case 'date':
      return `${dateIn(language, String(value))} (${String(value)})`;
    case 'line':
      return lineName(value as LineCodes, language);
    case 'choice':
      return choiceOf(String(value), language);
    case 'flag':
      return say(postTexts.yes, language);
    case 'evidence':
      return (value as readonly Evidence[])
        .map(({ name, sha256 }) => `${name} (${sha256.slice(0, 12)}…)`)
        .join(', ');
    case 'json':
      return JSON.stringify(value);
    default:
      return String(value);
  }
}

/** The amount that a form is about; nothing where it has none, or several. */
export function amountIn({ body }: Pick<ReadForm, 'body'>): string | undefined {
  const amount = body['amount'] ?? body['change'] ?? body['spent'];
  return typeof amount === 'string' ? amount : undefined;
}
