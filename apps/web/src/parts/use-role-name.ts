import { useTexts } from '../texts/texts.ts';
import { ROLE_NAMES, roleTexts } from './role-texts.ts';

/** Says a role in the words of the pages; one that no rule table begins with by its own name. */
export function useRoleName(): (role: string) => string {
  const say = useTexts(roleTexts);
  return (role) => {
    const known = ROLE_NAMES.find((each) => each === role);
    return known === undefined ? role : say(known);
  };
}
