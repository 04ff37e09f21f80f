import type { ReactNode } from 'react';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { ShownOnce } from '../admin-parts/shown-once.tsx';
import { peopleTexts } from './texts.ts';

interface InvitationProps {
  readonly said: string;
  readonly name: string;
  readonly code: string;
  readonly expiresAt: string;
}

/** The one-time code of an invitation, and the link that holds it where no server sees it. */
export function Invitation({ said, name, code, expiresAt }: InvitationProps): ReactNode {
  const t = useTexts(peopleTexts);
  const { time } = useDates();
  return (
    <>
      <p>{said}</p>
      <ShownOnce label={t('code', { name, until: time(expiresAt) })} value={code} testId="one-time-code" />
      <ShownOnce label={t('link')} value={`${location.origin}/invitation#${encodeURIComponent(code)}`} />
    </>
  );
}
