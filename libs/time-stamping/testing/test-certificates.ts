import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs openssl in a folder; fails clearly where the machine has none. */
export async function openssl(folder: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await run('openssl', args, { cwd: folder });
    return stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error('the tests of time-stamps need the program openssl (3.0 or newer)', { cause: error });
  }
}

/** What a certificate of a test is made for. */
export interface Wanted {
  /** File names begin with it, and it is the common name. */
  readonly name: string;
  readonly key: 'rsa' | 'ec';
  /** Lines of the extensions, as openssl writes them. */
  readonly extensions: readonly string[];
  /** Valid from and to, `YYYYMMDDHHMMSSZ`. */
  readonly valid?: readonly [from: string, to: string];
}

export const FOR_TIME_STAMPS = [
  'keyUsage=critical,digitalSignature',
  'extendedKeyUsage=critical,timeStamping',
];

const ALWAYS = ['20200101000000Z', '20491231000000Z'] as const;

/** A certification authority of a test: `<name>.pem` and `<name>.key` in its folder. */
export async function makeRoot(folder: string, name: string): Promise<void> {
  mkdirSync(path.join(folder, `${name}.issued`), { recursive: true });
  for (const [file, text] of [
    ['index.txt', ''],
    ['serial', '1000\n'],
    ['index.txt.attr', 'unique_subject = no\n'],
  ] as const) {
    writeFileSync(path.join(folder, `${name}.issued`, file), text);
  }
  const use = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];
  await openssl(
    folder,
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '9000'],
    ...['-subj', `/O=Test/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`],
    ...use.flatMap((line) => ['-addext', line]),
  );
}

/** A certificate that a root signed: `<name>.pem` and `<name>.key` in the folder. */
export async function issue(
  folder: string,
  root: string,
  { name, key, extensions, valid = ALWAYS }: Wanted,
): Promise<void> {
  const config = path.join(folder, `${name}.cnf`);
  writeFileSync(config, caConfig(root, extensions));
  const kind = key === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  await openssl(
    folder,
    ...['req', '-new', '-newkey', ...kind, '-nodes', '-subj', `/O=Test/CN=${name}`],
    ...['-keyout', `${name}.key`, '-out', `${name}.csr`],
  );
  await openssl(
    folder,
    ...['ca', '-batch', '-notext', '-config', config, '-cert', `${root}.pem`, '-keyfile', `${root}.key`],
    ...['-startdate', valid[0], '-enddate', valid[1], '-in', `${name}.csr`, '-out', `${name}.pem`],
  );
}

const caConfig = (root: string, extensions: readonly string[]) => `
[ca]
default_ca = test
[test]
database = ${root}.issued/index.txt
serial = ${root}.issued/serial
new_certs_dir = ${root}.issued
default_md = sha256
policy = any
x509_extensions = asked
[any]
organizationName = optional
commonName = supplied
[asked]
${extensions.join('\n')}
`;
