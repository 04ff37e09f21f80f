import pg from 'pg';

export interface PoolOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** How the connections are called on the server, in `pg_stat_activity`. */
  readonly application: string;
  /** After how many milliseconds the server ends a statement by itself. */
  readonly statementTimeoutMs?: number;
  /** How long to wait for a connection before it counts as unavailable; 5,000 ms when absent. */
  readonly connectTimeoutMs?: number;
  /** Connections at most; 10 when absent. */
  readonly size?: number;
  /** Told when an idle connection breaks, as at a restart of the server; the pool makes new ones by itself. */
  readonly onLost?: (error: Error) => void;
}

/** A pool of connections whose answers hold no float: whole numbers come as `bigint`, decimals and moments as text. */
export type Pool = pg.Pool;
export type Client = pg.PoolClient;

/** Whatever statements can be sent to: a pool, or one connection of it. */
export interface Queryable {
  query: pg.Pool['query'];
}

const { builtins } = pg.types;

/** Numbers of a PostgreSQL type that a JavaScript number holds exactly. */
const SMALL = new Set<number>([builtins.INT2, builtins.INT4]);
const asText = (value: string): string => value;
const PARSED = new Map<number, (value: string) => unknown>([
  [builtins.INT8, BigInt],
  [builtins.BOOL, (value) => value === 't'],
  [builtins.JSON, (value) => JSON.parse(value) as unknown],
  [builtins.JSONB, (value) => JSON.parse(value) as unknown],
  [builtins.BYTEA, (value) => Buffer.from(value.slice(2), 'hex')],
]);

/** Everything that has no exact form in JavaScript stays the text that the server wrote. */
const types = {
  getTypeParser(oid: number): (value: string) => unknown {
    if (SMALL.has(oid)) return Number;
    return PARSED.get(oid) ?? asText;
  },
};

/** Opens no connection yet: the first query does, and says when the server cannot be reached. */
export function openPool(options: PoolOptions): Pool {
  const { url, application, statementTimeoutMs, connectTimeoutMs = 5_000, size = 10, onLost } = options;
  const pool = new pg.Pool({
    connectionString: url,
    application_name: application,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    max: size,
    types,
    ...(statementTimeoutMs === undefined ? {} : { statement_timeout: statementTimeoutMs }),
  });
  // Without a listener a connection that breaks would end the process: an idle one tells the pool, one in use tells its
  // query, and itself as well.
  pool.on('error', (error) => onLost?.(error));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
