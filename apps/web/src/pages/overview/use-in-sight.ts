import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** Brings a part of a page into sight, and the keyboard to it, whenever an address names it: it may come after its page. */
export function useInSight(part: string): RefObject<HTMLDivElement | null> {
  const { hash, state } = useLocation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hash !== part) return;
    place.current?.scrollIntoView();
    place.current?.focus({ preventScroll: true });
  }, [hash, state, part]);
  return place;
}
