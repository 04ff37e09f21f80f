import type { Reply } from '../connection/connection.ts';
import type { Place } from '../connection/place.ts';
import { refusedAs } from '../problem.ts';
import type { Proof } from './proof.ts';

/** What whoever was not let in may do next; nothing when the refusal is of another kind. */
export function nextStep(place: Place, proof: Proof, reply: Reply): string | undefined {
  const { status } = reply;
  if (status !== 401 && status !== 403) return undefined;
  const at = place.flag;
  switch (refusedAs(reply)) {
    case 'not-signed-in':
    case 'token-refused':
      return signInAgain(at, proof);
    case 'not-set-up':
      return `Name the first administrator: obligo set-up ${at} --name <name>`;
    case 'one-time-code-wrong':
      return `Codes count once and not for ever. Administrators print new ones: obligo person invite ${at} --name <name>; a service without an administrator prints one whenever it starts.`;
    case 'sign-in-refused':
      return `Who cannot sign in any more is invited again by an administrator: obligo person invite ${at} --name <name>`;
    case 'second-factor-code-missing':
      return 'Give the code of the authenticator with --second-factor-file.';
    case 'second-factor-needed':
      return `Set one up, then sign in with it: obligo second-factor set-up ${at}`;
    case 'actor-differs':
      return 'Leave out --actor and OBLIGO_ACTOR: who signed in is who posts.';
    default:
      return status === 403
        ? `Your roles: obligo who ${at}. Administrators give others: obligo role grant ${at} --subject <name> --role <role>`
        : undefined;
  }
}

function signInAgain(at: string, { signIn, token, givenBy }: Proof): string {
  const command = `obligo sign-in ${at} --name ${signIn?.name ?? '<name>'}`;
  if (givenBy !== undefined)
    return `${givenBy} gives a token that does not count here. Ask for another, or sign in: ${command}`;
  if (signIn === undefined) return `Sign in: ${command}`;
  return token === undefined
    ? `The sign-in of ${signIn.name} ended at ${signIn.expiresAt}. Sign in again: ${command}`
    : `Sign in again: ${command}`;
}
