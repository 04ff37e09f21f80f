import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DEPLOY, documentsOf, isPinned, sourceOf, textOf, unknownSettings } from './deployed.fixture.ts';

type SecretGrant = string | { readonly source: string; readonly target: string };

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly privileged?: boolean;
  readonly restart?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly SecretGrant[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly deploy?: { readonly resources?: { readonly limits?: Readonly<Record<string, unknown>> } };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const compose = documentsOf('compose/compose.yaml')[0] as Compose;
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image.includes('obligo'));
const lasting = services.filter(([, { restart }]) => restart !== 'no');

const namesOf = (networks: Service['networks']): readonly string[] =>
  Array.isArray(networks) ? (networks as readonly string[]) : Object.keys(networks ?? {});
const granted = ({ secrets = [] }: Service) =>
  secrets.map((grant) => (typeof grant === 'string' ? { source: grant, target: grant } : grant));

describe('compose.yaml', () => {
  it('has a cluster of three nodes, a PostgreSQL, two API processes, a projector and a proxy', () => {
    expect(services.map(([name]) => name).sort()).toEqual([
      'api1',
      'api2',
      'kurrentdb-prepare',
      'kurrentdb1',
      'kurrentdb2',
      'kurrentdb3',
      'postgres',
      'projector',
      'proxy',
    ]);
  });

  it.each(services)('says of %s exactly which image it is', (_, { image }) => {
    expect(isPinned(image.replace(/^\$\{\w+:-(.*)\}$/, '$1'))).toBe(true);
  });

  it.each(services)(
    'lets %s be no superuser, gain no rights, write to no image and take no more than its share',
    (_, service) => {
      expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
      expect(service.read_only).toBe(true);
      expect(service.cap_drop).toEqual(['ALL']);
      expect(service.security_opt).toContain('no-new-privileges:true');
      expect(service.privileged).toBeUndefined();
      expect(Object.keys(service.deploy?.resources?.limits ?? {}).sort()).toEqual(['cpus', 'memory', 'pids']);
    },
  );

  it.each(lasting)('looks after the health of %s', (_, { healthcheck }) => {
    expect(healthcheck?.test[0]).toBe('CMD');
  });

  it.each(ours)('sets for %s only what the ledger reads', (_, { environment = {}, command }) => {
    expect(unknownSettings(Object.keys(environment), command?.[0])).toEqual([]);
  });

  it.each(ours)('runs in %s a program that there is', (_, { command, volumes = [] }) => {
    const [program = 'dist/apps/ledger/src/main.js'] = command ?? [];
    const mounted = volumes.find((volume) => volume.includes(`:/app/${program}:`))?.split(':')[0];
    const file = mounted === undefined ? sourceOf(program) : path.join(DEPLOY, 'compose', mounted);
    expect(existsSync(file)).toBe(true);
  });

  it.each(services)('gives %s each secret that it names', (_, service) => {
    const { environment = {}, healthcheck } = service;
    const given = granted(service).map(({ target }) => `/run/secrets/${target}`);
    const files = [...JSON.stringify({ environment, healthcheck }).matchAll(/\/run\/secrets\/[\w.-]+/g)];
    const named = files.map(([file]) => file);
    expect(named.filter((file) => !given.includes(file))).toEqual([]);
    expect(granted(service).filter(({ source }) => compose.secrets[source] === undefined)).toEqual([]);
  });

  it('has no secret in it: they are files that git does not know', () => {
    expect(textOf('compose/.gitignore').split('\n')).toContain('secrets/');
    expect(Object.values(compose.secrets).filter(({ file }) => !file.startsWith('secrets/'))).toEqual([]);
    const values = services.flatMap(([, { environment = {} }]) => Object.entries(environment));
    expect(
      values.filter(([name]) => /PASSWORD|SECRET|KEY/.test(name) && !/_FILE$|_KEYS$/.test(name)),
    ).toEqual([]);
  });

  it('lets nobody in but through the proxy', () => {
    expect(services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual(['proxy']);
    const open = Object.entries(compose.networks).filter(([, network]) => network?.internal !== true);
    expect(open.map(([name]) => name)).toEqual(['front']);
    const reachable = services.filter(([, { networks }]) => namesOf(networks).includes('front'));
    expect(reachable.map(([name]) => name)).toEqual(['proxy']);
    const stores = services.filter(([name]) => /^(?:kurrentdb\d|postgres)$/.test(name));
    expect(stores.map(([, { networks }]) => namesOf(networks))).toEqual(stores.map(() => ['stores']));
  });

  it('gives each process a folder of its own, and both API processes one folder of keys', () => {
    const mounts = services.flatMap(([name, { volumes = [] }]) =>
      volumes.map((volume) => [name, ...volume.split(':')] as const),
    );
    const data = mounts.filter(([, , target]) => target === '/data').map(([, source]) => source);
    expect(new Set(data).size).toBe(data.length);
    expect(mounts.filter(([, source]) => source === 'keys').map(([name]) => name)).toEqual(['api1', 'api2']);
    const named = mounts.map(([, source]) => source).filter((source) => /^\w/.test(String(source)));
    expect(named.filter((source) => !(String(source) in compose.volumes))).toEqual([]);
  });

  it('mounts only files that there are, or that make-secrets.sh makes', () => {
    const files = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]!));
    const missing = files
      .filter((file) => file.startsWith('./') && !file.startsWith('./secrets/'))
      .filter((file) => !existsSync(path.join(DEPLOY, 'compose', file)));
    expect(missing).toEqual([]);
  });

  it('gives the proxy the address that the API believes', () => {
    const { proxy, api1 } = compose.services as Record<'proxy' | 'api1', Service>;
    const { edge } = proxy.networks as { edge: { ipv4_address: string } };
    expect(api1.environment?.['OBLIGO_TRUST_PROXY']).toBe(edge.ipv4_address);
  });
});
