import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../texts/texts.ts';
import styles from './parts.module.css';
import { formTexts } from './form-texts.ts';

/** What is wrong with a field; without one it is about the whole form. */
export interface Fault {
  /** Id of the input. */
  readonly field?: string | undefined;
  readonly message: string;
  /** Said by the ledger, in English whatever the language of the page. */
  readonly fromLedger?: boolean;
}

/** Everything that is wrong, on top of the form, with the focus on it; each line leads to its field. */
export function ErrorSummary({ faults }: { readonly faults: readonly Fault[] }): ReactNode {
  const t = useTexts(formTexts);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} className={styles['summary']} role="alert" tabIndex={-1}>
      <h2>{t('wrong')}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field ?? ''} ${fault.message}`} lang={fault.fromLedger ? 'en' : undefined}>
            {fault.field === undefined ? fault.message : <FieldLink {...fault} field={fault.field} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Not the address of the page: a fragment in it would be a view of its own. */
function FieldLink({ field, message }: Fault & { readonly field: string }): ReactNode {
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(field)?.focus();
      }}
    >
      {message}
    </a>
  );
}
