import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from '../line-input/line-input.module.css';

/** Something that may be typed, with what it is. */
export interface Suggestion {
  readonly value: string;
  readonly label?: string | undefined;
}

interface DocumentInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** What was typed lately in such a field; any part of number or name finds it. */
  readonly suggestions: readonly Suggestion[];
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly maxLength?: number;
}

/** A number or a name, with what was typed lately; what was chosen is named beneath. */
export function DocumentInput(props: DocumentInputProps): ReactNode {
  const { id, label, value, onChange, suggestions, error, required = false, maxLength = 64 } = props;
  const chosen = suggestions.find((each) => each.value === value)?.label;
  const list = `${id}-list`;
  return (
    <div className={styles['suggested']}>
      <TextInput
        id={id}
        label={label}
        withAsterisk={required}
        aria-required={required}
        autoComplete="off"
        maxLength={maxLength}
        value={value}
        {...(suggestions.length === 0 ? {} : { list })}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
        error={error}
        description={chosen}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
      />
      {suggestions.length === 0 ? null : (
        <datalist id={list}>
          {suggestions.map((each) => (
            <option key={each.value} value={each.value} label={each.label ?? each.value} />
          ))}
        </datalist>
      )}
    </div>
  );
}
