import { answerOf, api } from '../../../api/client.ts';
import type { CommandShape } from '../catalogue/command-shape.ts';
import type { ReadForm } from './read-form.ts';

/** What is available on a line before and after, in baht. */
export interface LineChange {
  readonly project: string;
  readonly line: { readonly fundSource: string; readonly category: string };
  readonly before: string;
  readonly after: string;
}

/** What the ledger answers to every command. */
export interface CommandAnswer {
  readonly position?: string;
  readonly replayed: boolean;
  readonly events: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[];
  readonly outcome?: { readonly available?: readonly LineChange[] };
}

export interface Sending {
  /** Absent for a trial. */
  readonly key?: string;
  readonly dryRun?: boolean;
  /** Number of the document that waits, where it is handed in for approval. */
  readonly submit?: string | undefined;
  readonly organisation?: string | undefined;
  readonly signal?: AbortSignal;
}

type Post = (
  path: string,
  init: unknown,
) => Promise<{ data?: CommandAnswer; error?: unknown; response: Response }>;

/** Sends a command of the catalogue once; throws the problem, or `NoAnswer`. */
export async function postCommand(
  { path }: CommandShape,
  { params, body }: Pick<ReadForm, 'params' | 'body'>,
  { key, dryRun, submit, organisation, signal }: Sending,
): Promise<CommandAnswer> {
  // Whoever registers an organisation types its code.
  const about = params['organisation'] ?? organisation;
  const query = {
    ...(dryRun ? { dryRun } : {}),
    ...(submit === undefined ? {} : { submit }),
    ...(about === undefined ? {} : { organisation: about }),
  };
  const header = key === undefined ? {} : { 'Idempotency-Key': key };
  const post = api.POST as unknown as Post;
  return answerOf(
    await post(path, { params: { path: params, query, header }, body, ...(signal ? { signal } : {}) }),
  );
}
