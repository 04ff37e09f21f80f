import { useSession } from '../../api/session.ts';

/** Whether a role of the one who is signed in could record a command, `category/command`; limits aside. */
export function useMayRecord(command: string): boolean {
  const commands = useSession()?.commands ?? [];
  const [category = ''] = command.split('/');
  return commands.some((pattern) => pattern === command || pattern === `${category}/*`);
}
