import { useSession } from '../../api/session.ts';
import { commandOf } from './catalogue/catalogue.ts';
import type { CommandShape } from './catalogue/command-shape.ts';

/** Whether a right, such as `budgetaccount/*`, lets somebody post with a form. The ledger asks again, precisely. */
function covers(pattern: string, { posts }: CommandShape): boolean {
  const [category = '', command] = posts.split('/');
  if (command === undefined) return pattern.startsWith(`${category}/`);
  return pattern === posts || pattern === `${category}/*`;
}

/** Says of a form, by its operation, whether the one who is signed in could post with it; nobody is led to another. */
export function useMayPost(): (form: string) => boolean {
  const commands = useSession()?.commands ?? [];
  return (form) => {
    const shape = commandOf(form);
    return shape !== undefined && commands.some((pattern) => covers(pattern, shape));
  };
}
