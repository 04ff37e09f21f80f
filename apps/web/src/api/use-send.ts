import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { InitOf, JsonOf, PathOf } from './operations.ts';

/** Addresses that change something. */
export type SendPath = PathOf<'post'>;
/** What is sent: `{ params: { path, query, header: { 'Idempotency-Key' } }, body }`. */
export type SendInit<P extends SendPath> = InitOf<P, 'post'>;
/** What the address answers. */
export type SentAnswer<P extends SendPath> = JsonOf<P, 'post'>;

type Post<P extends SendPath> = (
  path: P,
  init: unknown,
) => Promise<{ data?: SentAnswer<P>; error?: unknown; response: Response }>;

/** Sends once and gives the answer; throws the problem. A dry run is sent like this, too. */
export async function send<P extends SendPath>(path: P, init: SendInit<P>): Promise<SentAnswer<P>> {
  return answerOf(await (api.POST as unknown as Post<P>)(path, init));
}

/** A button's way to the ledger. What was recorded may change any figure: every answer on the page is asked again. */
export function useSend<P extends SendPath>(path: P): UseMutationResult<SentAnswer<P>, Error, SendInit<P>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (init: SendInit<P>) => send(path, init),
    onSuccess: () => queries.invalidateQueries(),
  });
}
