import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useView } from '../app/view.ts';
import { answerOf, api } from './client.ts';
import type { InitOf, JsonOf, PathOf } from './operations.ts';

/** Addresses that answer a question. */
export type AnswerPath = PathOf<'get'>;
/** What the address answers. */
export type AnswerOf<P extends AnswerPath> = JsonOf<P, 'get'>;

export interface AskOptions {
  /** Asks only when true; what else it needs is then known. */
  readonly enabled?: boolean;
  /** Keeps the last answer on the page while the next is on its way. */
  readonly keep?: boolean;
  /** Milliseconds after which it is asked again, while the page is looked at. */
  readonly every?: number;
}

type Get<P extends AnswerPath> = (
  path: P,
  init: unknown,
) => Promise<{ data?: AnswerOf<P>; error?: unknown; response: Response }>;

/** Asks once, outside of a page's life: `await ask('/api/v1/…', { params })`. */
export async function ask<P extends AnswerPath>(path: P, init: InitOf<P, 'get'>): Promise<AnswerOf<P>> {
  return answerOf(await (api.GET as unknown as Get<P>)(path, init));
}

/** The answer of an address, kept while pages come and go: what was recorded since makes it asked again. */
export function useAnswer<P extends AnswerPath>(
  path: P,
  init: InitOf<P, 'get'>,
  { enabled = true, keep = false, every }: AskOptions = {},
): UseQueryResult<AnswerOf<P>> {
  const { org } = useView();
  return useQuery({
    queryKey: [path, init, org],
    queryFn: ({ signal }) => ask(path, { ...init, signal }),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}
