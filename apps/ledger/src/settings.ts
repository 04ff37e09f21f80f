/** One setting of the service: where it is read from, and what it means in a few words. */
export interface Setting {
  /** Variable of the environment. */
  readonly env: string;
  /** Name on the command line, without dashes; most settings have none, a secret never has. */
  readonly flag?: string;
  /** What holds when it is not given; a setting without one is off. */
  readonly fallback?: string;
  readonly help: string;
}

/** Every setting there is, in the order in which they are shown. */
export const SETTINGS = {
  data: {
    flag: 'data',
    env: 'OBLIGO_DATA',
    fallback: '.obligo',
    help: 'folder of the ledger, made when missing',
  },
  store: {
    flag: 'store',
    env: 'OBLIGO_STORE',
    help: 'where the log is: esdb://… or kurrentdb://…, the folder when absent',
  },
  storeFile: { env: 'OBLIGO_STORE_FILE', help: 'file that holds the address of the store' },
  postgres: {
    env: 'OBLIGO_POSTGRES',
    help: 'postgres://…: what several processes share; the folder when absent',
  },
  postgresFile: { env: 'OBLIGO_POSTGRES_FILE', help: 'file that holds that address' },
  host: { flag: 'host', env: 'OBLIGO_HOST', fallback: '127.0.0.1', help: 'address to listen on' },
  port: { flag: 'port', env: 'OBLIGO_PORT', fallback: '8080', help: 'port to listen on, 0 for a free one' },
  drainSeconds: {
    env: 'OBLIGO_DRAIN_SECONDS',
    fallback: '1',
    help: 'seconds to go on answering after SIGTERM, no longer ready',
  },
  waitSeconds: {
    env: 'OBLIGO_WAIT_SECONDS',
    fallback: '5',
    help: 'seconds to wait for a minPosition that another process wrote',
  },
  logLevel: {
    flag: 'log-level',
    env: 'OBLIGO_LOG_LEVEL',
    fallback: 'info',
    help: 'silent, error, warn, info, debug',
  },
  otlp: {
    env: 'OBLIGO_OTLP_ENDPOINT',
    help: 'collector that takes traces as OTLP over HTTP, http://HOST:4318',
  },
  metrics: { env: 'OBLIGO_METRICS', help: 'HOST:PORT to serve /metrics at, for Prometheus alone' },
  tlsCert: { flag: 'tls-cert', env: 'OBLIGO_TLS_CERT', help: 'PEM file: certificate to serve HTTPS with' },
  tlsKey: { flag: 'tls-key', env: 'OBLIGO_TLS_KEY', help: 'PEM file: its private key' },
  trustProxy: {
    flag: 'trust-proxy',
    env: 'OBLIGO_TRUST_PROXY',
    help: 'proxies that are believed, by commas: 10.0.0.7, 10.1.0.0/16',
  },
  chromium: { env: 'OBLIGO_CHROMIUM', help: 'browser that prints reports, found on the path when absent' },
  reportMaster: {
    env: 'OBLIGO_REPORT_MASTER',
    help: 'JSON file with name, colour and logo of published reports',
  },
  publicUrl: { env: 'OBLIGO_PUBLIC_URL', help: 'address that browsers use, such as https://ledger.example' },
  origins: { env: 'OBLIGO_CORS_ORIGINS', help: 'other origins whose pages may ask, by commas' },
  perAddress: {
    env: 'OBLIGO_RATE_ADDRESS',
    fallback: '12000',
    help: 'requests a minute from one address, 0: no limit',
  },
  perIdentity: {
    env: 'OBLIGO_RATE_IDENTITY',
    fallback: '6000',
    help: 'requests a minute of one identity, 0: no limit',
  },
  postingsAtOnce: {
    env: 'OBLIGO_POSTINGS_AT_ONCE',
    fallback: '1000',
    help: 'postings in progress at once, more are to come back, 0: no limit',
  },
  keyFile: { env: 'OBLIGO_KEY_FILE', help: 'file of the key that protects accounts, instead of access.key' },
  sealKeys: {
    flag: 'seal-keys',
    env: 'OBLIGO_SEAL_KEYS',
    help: 'folder of the signing keys, DATA.keys when absent',
  },
  publishCheckpoints: {
    flag: 'publish-checkpoints',
    env: 'OBLIGO_PUBLISH_CHECKPOINTS',
    help: 'file that every checkpoint is added to',
  },
  witnessFolder: {
    env: 'OBLIGO_WITNESS_FOLDER',
    help: 'folder of a witness that gets a file for every checkpoint',
  },
  timestampUrl: {
    env: 'OBLIGO_TIMESTAMP_URL',
    help: 'address of a time-stamping authority (RFC 3161) for checkpoints',
  },
  timestampCa: { env: 'OBLIGO_TIMESTAMP_CA', help: 'PEM file: certificates that vouch for that authority' },
  timestampMinutes: {
    env: 'OBLIGO_TIMESTAMP_MINUTES',
    fallback: '60',
    help: 'minutes at least between two time-stamps',
  },
  sealOrigin: {
    env: 'OBLIGO_ORIGIN',
    help: 'name of the ledger in its checkpoints; it never changes',
  },
  sealEvents: { env: 'OBLIGO_SEAL_EVENTS', fallback: '1000', help: 'events until a checkpoint is signed' },
  sealSeconds: { env: 'OBLIGO_SEAL_SECONDS', fallback: '60', help: 'seconds until a new event is sealed' },
  sessionIdleMinutes: {
    env: 'OBLIGO_SESSION_IDLE_MINUTES',
    fallback: '60',
    help: 'minutes until an unused session ends',
  },
  sessionHours: { env: 'OBLIGO_SESSION_HOURS', fallback: '12', help: 'hours until every session ends' },
  readingsDays: {
    env: 'OBLIGO_READINGS_DAYS',
    fallback: '730',
    help: 'days for which it is kept who looked at what',
  },
  verifyEvery: {
    env: 'OBLIGO_VERIFY_EVERY',
    fallback: '24',
    help: 'hours until the ledger verifies itself again, 0: only when asked',
  },
  auditRules: {
    env: 'OBLIGO_AUDIT_RULES',
    help: 'JSON file: parameters of the audit rules; another file, other findings',
  },
  issuer: { env: 'OBLIGO_OIDC_ISSUER', help: 'identity provider for single sign-on' },
  clientId: { env: 'OBLIGO_OIDC_CLIENT_ID', help: 'how the ledger is registered there' },
  clientSecret: { env: 'OBLIGO_OIDC_CLIENT_SECRET', help: 'its secret there, or' },
  clientSecretFile: { env: 'OBLIGO_OIDC_CLIENT_SECRET_FILE', help: 'the file that holds it' },
  rolesFile: { env: 'OBLIGO_OIDC_ROLES_FILE', help: 'JSON file: which claim gives which role' },
  audience: { env: 'OBLIGO_OIDC_AUDIENCE', help: 'whom access tokens are for; without it none is taken' },
  scope: { env: 'OBLIGO_OIDC_SCOPE', fallback: 'openid profile', help: 'what is asked of the provider' },
  nameClaim: {
    env: 'OBLIGO_OIDC_NAME_CLAIM',
    fallback: 'preferred_username',
    help: 'claim with the name of the account',
  },
  displayClaim: {
    env: 'OBLIGO_OIDC_DISPLAY_CLAIM',
    fallback: 'name',
    help: 'claim with the name that is shown',
  },
  assuresSecondFactor: {
    env: 'OBLIGO_OIDC_SECOND_FACTOR',
    fallback: 'no',
    help: 'yes: the provider lets nobody in without one',
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

export const settingNames = Object.keys(SETTINGS) as SettingName[];

/** Variables of the command line, of tests, and what Kubernetes makes of a service that is called obligo. */
const OF_OTHERS =
  /^OBLIGO_(?:URL|TOKEN|TOKEN_FILE|ORGANISATION|ACTOR|TIMEOUT|MOVE_FROM|MOVE_TO|TEST_.*|.*SERVICE_(?:HOST|PORT).*|.*PORT_\d+_.*)$/;

/** Variables that look like settings and are none, such as misspelt ones: without a word they would do nothing. */
export function unknownSettings(env: NodeJS.ProcessEnv): readonly string[] {
  const known = new Set<string>(Object.values<Setting>(SETTINGS).map((setting) => setting.env));
  return Object.keys(env).filter(
    (name) => name.startsWith('OBLIGO_') && !known.has(name) && !OF_OTHERS.test(name),
  );
}

/** How a setting is called where one of its values is talked about. */
export function settingLabel(name: SettingName): string {
  const { flag, env }: Setting = SETTINGS[name];
  return flag === undefined ? env : `--${flag}`;
}

/** The few flags, then what only the environment says. */
export function usage(): string {
  const all: readonly Setting[] = Object.values(SETTINGS);
  const flags = all.map(({ flag, env, fallback, help }) =>
    flag === undefined ? [] : [`--${flag}`, `${help} (${env}${fallback ? `, default ${fallback}` : ''})`],
  );
  const others = all.map(({ flag, env, fallback, help }) =>
    flag === undefined ? [env, fallback ? `${help} (${fallback})` : help] : [],
  );
  return [
    'Serves a ledger: npm start -- [flags]',
    '',
    ...columns(flags),
    '',
    'By the environment alone:',
    ...columns(others),
  ].join('\n');
}

function columns(rows: readonly string[][]): string[] {
  const filled = rows.filter((row) => row.length > 0);
  const width = Math.max(...filled.map(([name = '']) => name.length));
  return filled.map(([name = '', meaning = '']) => `  ${name.padEnd(width)}  ${meaning}`);
}
