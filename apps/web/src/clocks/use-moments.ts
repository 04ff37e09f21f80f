import { useFiscalYear } from '../app/fiscal-year.ts';
import { useView } from '../app/view.ts';
import { type AnswerOf, useAnswer } from '../api/use-answer.ts';
import { useDates } from '../texts/dates.ts';
import { useTexts } from '../texts/texts.ts';
import { clockTexts } from './texts.ts';

type Moment = AnswerOf<'/api/v1/moments'>['moments'][number];

/** A moment with a name, and what people call it. */
export interface NamedMoment extends Moment {
  readonly label: string;
}

const KEYS = {
  published: 'published',
  report: 'report',
  'period-closed': 'closed',
  'period-soft-closed': 'softClosed',
  'period-reopened': 'reopened',
} as const;

/** The answer behind the moments of a year, for pages that wait for it. */
export function useMomentsAnswer(year?: string) {
  const own = useFiscalYear();
  const fiscalYear = year ?? own;
  const { org: organisation } = useView();
  const query = { fiscalYear: Number(fiscalYear), ...(organisation === undefined ? {} : { organisation }) };
  return useAnswer('/api/v1/moments', { params: { query } }, { enabled: fiscalYear !== '' });
}

/** The moments of a year that have a name, newest first; each place in the log once, with all its names. */
export function useMoments(year?: string): readonly NamedMoment[] | undefined {
  const labelOf = useMomentLabel();
  const { data } = useMomentsAnswer(year);
  if (data === undefined) return undefined;
  const places = Map.groupBy(data.moments, ({ position }) => position);
  return [...places.values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ ...first, label: own.map(labelOf).join(' · ') }];
  });
}

function useMomentLabel(): (moment: Moment) => string {
  const t = useTexts(clockTexts);
  const { date, month } = useDates();
  return ({ kind, code, quarter, day }) => {
    const period = /^\d{4}-\d{2}$/.test(code)
      ? month(code)
      : code === 'year'
        ? t('wholeYear')
        : t('quarter', { quarter: code.slice(1) });
    return t(KEYS[kind], { code, period, quarter: (quarter ?? '').slice(1), day: date(day) });
  };
}

/** What a moment means: a place in the log and when that was booked. */
export function useResolved(known: string | undefined) {
  const { org: organisation } = useView();
  const query = {
    ...(known === undefined ? {} : { knownAt: known }),
    ...(organisation === undefined ? {} : { organisation }),
  };
  return useAnswer('/api/v1/moments/resolve', { params: { query } }, { enabled: known !== undefined });
}

/** A moment as addresses hold it: by its position, which never changes meaning, where the log had one by then. */
export const inAddress = (asked: string, position: string): string => (position === '0' ? asked : position);

/** A place in the log in words: «ลำดับ 1,204 · บันทึก 30 ธ.ค. 2568 16:58». */
export function usePlaceWords(): (place: {
  position: string;
  bookedAt?: string | null | undefined;
}) => string {
  const t = useTexts(clockTexts);
  const { time } = useDates();
  return ({ position, bookedAt }) => {
    // A moment that means no place stands as it was asked for.
    if (!/^\d+$/.test(position)) return position;
    const grouped = position.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
    if (position === '0') return t('beforeFirst');
    return bookedAt
      ? t('resolved', { position: grouped, time: time(bookedAt) })
      : t('position', { position: grouped });
  };
}
