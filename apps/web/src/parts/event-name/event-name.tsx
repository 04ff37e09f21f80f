import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { eventTexts, isEventType } from './event-texts.ts';

/** Says what happened by the type of an event; a type that this program does not know by its name. */
export function useEventName(): (type: string) => string {
  const t = useTexts(eventTexts);
  return (type) => (isEventType(type) ? t(type) : type);
}

/** What happened, in a few words. */
export function EventName({ type }: { readonly type: string }): ReactNode {
  const name = useEventName();
  return name(type);
}
