import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messageOf, refusal, RefusalError } from '#kernel';
import { isAddress } from '#telemetry';
import { z } from 'zod';
import type { SignOnConfig } from './access/sign-on/config.ts';
import { isOrigin, isProxyAddress, listOf } from './edges/lists.ts';
import { mustBeSafeToListen } from './edges/listening.ts';
import { mustFitOthers } from './embedded/several-processes.ts';
import type { EdgeSettings } from './edges/settings.ts';
import { readTlsPair } from './edges/tls-pair.ts';
import type { SealSettings } from './sealing/ledger-seals.ts';
import { isAuthority, timeStampsOf } from './sealing/settings.ts';
import { type PublishingSettings, readMaster } from './publishing/settings.ts';
import { type Setting, settingLabel, settingNames, SETTINGS, type SettingName } from './settings.ts';

export { usage } from './settings.ts';

/** How the service runs; each value from a flag, else the environment, else the default. */
export interface LedgerConfig {
  /** Folder with the log and the read models. */
  readonly data: string;
  /** Home of the log, as it was written: an event database; the folder when absent. May hold a password. */
  readonly store?: string | undefined;
  /** Connection string of the PostgreSQL that several processes share. May hold a password. */
  readonly postgres?: string | undefined;
  /** Seconds for which it goes on answering after it was told to stop. */
  readonly drainSeconds: number;
  /** Seconds for which a query waits for a position that another process may have written. */
  readonly waitSeconds: number;
  /** Address to listen on; loopback unless told otherwise. */
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  /** Collector that takes traces; none are made when absent. */
  readonly otlp?: string | undefined;
  /** Address of its own at which metrics are served; none are kept when absent. */
  readonly metrics?: string | undefined;
  readonly edges: EdgeSettings;
  /** Origin under which browsers reach the service; where it listens when absent. */
  readonly publicUrl?: string | undefined;
  /** File of the key that protects accounts; one in the data folder when absent. */
  readonly keyFile?: string | undefined;
  readonly session: { readonly idleMinutes: number; readonly hours: number };
  /** Days for which it is kept who looked at what. */
  readonly readingsDays: number;
  readonly seal: SealSettings;
  /** Hours between two verifications of the folder by the service; 0 for none but those that are asked for. */
  readonly verifyEvery: number;
  /** File with the parameters of the audit rules; their defaults when absent. */
  readonly auditRulesFile?: string | undefined;
  readonly publishing: PublishingSettings;
  /** Single sign-on; off when absent. */
  readonly signOn?: SignOnConfig | undefined;
}

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Given = Readonly<Partial<Record<SettingName, string>>>;

const text = z.string().min(1);
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'expected a whole number')
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const list = (isOne: (part: string) => boolean, expected: string) =>
  z
    .string()
    .transform(listOf)
    .refine((parts) => parts.every(isOne), expected);

const schema = z.object({
  data: text,
  drainSeconds: whole(0, 600),
  waitSeconds: whole(0, 60),
  host: text,
  port: whole(0, 65_535),
  logLevel: z.enum(LOG_LEVELS),
  otlp: text.refine(isAuthority, 'expected http or https, no name and no password').optional(),
  metrics: text.refine(isAddress, 'expected host:port, such as 127.0.0.1:9464').optional(),
  trustProxy: list(isProxyAddress, 'expected addresses or CIDR ranges, not the whole world').default([]),
  publicUrl: z
    .string()
    .refine(isOrigin, 'expected https://HOST, or http on loopback, and no path')
    .optional(),
  origins: list(isOrigin, 'expected origins such as https://reports.example, never *').default([]),
  perAddress: whole(0, 1_000_000),
  perIdentity: whole(0, 1_000_000),
  postingsAtOnce: whole(0, 1_000_000),
  chromium: text.optional(),
  reportMaster: text.optional(),
  keyFile: text.optional(),
  sealKeys: text.optional(),
  publishCheckpoints: text.optional(),
  witnessFolder: text.optional(),
  timestampUrl: text.refine(isAuthority, 'expected http or https, no name and no password').optional(),
  timestampCa: text.optional(),
  timestampMinutes: whole(0, 10_080),
  sealOrigin: text.optional(),
  sealEvents: whole(1, 1_000_000),
  sealSeconds: whole(1, 86_400),
  verifyEvery: whole(0, 8_760),
  auditRules: text.optional(),
  sessionIdleMinutes: whole(1, 1_440),
  sessionHours: whole(1, 168),
  readingsDays: whole(1, 36_500),
  scope: text,
  nameClaim: text,
  displayClaim: text,
  assuresSecondFactor: z.enum(['yes', 'no']).transform((said) => said === 'yes'),
});

type Read = z.infer<typeof schema>;

/** Reads flags, environment and the files that they name; refuses with every wrong value named, or nothing when only help is asked for. */
export function readConfig(argv: readonly string[], env: NodeJS.ProcessEnv): LedgerConfig | undefined {
  const flags = parseFlags(argv);
  if (flags['help'] === true) return undefined;
  // As where a script names a variable that is not set: the default would be another folder than was meant.
  const empty = Object.keys(flags).find((flag) => flags[flag] === '');
  if (empty !== undefined) throw wrongUse(`--${empty} is empty: expected a value, or no such flag`);
  const given: Given = Object.fromEntries(
    settingNames.flatMap((name) => {
      const { flag = '', env: variable }: Setting = SETTINGS[name];
      const value = flags[flag] ?? env[variable];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
  const read = schema.safeParse({ ...fallbacks, ...given });
  if (!read.success) throw wrongUse(faultsOf(read.error, given));
  const config = configOf(read.data, given);
  mustBeSafeToListen(config.host, config.edges);
  mustFitOthers(config);
  return config;
}

const fallbacks = Object.fromEntries(
  Object.entries<Setting>(SETTINGS).flatMap(([name, { fallback }]) =>
    fallback === undefined ? [] : [[name, fallback]],
  ),
);

/** Shows the values; a secret is never among them, since any text may be one. */
const faultsOf = (error: z.ZodError, given: Given): string =>
  error.issues
    .map(({ path: [name], message }) => {
      const setting = name as SettingName;
      return `${settingLabel(setting)} "${given[setting] ?? ''}": ${message}`;
    })
    .join('; ');

function configOf(read: Read, given: Given): LedgerConfig {
  const { data, host, port, logLevel, publicUrl, keyFile, readingsDays, auditRules: auditRulesFile } = read;
  const { drainSeconds, waitSeconds } = read;
  const store = givenOrInFile(given, 'store', 'storeFile');
  const postgres = givenOrInFile(given, 'postgres', 'postgresFile');
  const tls = tlsOf(given);
  const edges = {
    ...(tls && { tls }),
    trustProxy: read.trustProxy,
    origins: read.origins,
    perMinute: { address: read.perAddress, identity: read.perIdentity },
    postingsAtOnce: read.postingsAtOnce,
  };
  const session = { idleMinutes: read.sessionIdleMinutes, hours: read.sessionHours };
  const signOn = signOnOf(read, given);
  const seal = sealOf(read);
  const publishing = publishingOf(read);
  const files = { keyFile, auditRulesFile, verifyEvery: read.verifyEvery };
  return {
    data,
    store,
    postgres,
    drainSeconds,
    waitSeconds,
    host,
    port,
    logLevel,
    otlp: read.otlp,
    metrics: read.metrics,
    edges,
    publicUrl,
    ...files,
    session,
    readingsDays,
    seal,
    publishing,
    signOn,
  };
}

const publishingOf = ({ chromium, reportMaster: file }: Read): PublishingSettings => ({
  ...(chromium === undefined ? {} : { chromium }),
  ...(file === undefined ? {} : { master: fromFile('reportMaster', () => readMaster(file)) }),
});

const sealOf = (read: Read): SealSettings => ({
  keys: read.sealKeys,
  origin: read.sealOrigin,
  every: { events: read.sealEvents, seconds: read.sealSeconds },
  publish: read.publishCheckpoints,
  witness: read.witnessFolder,
  timeStamps: fromFile('timestampCa', () => timeStampsOf(read)),
});

function tlsOf({ tlsCert, tlsKey }: Given): EdgeSettings['tls'] {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined)
    throw wrongUse('a certificate needs its key: expected --tls-cert and --tls-key together');
  return fromFile('tlsCert', () => readTlsPair(tlsCert, tlsKey));
}

const OF_SIGN_ON = [
  'clientId',
  'clientSecret',
  'clientSecretFile',
  'rolesFile',
  'audience',
  'scope',
  'nameClaim',
  'displayClaim',
  'assuresSecondFactor',
] as const satisfies SettingName[];

function signOnOf(read: Read, given: Given): SignOnConfig | undefined {
  const { issuer, clientId, rolesFile, audience } = given;
  if (issuer === undefined) {
    const useless = OF_SIGN_ON.filter((name) => given[name] !== undefined).map(settingLabel);
    if (useless.length === 0) return undefined;
    throw wrongUse(`${useless.join(', ')} without ${settingLabel('issuer')}`);
  }
  if (clientId === undefined || rolesFile === undefined)
    throw wrongUse(
      `${settingLabel('issuer')} needs ${settingLabel('clientId')} and ${settingLabel('rolesFile')}, too`,
    );
  const { scope, nameClaim, displayClaim, assuresSecondFactor } = read;
  const clientSecret = givenOrInFile(given, 'clientSecret', 'clientSecretFile');
  const claims = { nameClaim, displayClaim, scope, assuresSecondFactor, rolesFile };
  return { issuer, clientId, clientSecret, audience, ...claims };
}

/** A setting, or what the file says that another one names; for what may hold a password. */
function givenOrInFile(given: Given, name: SettingName, fileName: SettingName): string | undefined {
  const path = given[fileName];
  if (path === undefined) return given[name];
  const file = settingLabel(fileName);
  if (given[name] !== undefined) throw wrongUse(`${settingLabel(name)} and ${file}: expected one`);
  const found = fromFile(fileName, () => readFileSync(path, 'utf8')).trim();
  if (found === '') throw wrongUse(`${file} "${path}": the file is empty`);
  return found;
}

/** What a file says that a setting names; the error of one that cannot be used names the setting, if not the file. */
function fromFile<T>(name: SettingName, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const [label, said] = [settingLabel(name), messageOf(error)];
    throw wrongUse(said.startsWith(label) ? said : `${label}: ${said}`);
  }
}

function parseFlags(argv: readonly string[]): Record<string, string | boolean | undefined> {
  const flags = Object.values<Setting>(SETTINGS).flatMap(({ flag }) => flag ?? []);
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      strict: true,
    });
    return values;
  } catch (error) {
    throw wrongUse(messageOf(error));
  }
}

const wrongUse = (detail: string): RefusalError =>
  new RefusalError(refusal('invalid', 'configuration-wrong', `The configuration is not usable: ${detail}`));
