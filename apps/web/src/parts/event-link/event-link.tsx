import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The way to one entry of the log, by its position. */
export function EventLink({ position }: { readonly position: string }): ReactNode {
  return (
    <Link to="/e/$position" params={{ position }}>
      {position.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',')}
    </Link>
  );
}
