import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FOR_TIME_STAMPS, issue, makeRoot, openssl, type Wanted } from './test-certificates.ts';

/** Answers a request in its own way; gives back what it does not answer. */
type Answer = (request: Buffer, response: ServerResponse) => Promise<void>;

/**
 * A time-stamping authority on this machine: `openssl ts` with a certification authority made for the test, behind
 * HTTP as RFC 3161, section 3.4, describes it.
 */
export class TestAuthority {
  /** Keys, certificates and what openssl is given. */
  readonly folder: string;
  /** How it answers from now on. */
  answer: Answer = (request, response) => this.#grant(request, response);
  /** Requests that came so far. */
  asked = 0;
  readonly #server: Server;
  #number = 0;

  private constructor(folder: string) {
    this.folder = folder;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
  }

  static async start(key: Wanted['key'] = 'ec'): Promise<TestAuthority> {
    const authority = new TestAuthority(mkdtempSync(path.join(tmpdir(), 'obligo-tsa-')));
    const { folder } = authority;
    await makeRoot(folder, 'root');
    await issue(folder, 'root', { name: 'tsa', key, extensions: FOR_TIME_STAMPS });
    await new Promise<void>((resolve) => authority.#server.listen(0, '127.0.0.1', resolve));
    return authority;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** File of the certificate that its clients trust. */
  get rootFile(): string {
    return path.join(this.folder, 'root.pem');
  }

  get root(): string {
    return readFileSync(this.rootFile, 'utf8');
  }

  /** The answer to a request in DER, signed with a certificate of the folder. */
  async reply(request: Uint8Array, signer = 'tsa'): Promise<Buffer> {
    const name = `answer-${++this.#number}`;
    writeFileSync(path.join(this.folder, `${name}.tsq`), request);
    writeFileSync(path.join(this.folder, `${name}.cnf`), authorityConfig(name, signer));
    const files = ['-queryfile', `${name}.tsq`, '-out', `${name}.tsr`];
    await openssl(this.folder, 'ts', '-reply', '-config', `${name}.cnf`, '-section', 'tsa', ...files);
    return readFileSync(path.join(this.folder, `${name}.tsr`));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    if (request.headers['content-type'] !== 'application/timestamp-query') {
      response.writeHead(415).end();
      return;
    }
    await this.answer(Buffer.concat(chunks), response);
  }

  async #grant(request: Buffer, response: ServerResponse): Promise<void> {
    const answer = await this.reply(request);
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer);
  }
}

const authorityConfig = (name: string, signer: string) => `
[tsa]
serial = ${name}.serial
crypto_device = builtin
signer_cert = ${signer}.pem
certs = root.pem
signer_key = ${signer}.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;
