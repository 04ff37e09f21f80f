import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { AmountInput } from '../../../parts/amount-input/amount-input.tsx';
import { DateInput } from '../../../parts/date-input/date-input.tsx';
import { DocumentInput } from '../../../parts/document-input/document-input.tsx';
import { EvidenceInput } from '../../../parts/evidence-input/evidence-input.tsx';
import { LineInput } from '../../../parts/line-input/line-input.tsx';
import { useLanguage } from '../../../texts/language.ts';
import { useTexts } from '../../../texts/texts.ts';
import { choiceOf } from '../catalogue/catalogue.ts';
import type { FieldShape } from '../catalogue/command-shape.ts';
import { postTexts } from '../texts.ts';
import { FieldGroup, FieldList } from './field-group.tsx';
import { useForm } from './form-context.ts';
import { evidenceIn } from './read-form.ts';
import { useLabel } from './use-label.ts';
import { useSuggestions } from './use-suggestions.ts';
import { idOf, pathOf } from './values.ts';

interface FieldProps {
  readonly field: FieldShape;
  readonly path: string;
}

/** One field of a form, by its kind. */
export function Field({ field, path }: FieldProps): ReactNode {
  switch (field.kind) {
    case 'group':
      return <FieldGroup field={field} path={path} />;
    case 'list':
      return <FieldList field={field} path={path} />;
    case 'line':
      return <LineField field={field} path={path} />;
    case 'date':
      return <DateField field={field} path={path} />;
    case 'evidence':
      return <EvidenceField field={field} path={path} />;
    default:
      return <SimpleField field={field} path={path} />;
  }
}

function SimpleField({ field, path }: FieldProps): ReactNode {
  const { values, type, errorOf } = useForm();
  const label = useLabel(path);
  const { kind, required, maxLength } = field;
  const value = values[path] ?? '';
  const shared = { id: idOf(path), label, value, error: errorOf(path) };
  const onText = (event: { readonly currentTarget: { readonly value: string } }) => {
    type({ [path]: event.currentTarget.value });
  };
  if (kind === 'amount') {
    const signed = ['change', 'disbursed', 'committed'].includes(field.name);
    return (
      <AmountInput
        {...shared}
        required={required}
        signed={signed}
        onChange={(typed) => type({ [path]: typed })}
      />
    );
  }
  if (kind === 'flag') {
    const onCheck = (event: { readonly currentTarget: { readonly checked: boolean } }) => {
      type({ [path]: event.currentTarget.checked ? 'true' : '' });
    };
    return (
      <Checkbox
        id={shared.id}
        label={label}
        checked={value === 'true'}
        error={shared.error}
        onChange={onCheck}
      />
    );
  }
  if (kind === 'choice') return <ChoiceField field={field} path={path} />;
  if (kind === 'long-text' || kind === 'json') {
    return (
      <Textarea
        {...shared}
        withAsterisk={required}
        aria-required={required}
        autosize={false}
        rows={2}
        maxLength={maxLength}
        onChange={onText}
      />
    );
  }
  if (kind === 'text') return <TextField field={field} path={path} />;
  return (
    <TextInput
      {...shared}
      withAsterisk={required}
      aria-required={required}
      inputMode="numeric"
      autoComplete="off"
      maxLength={12}
      onChange={onText}
    />
  );
}

/** The account that a field is about: of its own line in a document of several. */
function useAccount(path: string): { readonly fiscalYear: string; readonly project: string } {
  const { values } = useForm();
  const above = /^(lines\.\d+)\./.exec(path)?.[1];
  const of = (name: string) => values[above === undefined ? name : pathOf(above, name)] ?? '';
  return { fiscalYear: of('fiscalYear'), project: of('project') };
}

function TextField({ field, path }: FieldProps): ReactNode {
  const { command, values, type, errorOf } = useForm();
  const { fiscalYear, project } = useAccount(path);
  return (
    <DocumentInput
      id={idOf(path)}
      label={useLabel(path)}
      value={values[path] ?? ''}
      onChange={(typed) => type({ [path]: typed })}
      error={errorOf(path)}
      required={field.required}
      {...(field.maxLength === undefined ? {} : { maxLength: field.maxLength })}
      suggestions={useSuggestions(command, field.name, fiscalYear, project)}
    />
  );
}

function ChoiceField({ field, path }: FieldProps): ReactNode {
  const { values, type, errorOf } = useForm();
  const language = useLanguage();
  const t = useTexts(postTexts);
  const label = useLabel(path);
  const choices = (field.choices ?? []).map((value) => ({ value, label: choiceOf(value, language) }));
  return (
    <NativeSelect
      id={idOf(path)}
      label={label}
      withAsterisk={field.required}
      value={values[path] ?? ''}
      error={errorOf(path)}
      onChange={(event) => type({ [path]: event.currentTarget.value })}
      data={[{ value: '', label: t('noChoice') }, ...choices]}
    />
  );
}

function LineField({ field, path }: FieldProps): ReactNode {
  const { values, type, errorOf } = useForm();
  const [fundSource, category] = [pathOf(path, 'fundSource'), pathOf(path, 'category')];
  return (
    <LineInput
      id={idOf(fundSource)}
      label={useLabel(path)}
      {...useAccount(path)}
      value={{ fundSource: values[fundSource] ?? '', category: values[category] ?? '' }}
      onChange={(line) => type({ [fundSource]: line.fundSource, [category]: line.category })}
      errors={{ fundSource: errorOf(fundSource) ?? errorOf(path), category: errorOf(category) }}
      required={field.required}
    />
  );
}

function DateField({ field, path }: FieldProps): ReactNode {
  const { values, type, errorOf } = useForm();
  const part = (name: string) => values[pathOf(path, name)] ?? '';
  return (
    <DateInput
      id={idOf(path)}
      label={useLabel(path)}
      value={{ day: part('day'), month: part('month'), year: part('year') }}
      onChange={({ day, month, year }) =>
        type({ [pathOf(path, 'day')]: day, [pathOf(path, 'month')]: month, [pathOf(path, 'year')]: year })
      }
      error={errorOf(path)}
      required={field.required}
    />
  );
}

function EvidenceField({ path }: FieldProps): ReactNode {
  const { values, type } = useForm();
  return (
    <EvidenceInput
      id={idOf(path)}
      label={useLabel(path)}
      value={evidenceIn(values[path] ?? '')}
      onChange={(files) => type({ [path]: files.length === 0 ? '' : JSON.stringify(files) })}
    />
  );
}
