import { useQuery, useQueryClient } from '@tanstack/react-query';
import { rememberCsrfToken } from './client.ts';
import type { JsonOf } from './operations.ts';
import { ApiProblem } from './problem.ts';
import { ask } from './use-answer.ts';

/** Who is signed in, with roles and limits. */
export type Session = JsonOf<'/api/v1/session', 'get'>;

const KEY = ['session'] as const;

async function readSession(): Promise<Session | null> {
  try {
    const session = await ask('/api/v1/session', {});
    rememberCsrfToken((session as { csrfToken?: string }).csrfToken);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.isSignedOut) return null;
    throw error;
  }
}

/** Who is signed in: nothing while it is asked, null when nobody is. */
export function useSession(): Session | null | undefined {
  return useQuery({ queryKey: KEY, queryFn: readSession, staleTime: 60_000 }).data;
}

/** Asks anew who is signed in, after signing in or out. */
export function useSessionChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries();
  };
}
