import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A package as it is published: its manifest, and its other files by name. */
export interface Published {
  readonly manifest: { readonly name: string; readonly version: string };
  readonly files?: Readonly<Record<string, string>>;
}

/** How the registry answers a question for advisories. */
export interface AuditAnswer {
  readonly status: number;
  readonly body: string;
}

export interface LoopbackRegistry extends AsyncDisposable {
  /** What npm is called with, so that it knows this registry and no other, and leaves no cache behind. */
  readonly environment: NodeJS.ProcessEnv;
}

/** A registry on this machine, so that tests run the real npm without the network. */
export async function startRegistry(
  published: readonly Published[],
  audit: AuditAnswer = { status: 405, body: '' },
): Promise<LoopbackRegistry> {
  const folder = mkdtempSync(path.join(tmpdir(), 'obligo-registry-'));
  const packages = new Map(published.map((entry) => [entry.manifest.name, entry]));
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === 'POST') return end(response, audit.status, audit.body);
    const [name = '', file] = decodeURIComponent(request.url ?? '')
      .slice(1)
      .split('/-/');
    const found = packages.get(name);
    if (found === undefined) return end(response, 404, '{}');
    if (file !== undefined) return end(response, 200, tarball(folder, found));
    end(response, 200, JSON.stringify(packument(found, `http://${request.headers.host ?? ''}`)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    environment: {
      ...withoutNpm(process.env),
      npm_config_registry: `http://127.0.0.1:${port}/`,
      npm_config_cache: path.join(folder, 'cache'),
      npm_config_fetch_retries: '0',
      npm_config_update_notifier: 'false',
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function packument({ manifest }: Published, origin: string): object {
  const { name, version } = manifest;
  const dist = { tarball: `${origin}/${name}/-/${name.replace(/^.*\//, '')}-${version}.tgz` };
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } };
}

function tarball(folder: string, { manifest, files = {} }: Published): Buffer {
  const place = mkdtempSync(path.join(folder, 'package-'));
  mkdirSync(path.join(place, 'package'));
  for (const [name, text] of Object.entries({ ...files, 'package.json': JSON.stringify(manifest) })) {
    writeFileSync(path.join(place, 'package', name), text);
  }
  execFileSync('tar', ['-czf', 'package.tgz', 'package'], { cwd: place });
  return readFileSync(path.join(place, 'package.tgz'));
}

function end(response: ServerResponse, status: number, body: string | Buffer): void {
  response.statusCode = status;
  response.end(body);
}

/** What the npm that runs the tests was told is not for the npm under test. */
function withoutNpm(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => !/^npm_/i.test(name) || name === 'npm_execpath',
  );
  return Object.fromEntries(kept);
}
