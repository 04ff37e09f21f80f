import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFiscalYear } from './fiscal-year.ts';

/** The first page is the overview of the year that people work in. */
export function Home(): ReactNode {
  const fiscalYear = useFiscalYear();
  return fiscalYear === '' ? null : <Navigate to="/fy/$fy" params={{ fy: fiscalYear }} replace />;
}
