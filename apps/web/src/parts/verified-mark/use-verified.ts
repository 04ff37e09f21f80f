import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { markTexts } from './texts.ts';

type Verified = AnswerOf<'/api/v1/verifications/latest'>;

/** How much the verification of the ledger may be relied on. */
export type Standing = 'sound' | 'stale' | 'findings' | 'failed' | 'never';

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

const HOUR_MS = 60 * MINUTE_MS;
const DAY_HOURS = 24;

/** Up to where the ledger was verified; asked more often while that is going on. */
export function useVerified() {
  const answer = useAnswer('/api/v1/verifications/latest', {}, { every: MINUTE_MS });
  const isUnderway = (answer.data?.underway ?? null) !== null;
  useAnswer('/api/v1/verifications/latest', {}, { enabled: isUnderway, every: 2 * SECOND_MS });
  return answer;
}

export function standingOf({ verified, latest, isStale }: Verified): Standing {
  if (latest?.outcome === 'findings') return 'findings';
  if (verified === null) return latest === null ? 'never' : 'failed';
  return isStale ? 'stale' : 'sound';
}

const grouped = (position: string): string => position.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');

/** The standing in words. */
export function useVerifiedWords(): (told: Verified) => string {
  const t = useTexts(markTexts);
  const { time } = useDates();
  return (told) => {
    const standing = standingOf(told);
    const { verified, latest } = told;
    if (standing === 'findings') return t('findings', { count: latest?.findingCount ?? 0 });
    if (verified === null) return t(standing === 'failed' ? 'failed' : 'never');
    const said = { position: grouped(verified.position), verifier: verified.verifier };
    if (standing === 'sound') return t('verified', { ...said, time: time(verified.endedAt) });
    const hours = Math.max(1, Math.floor((Date.now() - Date.parse(verified.endedAt)) / HOUR_MS));
    const age =
      hours < 2 * DAY_HOURS
        ? t('hours', { count: hours })
        : t('days', { count: Math.floor(hours / DAY_HOURS) });
    return t('stale', { ...said, age });
  };
}
