import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const json = (file: string) => JSON.parse(read(file)) as Record<string, unknown>;

const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });
/** What a clone would hold: tracked files, and new ones that are not ignored. */
const files = [
  ...new Set(git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')),
].filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
const texts = files.filter((file) => !/\.(?:png|jpe?g|ico|pdf|woff2?|sqlite)$/.test(file));

const PATH_IN_REPOSITORY = /`((?:apps|deploy|docs|libs|scripts|test)\/[\w./-]+)`/g;

describe('a stranger who clones the repository', () => {
  it.each(['README.md', 'LICENSE', 'CONTRIBUTING.md', 'CHANGELOG.md', '.ci/run', 'docs/events.md'])(
    'finds %s',
    (file) => {
      expect(files).toContain(file);
    },
  );

  it('may use it under the Apache License 2.0', () => {
    expect(read('LICENSE')).toContain('Apache License\n                           Version 2.0, January 2004');
    expect(json('package.json')['license']).toBe('Apache-2.0');
  });

  it('follows links in its pages and always arrives', () => {
    const pages = files.filter((file) => file.endsWith('.md'));
    const dead = pages.flatMap((page) => brokenLinks(page).map((link) => `${page}: ${link}`));
    expect(pages.length).toBeGreaterThan(5);
    expect(dead).toEqual([]);
  });

  it('finds every file and folder that a page names by its path', () => {
    const named = files
      .filter((file) => file.endsWith('.md'))
      .flatMap((page) =>
        [...read(page).matchAll(PATH_IN_REPOSITORY)].map(([, name = '']) => ({ page, name })),
      );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ name }) => !existsSync(path.join(ROOT, name)))).toEqual([]);
  });

  it('is promised only npm scripts that exist', () => {
    const scripts = Object.keys(json('package.json')['scripts'] as object);
    const pages = files.filter((file) => file.endsWith('.md')).map(read);
    const promised = pages.flatMap((text) =>
      [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map((match) => match[1]!),
    );
    expect(promised.length).toBeGreaterThan(0);
    expect(promised.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe('the files of the repository', () => {
  it('name no home folder of anybody', () => {
    expect(holding(/(?:\/home|\/Users)\/[a-z][\w.-]*\/|[A-Z]:\\Users\\/)).toEqual([]);
  });

  it('hold no key and no password', () => {
    expect(holding(/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|_authToken\s*=|:_password\s*=/)).toEqual([]);
  });

  it('are spelled in Unicode NFC and end their lines with LF', () => {
    const odd = texts.filter((file) => {
      const text = read(file);
      return text !== text.normalize('NFC') || text.includes('\r\n');
    });
    expect(odd).toEqual([]);
  });
});

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly engines?: object;
  readonly optional?: boolean;
  /** The systems a package is made for; any when absent. */
  readonly os?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('the lock file', () => {
  const lock = json('package-lock.json') as {
    packages: Record<string, Locked>;
  };
  const packages = Object.entries(lock.packages).filter(([name]) => name !== '');

  it('names no registry, so that any mirror serves it', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('pins every package by its digest, but those made for another kind of machine', () => {
    const loose = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    expect(packages.length).toBeGreaterThan(100);
    expect(loose.filter(([, { optional, os }]) => optional !== true || !os)).toEqual([]);
  });

  it('holds what every kind of machine needs, so that npm ci accepts it', () => {
    const named = new Set(packages.map(([name]) => name.slice(name.lastIndexOf('node_modules/') + 13)));
    const wanted = packages.flatMap(([, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}),
    );
    expect(wanted.filter((name) => !named.has(name))).toEqual([]);
  });

  it('pins a Node that the engines of the product allow', () => {
    expect(json('package.json')['engines']).toEqual({ node: '>=24' });
    expect(Number.parseInt(lock.packages['node_modules/node']?.version ?? '0', 10)).toBeGreaterThanOrEqual(
      24,
    );
    expect(lock.packages['']?.engines).toEqual({ node: '>=24' });
  });

  it('fits package.json, and every version there is exact', () => {
    const manifest = json('package.json');
    const root = lock.packages[''] as Record<string, unknown>;
    for (const kind of ['dependencies', 'devDependencies']) {
      expect(root[kind]).toEqual(manifest[kind]);
      const versions = Object.values(manifest[kind] as Record<string, string>);
      expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/.test(version))).toEqual([]);
    }
  });
});

describe('the layout', () => {
  const nest = json('nest-cli.json') as { projects: Record<string, { root: string }> };

  it.each(['apps', 'libs'])('has every folder of %s in nest-cli.json', (kind) => {
    const folders = readdirSync(path.join(ROOT, kind)).map((name) => `${kind}/${name}`);
    const named = Object.values(nest.projects).map((project) => project.root);
    expect(named.filter((root) => root.startsWith(`${kind}/`)).sort()).toEqual(folders.sort());
  });
});

function holding(pattern: RegExp): string[] {
  return texts.filter((file) => !file.startsWith('test/repository/') && pattern.test(read(file)));
}

/** Links to a file that is not there, or to a heading that its page does not have. */
function brokenLinks(page: string): string[] {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file = '', heading] = link.split('#');
      const target = file === '' ? page : path.join(path.dirname(page), file);
      if (!existsSync(path.join(ROOT, target))) return true;
      return heading !== undefined && target.endsWith('.md') && !anchorsOf(target).has(heading);
    });
}

/** The headings of a page as links name them. */
const anchorsOf = (page: string): Set<string> =>
  new Set(
    [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
        .replaceAll(/\s/g, '-'),
    ),
  );
