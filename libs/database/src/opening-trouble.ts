import { DatabaseUnavailable } from './database.ts';
import { type DatabaseHome, type DatabaseShape, homeName } from './open-database.ts';
import { DatabaseUnusable } from './unusable.ts';

/** Why tables could not be opened, as the last words of a refusal's code. */
export type OpeningTrouble = 'unavailable' | 'newer-than-program' | 'file-unusable';

/** What is expected of a home, in words. */
export interface ExpectedHome {
  /** The server, where it cannot be reached. */
  readonly server: string;
  /** What the file or schema holds when it is intact. */
  readonly intact: string;
}

/** What `openDatabase` threw, for whoever has to do something about it. */
export function openingTrouble(
  home: DatabaseHome,
  shape: DatabaseShape,
  error: unknown,
  { server, intact }: ExpectedHome,
): { readonly trouble: OpeningTrouble; readonly message: string } {
  const said = error instanceof Error ? error.message : String(error);
  const tell = (trouble: OpeningTrouble, expected: string) => ({
    trouble,
    message: `${homeName(home, shape)}: ${said}; expected ${expected}.`,
  });
  const why = error instanceof DatabaseUnusable ? error.why : 'closed';
  if (error instanceof DatabaseUnavailable || why === 'closed')
    return tell('unavailable', 'file' in home ? 'a file that this user may write' : server);
  if (why === 'newer') return tell('newer-than-program', 'one of this program or an older one');
  return tell('file-unusable', `${intact} of this program`);
}
