import type { ReactNode } from 'react';
import { eventName } from '#glossary';
import { useLanguage } from '../../texts/language.ts';

/** Says what happened by the type of an event; a type that this program does not know by its name. */
export function useEventName(): (type: string) => string {
  const language = useLanguage();
  return (type) => eventName(type)[language];
}

/** What happened, in a few words. */
export function EventName({ type }: { readonly type: string }): ReactNode {
  const name = useEventName();
  return name(type);
}
