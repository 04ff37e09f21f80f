import { messageOf } from './message-of.ts';
import { refusal, RefusalError } from './refusal.ts';

/** What the system answers where this user may not read or write, or nobody may write. */
const DENIED = ['EACCES', 'EPERM', 'EROFS'];

/** The refusal in the place of an error of the system that denied a file or a folder; nothing for other errors. */
export function pathDenied(error: unknown): RefusalError | undefined {
  // Such an error may be of another realm, which instanceof does not know.
  const { code, path } = (error ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  if (typeof code !== 'string' || typeof path !== 'string' || !DENIED.includes(code)) return undefined;
  const said = `The system denies ${path} (${messageOf(error)}): expected a path that this user may read and write.`;
  return new RefusalError(refusal('invalid', 'path-denied', said, { path }));
}
