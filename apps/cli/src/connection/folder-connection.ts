import { addressOf, type Connection, headersOf } from './connection.ts';

export interface FolderOptions {
  readonly data: string;
  /** Makes the ledger when the folder has none; only for what posts. */
  readonly create: boolean;
  readonly purpose: string;
}

/** A data folder: the service itself, in this process and without listening. */
export async function connectToFolder({ data, create, purpose }: FolderOptions): Promise<Connection> {
  // Loaded only here: help and a running ledger need none of it.
  const { createLedger } = await import('../../../ledger/src/ledger.ts');
  const ledger = await createLedger({ data, create, purpose, logLevel: 'error' });
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
    close: () => ledger.close(),
  };
}
