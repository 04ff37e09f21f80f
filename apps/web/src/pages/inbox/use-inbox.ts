import { useNavigate, useSearch } from '@tanstack/react-router';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { useSession } from '../../api/session.ts';
import { useClocks } from '../../clocks/use-clocks.ts';

export type Row = AnswerOf<'/api/v1/approvals'>['rows'][number];

export const TABS = ['me', 'mine', 'done'] as const;
export type Tab = (typeof TABS)[number];

const EVERY_MS = 30_000;
/** Blocked for these reasons it is still his to look at: he has the duty. */
const HIS = ['maker-is-checker', 'checker-approved-already'];

/** Which box is open, and which document; both stand in the address. */
export function useInboxView() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const tab = TABS.find((one) => one === search['tab']) ?? 'me';
  const number =
    typeof search['doc'] === 'string' || typeof search['doc'] === 'number'
      ? String(search['doc'])
      : undefined;
  const set = (change: { tab?: Tab; doc?: string | undefined }) => {
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    });
  };
  return { tab, number, set };
}

const PAGE = 50;
/** So many rows of what was decided are shown at most; the journal has the rest. */
export const MOST_DECIDED = 200;

/** The documents of a box, with what may be done with each and what each would do; of those decided some pages. */
export function useBox(tab: Tab, pages: number) {
  const { query: clocks } = useClocks();
  const name = useSession()?.name ?? '';
  const queries = {
    me: { decisions: true, effects: true },
    mine: { status: 'all', maker: name, decisions: true, effects: true },
    done: { status: 'decided', limit: String(Math.min(MOST_DECIDED, PAGE * pages)) },
  } as const;
  const query = { ...clocks, ...queries[tab] };
  return useAnswer(
    '/api/v1/approvals',
    { params: { query } },
    { enabled: name !== '', every: EVERY_MS, keep: true },
  );
}

/** What was decided last, for a box that is empty. */
export function useLastDecided(enabled: boolean) {
  const { query: clocks } = useClocks();
  const query = { ...clocks, status: 'decided', limit: '5' } as const;
  return useAnswer('/api/v1/approvals', { params: { query } }, { enabled });
}

/** Whether a document waits for the one who looks: because he may decide, or would if it were not his own. */
export const isForMe = ({ decision }: Row): boolean =>
  decision === undefined || decision.mayDecide || HIS.includes(decision.blockedBecause?.code ?? '');

/** Documents of one kind go together: they would record the same commands. */
export const kindOf = ({ kinds }: Row): string => kinds.join(' ');
