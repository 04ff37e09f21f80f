import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { AnswerOf } from '../../api/use-answer.ts';
import { switchShortcuts } from '../../app/preferences.ts';
import { useSetView } from '../../app/view.ts';

/** How somebody wants to see the pages; what was never chosen is absent. */
export type Preferences = AnswerOf<'/api/v1/desk/preferences'>['preferences'];

/** Keeps what somebody chose on the desk, for every browser, and shows this page so at once. */
export function useChoose(): (before: Preferences, change: Preferences) => Promise<void> {
  const queries = useQueryClient();
  const setView = useSetView();
  const { setColorScheme } = useMantineColorScheme();
  return async (before, change) => {
    const preferences = { ...before, ...change };
    answerOf(await api.PUT('/api/v1/desk/preferences', { body: preferences }));
    if (change.theme !== undefined) setColorScheme(change.theme);
    if (change.shortcuts !== undefined) switchShortcuts(change.shortcuts);
    if (change.language !== undefined) setView({ lang: change.language });
    if (change.unit !== undefined) setView({ unit: change.unit });
    await queries.invalidateQueries({ queryKey: ['/api/v1/desk/preferences'] });
  };
}
