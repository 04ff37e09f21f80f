import { useSession } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useClocks } from '../clocks/use-clocks.ts';

const EVERY_MS = 60_000;

/** How many documents wait for the one who looks; unknown on a page about the past, and to who may not see them. */
export function useWaiting(): number | undefined {
  const { isPast, query } = useClocks();
  const mayRead = useSession()?.permissions.includes('read-journal') ?? false;
  const { organisation } = query;
  const asked = {
    status: 'waiting',
    decisions: true,
    ...(organisation === undefined ? {} : { organisation }),
  } as const;
  const { data } = useAnswer(
    '/api/v1/approvals',
    { params: { query: asked } },
    { enabled: !isPast && mayRead, every: EVERY_MS },
  );
  return data?.rows.filter(({ decision }) => decision?.mayDecide ?? false).length;
}
