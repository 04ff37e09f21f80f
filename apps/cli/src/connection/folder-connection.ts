import { existsSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOf, type Connection, headersOf } from './connection.ts';
import { folderSettings } from './folder-settings.ts';

export interface FolderOptions {
  readonly data: string;
  /** Makes the ledger when the folder has none; only for what posts. */
  readonly create: boolean;
  readonly purpose: string;
  /** Where the key of the accounts is kept; in the folder when absent. */
  readonly keyFile: string | undefined;
  /** Whether a log of who may do what that was lost may be begun anew; else such a folder is refused. */
  readonly beginsAccessAnew?: boolean | undefined;
  /** Parameters of the audit rules; their defaults when absent. */
  readonly auditRulesFile?: string | undefined;
  /** Says where the signing keys are, where checkpoints are published, and what several processes share. */
  readonly env: NodeJS.ProcessEnv;
  /** Hears of postings that could not be sealed. */
  readonly say: (line: string) => void;
}

/** A data folder: the service itself, in this process and without listening. */
export async function connectToFolder({
  data,
  create,
  purpose,
  env,
  say,
  ...options
}: FolderOptions): Promise<Connection> {
  // Loaded only here: help and a running ledger need none of it.
  const { createLedger } = await import('../../../ledger/src/ledger.ts');
  const { notSealed } = await import('../../../ledger/src/sealing/settings.ts');
  const began = create && !existsSync(join(data, 'ledger.sqlite'));
  const settings = await folderSettings(env, options.keyFile);
  const ledger = await createLedger({
    ...{ data, create, purpose, ...options, ...settings },
    logLevel: 'error',
  });
  return {
    async send(request) {
      const { method, body } = request;
      const reply = await ledger.app.inject({
        method,
        url: addressOf(request),
        headers: headersOf(request),
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      const headers = Object.entries(reply.headers).map(([name, value]) => [name, String(value)] as const);
      return { status: reply.statusCode, headers: Object.fromEntries(headers), text: reply.body };
    },
    close: async () => {
      const { store, access } = ledger.embedded;
      const empty = began && !access.state.isSetUp && (await store.head()) === undefined;
      const line = notSealed(await ledger.close());
      if (line !== undefined) say(`${line}\n`);
      // What was refused begins no ledger: a typing error in --data leaves nothing behind.
      if (empty) await removeLedger(data);
    },
  };
}

/** Only what the ledger itself makes; a folder that holds anything else stays. */
async function removeLedger(data: string): Promise<void> {
  const made = (await readdir(data)).filter((name) =>
    /^(?:ledger|projections|access-log|identities|readings|desk|seals)\.sqlite|^owner\.|^access\.key$/.test(
      name,
    ),
  );
  await Promise.all(made.map((name) => rm(join(data, name), { force: true })));
  await rmdir(data).catch(() => undefined);
}
