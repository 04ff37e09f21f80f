import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { DEPLOY, documentsOf, isPinned, isThere, sourceOf, unknownSettings } from './deployed.fixture.ts';

interface Container {
  readonly name: string;
  readonly image: string;
  readonly args: readonly string[];
  readonly envFrom: readonly { readonly configMapRef: { readonly name: string } }[];
  readonly ports: readonly { readonly name: string }[];
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<'requests' | 'limits', Readonly<Record<string, string>>>>;
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  readonly [probe: `${string}Probe`]: { readonly httpGet: { readonly path: string; readonly port: string } };
}

interface Workload {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly replicas: number;
    readonly serviceName: string;
    readonly volumeClaimTemplates: readonly { readonly metadata: { readonly name: string } }[];
    readonly selector: { readonly matchLabels: object };
    readonly template: {
      readonly metadata: { readonly labels: object };
      readonly spec: {
        readonly securityContext: Readonly<Record<string, unknown>>;
        readonly terminationGracePeriodSeconds: number;
        readonly automountServiceAccountToken: boolean;
        readonly containers: readonly Container[];
        readonly volumes: readonly { readonly name: string }[];
      };
    };
  };
}

interface Resource {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: { readonly selector?: unknown; readonly podSelector?: unknown };
}

const FOLDER = path.join(DEPLOY, 'kubernetes');
const kustomization = documentsOf('kubernetes/kustomization.yaml')[0] as {
  readonly resources: readonly string[];
  readonly images: readonly { readonly name: string; readonly newTag: string }[];
};
const resources = kustomization.resources.flatMap((file) => documentsOf(`kubernetes/${file}`)) as Resource[];
const maps = new Map(
  resources
    .filter(({ kind }) => kind === 'ConfigMap')
    .map(({ metadata, data }) => [metadata.name, data ?? {}]),
);
const workloads = (resources as unknown as Workload[])
  .filter(({ kind }) => kind === 'StatefulSet')
  .map((workload) => [workload.metadata.name, workload] as const);
const containerOf = ({ spec }: Workload) => spec.template.spec.containers[0]!;
const settingsOf = (workload: Workload) =>
  Object.assign(
    {},
    ...containerOf(workload).envFrom.map(({ configMapRef }) => maps.get(configMapRef.name)),
  ) as Record<string, string>;

describe('the manifests for Kubernetes', () => {
  it('are all named in the kustomization, and each that is named is there', () => {
    const files = readdirSync(FOLDER).filter(
      (name) => name.endsWith('.yaml') && name !== 'kustomization.yaml',
    );
    expect([...kustomization.resources].sort()).toEqual(files.sort());
  });

  it('say exactly which image it is', () => {
    const images = workloads.flatMap(([, { spec }]) =>
      spec.template.spec.containers.map(({ image }) => image),
    );
    const tagged = kustomization.images.map(({ name, newTag }) => `${name}:${newTag}`);
    expect(tagged.filter((image) => !isPinned(image))).toEqual([]);
    expect(new Set(images)).toEqual(new Set(kustomization.images.map(({ name }) => name)));
  });

  it.each(workloads)('let %s be no superuser and write to no image', (_, workload) => {
    const { securityContext, automountServiceAccountToken } = workload.spec.template.spec;
    expect(automountServiceAccountToken).toBe(false);
    expect(securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 10001,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(containerOf(workload).securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(containerOf(workload).resources).toMatchObject({
      requests: { cpu: expect.any(String), memory: expect.any(String) },
      limits: { memory: expect.any(String) },
    });
  });

  it.each(workloads)(
    'ask %s whether it is alive and, of another address, whether it is ready',
    (_, workload) => {
      const { livenessProbe, startupProbe, readinessProbe, ports } = containerOf(workload);
      expect(livenessProbe?.httpGet.path).toBe('/health/live');
      expect(startupProbe?.httpGet.path).toBe('/health/live');
      expect(readinessProbe?.httpGet.path).toBe('/health/ready');
      const names = ports.map(({ name }) => name);
      for (const probe of [livenessProbe, startupProbe, readinessProbe])
        expect(names).toContain(probe?.httpGet.port);
    },
  );

  it.each(workloads)(
    'set for %s only what the ledger reads, and run a program that there is',
    (_, workload) => {
      expect(unknownSettings(Object.keys(settingsOf(workload)), containerOf(workload).args[0])).toEqual([]);
      expect(existsSync(sourceOf(containerOf(workload).args[0]!))).toBe(true);
    },
  );

  it.each(workloads)(
    'give %s every volume that it mounts, and one of its own for its data',
    (_, workload) => {
      const { volumes } = workload.spec.template.spec;
      const own = workload.spec.volumeClaimTemplates.map(({ metadata }) => metadata.name);
      const there = [...volumes.map(({ name }) => name), ...own];
      const mounts = containerOf(workload).volumeMounts;
      expect(mounts.filter(({ name }) => !there.includes(name))).toEqual([]);
      expect(mounts.find(({ mountPath }) => mountPath === '/data')?.name).toBe(own[0]);
      const named = Object.values(settingsOf(workload)).filter((value) => /^\/(?:keys|run)\//.test(value));
      const outside = named.filter(
        (file) => !mounts.some(({ mountPath }) => file.startsWith(`${mountPath}/`)),
      );
      expect(outside).toEqual([]);
    },
  );

  it.each(workloads)('find %s by its labels, under the name of a service', (_, { spec }) => {
    expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
    const services = resources.filter(({ kind }) => kind === 'Service');
    const service = services.find(({ metadata }) => metadata.name === spec.serviceName);
    expect(service?.spec?.selector).toEqual(spec.selector.matchLabels);
  });

  it('give an API process longer to end than it drains', () => {
    const [, api] = workloads.find(([name]) => name === 'obligo-api')!;
    const { terminationGracePeriodSeconds } = api.spec.template.spec;
    expect(terminationGracePeriodSeconds).toBeGreaterThan(
      2 * Number(settingsOf(api)['OBLIGO_DRAIN_SECONDS']),
    );
  });

  it('forbid everything that is not said, from and to everybody', () => {
    const policies = resources.filter(({ kind }) => kind === 'NetworkPolicy');
    expect(policies.find(({ metadata }) => metadata.name === 'nobody')?.spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    expect(resources.filter(({ kind }) => kind === 'Secret')).toEqual([]);
  });
});

(isThere('kubectl', 'version', '--client') ? describe : describe.skip)(
  'the manifests for Kubernetes, put together by kubectl (needs kubectl)',
  () => {
    it('come out whole: names, images and the label that the network policies look for', () => {
      const { status, stdout } = spawnSync('kubectl', ['kustomize', FOLDER], {
        encoding: 'utf8',
        timeout: 30_000,
      });
      expect(status).toBe(0);
      expect(stdout).not.toMatch(/image: obligo$/m);
      const sets = stdout.split('---\n').filter((text) => text.includes('kind: StatefulSet'));
      expect(sets).toHaveLength(workloads.length);
      const labelled = sets.map((text) => text.slice(text.indexOf('template:')));
      for (const text of labelled) expect(text).toContain('app.kubernetes.io/part-of: obligo');
    });
  },
);
