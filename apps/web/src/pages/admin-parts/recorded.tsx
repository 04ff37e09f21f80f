import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { adminTexts } from './admin-texts.ts';

interface RecordedProps {
  readonly said: string;
  /** Where it stands; nothing when it was there already. */
  readonly position: string | undefined;
}

/** What was recorded in the log of access rules, which is not that of the accounts. */
export function RecordedInAccessLog({ said, position }: RecordedProps): ReactNode {
  const t = useTexts(adminTexts);
  return (
    <>
      <p>{said}</p>
      {position === undefined ? null : <p>{t('inAccessLog', { position })}</p>}
    </>
  );
}

/** What was recorded in the ledger, with its receipt. */
export function Recorded({ said, position }: RecordedProps): ReactNode {
  const t = useTexts(adminTexts);
  return (
    <>
      <p>{said}</p>
      {position === undefined ? null : (
        <p>
          <Link to="/r/$number" params={{ number: position }}>
            {t('receipt', { position })}
          </Link>
        </p>
      )}
    </>
  );
}
