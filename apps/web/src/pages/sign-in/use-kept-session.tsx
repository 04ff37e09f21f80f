import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { type Session, useAskedSession } from '../../api/session.ts';

const SignInAgain = lazy(() => import('./sign-in-again.tsx'));

const SIGNED_OUT = 'obligo-signed-out';

/** Whatever was asked: who is not known any more is told so at once, not when the session is looked at next. */
api.use({
  onResponse({ request, response }) {
    // Who is signed in is what follows from it: asked for that reason, it is no news.
    const isNews = new URL(request.url).pathname !== '/api/v1/session';
    if (response.status === 401 && isNews) dispatchEvent(new Event(SIGNED_OUT));
    return undefined;
  },
});

interface KeptSession {
  /** Nothing while it is asked, null when nobody is signed in. */
  readonly session: Session | null | undefined;
  /** The session that ended under the page. */
  readonly ended: Session | undefined;
  /** Over a page whose session ended: signs in again; the page stays, with everything that was typed into it. */
  readonly again: ReactNode;
}

/** The session of the pages. Where `keeps`, one that ends leaves its page open until its person has signed in again. */
export function useKeptSession(keeps: boolean): KeptSession {
  const session = useAskedSession();
  const queries = useQueryClient();
  const [last, setLast] = useState<Session | null>(null);
  // State that follows another: set while drawing, so that no page is drawn without it.
  if (session && session !== last) setLast(session);
  if (!keeps && session === null && last !== null) setLast(null);
  useEffect(() => {
    const onSignedOut = () => void queries.invalidateQueries({ queryKey: ['session'] });
    addEventListener(SIGNED_OUT, onSignedOut);
    return () => {
      removeEventListener(SIGNED_OUT, onSignedOut);
    };
  }, [queries]);
  const ended = keeps && session === null && last !== null ? last : undefined;
  return {
    session: ended ?? session,
    ended,
    again: ended ? (
      <Suspense>
        <SignInAgain name={ended.name} />
      </Suspense>
    ) : null,
  };
}
