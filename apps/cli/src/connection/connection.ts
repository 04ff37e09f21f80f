export interface Request {
  readonly method: 'GET' | 'POST';
  /** Path under `/api/v1/`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** What whoever was refused may do next, as far as it depends on who asked where. */
  readonly next?: string | undefined;
}

/** A ledger that answers, be it a running one or a folder: both speak the same API. */
export interface Connection {
  send(request: Request): Promise<Reply>;
  close(): Promise<void>;
}

/** The address of a request with its query, absent values left out. */
export function addressOf({ path, query = {} }: Request): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(given).toString();
  return `/api/v1/${path}${search === '' ? '' : `?${search}`}`;
}

export function headersOf({ body, headers = {} }: Request): Record<string, string> {
  const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(given),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
}
