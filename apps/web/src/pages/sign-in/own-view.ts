import { useMantineColorScheme } from '@mantine/core';
import { ask } from '../../api/use-answer.ts';
import { switchShortcuts } from '../../app/preferences.ts';

/**
 * Shows the pages as whoever has just signed in chose it. Gives back the page to go to, with language and unit where
 * its address does not say them. A desk that does not answer keeps nobody out.
 */
export function useOwnView(): (next: string) => Promise<string> {
  const { setColorScheme } = useMantineColorScheme();
  return async (next) => {
    try {
      const { preferences } = await ask('/api/v1/desk/preferences', {});
      if (preferences.theme !== undefined) setColorScheme(preferences.theme);
      if (preferences.shortcuts !== undefined) switchShortcuts(preferences.shortcuts);
      const url = new URL(next, location.origin);
      const { language, unit } = preferences;
      if (language === 'en' && !url.searchParams.has('lang')) url.searchParams.set('lang', language);
      if (unit === 'baht' && !url.searchParams.has('unit')) url.searchParams.set('unit', unit);
      return `${url.pathname}${url.search}`;
    } catch {
      return next;
    }
  };
}
