import { Navigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Leads to the page that signs in, which leads back here. */
export function SignedOut(): ReactNode {
  const next = useRouterState({ select: ({ location }) => location.href });
  return <Navigate to="/sign-in" search={(kept: object) => ({ ...kept, next })} replace />;
}
