import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useState } from 'react';
import { rememberCsrfToken } from './client.ts';
import type { JsonOf } from './operations.ts';
import { ApiProblem } from './problem.ts';
import { ask } from './use-answer.ts';

/** Who is signed in, with roles and limits. */
export type Session = JsonOf<'/api/v1/session', 'get'>;

const KEY = ['session'] as const;

/** Who was signed in last, also after that session ended. */
let lastName: string | undefined;

async function readSession(): Promise<Session | null> {
  try {
    const session = await ask('/api/v1/session', {});
    lastName = session.name;
    rememberCsrfToken((session as { csrfToken?: string }).csrfToken);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.isSignedOut) return null;
    throw error;
  }
}

/** Who the ledger says is signed in: nothing while it is asked, null when nobody is. */
export function useAskedSession(): Session | null | undefined {
  return useQuery({ queryKey: KEY, queryFn: readSession, staleTime: 60_000 }).data;
}

/** Who is signed in by what is known of it; nothing when nobody is. */
const signedInName = (queries: QueryClient): string | undefined =>
  queries.getQueryData<Session | null>(KEY)?.name;

/** Asks whether somebody else has signed in over a page since it was opened: nothing that was typed there is theirs. */
export function useIsSomebodyElse(): () => boolean {
  const queries = useQueryClient();
  const [owner] = useState(() => signedInName(queries));
  return useCallback(() => {
    const name = signedInName(queries);
    return name !== undefined && name !== owner;
  }, [owner, queries]);
}

/** The session that ended while its page stays open until its person has signed in again. */
export const EndedSession = createContext<Session | undefined>(undefined);

/**
 * Who is signed in: nothing while it is asked, null when nobody is. On a page whose session has ended it is the one that was:
 * nothing that was typed under it goes away.
 */
export function useSession(): Session | null | undefined {
  const ended = useContext(EndedSession);
  const asked = useAskedSession();
  return asked === null ? (ended ?? null) : asked;
}

/** Asks anew who is signed in, after signing in or out. */
export function useSessionChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    const before = lastName;
    await queries.refetchQueries({ queryKey: KEY });
    // Whoever else signs in is shown nothing that another was.
    if (before !== undefined && before !== lastName)
      await queries.resetQueries({ predicate: ({ queryKey: [name] }) => name !== KEY[0] });
    // What is typed on the page is newer than the draft that is kept of it.
    else await queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'draft' });
  };
}
