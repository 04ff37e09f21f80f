import { ageOf, type Contents } from './contents.ts';
import type { RegisteredSchema } from './registry.ts';

/** What a projector has to do, from what is registered and what its program makes. */
export type Duty =
  | { readonly duty: 'follow'; readonly current: RegisteredSchema }
  /** Beside the present one, where there is one. */
  | { readonly duty: 'build'; readonly current: RegisteredSchema | undefined }
  /** Only an operator may make it build. */
  | { readonly duty: 'stand-aside'; readonly detail: string; readonly mayBeAsked: boolean };

export function dutyOf(schemas: readonly RegisteredSchema[], own: Contents): Duty {
  const current = schemas.find(({ state }) => state === 'current');
  if (!current) return { duty: 'build', current };
  const age = ageOf(current.contents, own);
  if (age === 'same') return { duty: 'follow', current };
  if (age === 'newer') {
    return { duty: 'stand-aside', detail: 'the read models were made by a newer version', mayBeAsked: false };
  }
  const wasLeft = schemas.some(
    ({ rolledBackAt, contents }) => rolledBackAt !== null && ageOf(contents, own) === 'same',
  );
  if (!wasLeft) return { duty: 'build', current };
  const detail = 'an operator went back to the read models of an earlier version';
  return { duty: 'stand-aside', detail, mayBeAsked: true };
}
