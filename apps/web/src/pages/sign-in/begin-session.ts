import { rememberCsrfToken } from '../../api/client.ts';
import { send } from '../../api/use-send.ts';

interface Proofs {
  readonly name: string;
  readonly password: string;
  /** Six digits of the authenticator, where the account has one. */
  readonly secondFactorCode?: string;
}

/** Begins a session of the pages; throws the problem. */
export async function beginSession(proofs: Proofs): Promise<void> {
  const answer = await send('/api/v1/session', { body: { ...proofs, as: 'cookie' } });
  if ('csrfToken' in answer) rememberCsrfToken(answer.csrfToken);
}
