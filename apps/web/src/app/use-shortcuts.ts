import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useFiscalYear } from './fiscal-year.ts';
import { shortcutsAreOn } from './preferences.ts';

const WITHIN_MS = 1500;

/** The page that follows `g` and a letter. */
const PLACES: Readonly<Record<string, (fiscalYear: string) => string>> = {
  o: (year) => `/fy/${year}`,
  k: (year) => `/fy/${year}/kpi`,
  p: () => '/post',
  i: () => '/inbox',
  r: () => '/reports',
  j: () => '/journal',
  c: () => '/compare',
  a: () => '/audit',
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Two keys lead to a page, `n` to a new posting, `/` to the search; never while somebody types. */
export function useShortcuts(): void {
  const navigate = useNavigate();
  const fiscalYear = useFiscalYear();
  useEffect(() => {
    let afterG = -WITHIN_MS;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || !shortcutsAreOn())
        return;
      const key = event.key.toLowerCase();
      const place = event.timeStamp - afterG < WITHIN_MS ? PLACES[key]?.(fiscalYear) : undefined;
      afterG = key === 'g' ? event.timeStamp : -WITHIN_MS;
      const to = place ?? (key === 'n' ? '/post' : undefined);
      if (to !== undefined) {
        event.preventDefault();
        void navigate({ to });
      } else if (key === '/') {
        event.preventDefault();
        document.getElementById('search')?.focus();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [navigate, fiscalYear]);
}
