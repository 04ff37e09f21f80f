import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { useFiscalYear } from './fiscal-year.ts';

/** The first page: the overview of the year that people work in; for who may see no figures, what they look after. */
export function Home(): ReactNode {
  const fiscalYear = useFiscalYear();
  const permissions = useSession()?.permissions;
  if (permissions === undefined || fiscalYear === '') return null;
  const may = (permission: (typeof permissions)[number]) => permissions.includes(permission);
  if (!may('read-reports') && may('administer')) return <Navigate to="/admin/people" replace />;
  if (!may('read-reports') && may('operate')) return <Navigate to="/admin/health" replace />;
  return <Navigate to="/fy/$fy" params={{ fy: fiscalYear }} replace />;
}
