import { expect } from '@jest/globals';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { LINE } from '../../apps/ledger/testing/ledger-under-test.fixture.ts';
import { type GivenRole, PASSWORD, ServedLedger } from '../../apps/ledger/testing/served-ledger.fixture.ts';
import { StoredFiles } from './stored.fixture.ts';

export { LINE, PASSWORD };

/** The limits that a ledger has when nobody sets others. */
const USUAL = { trustProxy: [], origins: [], perMinute: { address: 12_000, identity: 6_000 } };

export interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Stable code of the refusal; nothing when it was none. */
  readonly code: string | undefined;
}

export interface Attempt {
  readonly method?: string;
  readonly token?: string | undefined;
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Opening = Parameters<typeof ServedLedger.open>[0];

/** A whole ledger, served on a socket of loopback, and what whoever attacks it can send. */
export class AttackedLedger {
  readonly served: ServedLedger;
  readonly url: string;
  readonly #stored: StoredFiles;
  /** What no answer may hold: passwords and tokens that were given out. */
  readonly #secrets = new Set<string>([PASSWORD]);

  private constructor(served: ServedLedger, url: string) {
    this.served = served;
    this.url = url;
    this.#stored = new StoredFiles(served);
    this.#secrets.add(served.admin);
  }

  static async open(options: Opening = {}): Promise<AttackedLedger> {
    const served = await ServedLedger.open({ edges: USUAL, ...options });
    await served.ledger.app.listen(0, '127.0.0.1');
    return new AttackedLedger(served, await served.ledger.app.getUrl());
  }

  close(): Promise<void> {
    this.#stored.close();
    return this.served.close();
  }

  /** Opens an account with roles; answers a token of the person. */
  async person(name: string, ...roles: readonly GivenRole[]): Promise<string> {
    const token = await this.served.person(name, ...roles);
    this.#secrets.add(token);
    return token;
  }

  /** A token of a service that has one role, shown once. */
  async service(name: string, role: string, limits: object = {}): Promise<string> {
    const body = { name, role, limits, expiresOn: '2026-12-31' };
    const { json } = await this.served.must('service-tokens', { token: this.served.admin, body });
    this.#secrets.add(String(json['token']));
    return String(json['token']);
  }

  /** A project with budget on one line, opened by somebody who may. */
  async project(
    token: string,
    project: string,
    {
      name = project,
      organisation = 'main',
    }: { readonly name?: string; readonly organisation?: string } = {},
  ): Promise<void> {
    const query = `?organisation=${organisation}`;
    const opened = { fiscalYear: 2569, project, name, effectiveOn: '2025-10-01' };
    await this.served.must(`budget-accounts${query}`, { token, body: opened });
    const body = { line: LINE, amount: '1000000.00', effectiveOn: '2025-10-01' };
    const account = `budget-accounts/2569/${encodeURIComponent(project)}`;
    await this.served.must(`${account}/allocations${query}`, { token, body });
  }

  /** Sends a request to a path under /api/v1, or to any other that begins with a slash, letter by letter. */
  async ask(path: string, { token, body, headers = {}, ...attempt }: Attempt = {}): Promise<Heard> {
    const { method = body === undefined ? 'GET' : 'POST' } = attempt;
    const { port } = new URL(this.url);
    const sent = bytesOf(body);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asking = request(
        {
          host: '127.0.0.1',
          port,
          method,
          path: path.startsWith('/') ? path : `/api/v1/${path}`,
          agent: false,
          headers: {
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(sent === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
            ...headers,
          },
        },
        resolve,
      );
      asking.on('error', reject).end(sent);
    });
    return heard(answer.statusCode ?? 0, answer.headers, await text(answer));
  }

  /** Sends bytes as they are; answers everything that came back until the connection ended. */
  talk(...parts: readonly string[]): Promise<string> {
    return new Promise((resolve) => {
      let said = '';
      const socket = connect(Number(new URL(this.url).port), '127.0.0.1', () => {
        for (const part of parts) socket.write(part);
      });
      socket.setEncoding('utf8').on('data', (part: string) => (said += part));
      // Whoever is cut off while he still sends sees a broken connection; what he heard before counts.
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(said));
    });
  }

  /** Whatever is done, is refused with this status and code, tells nothing of the inside, and leaves nothing behind. */
  async withstands(attack: () => Promise<Heard>, status: number, code: string): Promise<Heard> {
    const answer = await this.leavesNothing(attack);
    expect([answer.status, answer.code, answer.text]).toEqual([status, code, expect.any(String)]);
    return answer;
  }

  /** Whatever is done tells nothing of the inside and leaves nothing behind. */
  async leavesNothing<Answer extends Heard | string>(attack: () => Promise<Answer>): Promise<Answer> {
    const before = await this.#stored.now();
    const answer = await attack();
    expect(await this.#stored.now()).toEqual(before);
    this.tellsNothing(answer);
    return answer;
  }

  /** The same answer about what is there and what is not, but for the name that was asked for; nothing is left behind. */
  async tellsAlike(
    asked: readonly [there: string, missing: string],
    ask: (name: string) => Promise<Heard>,
  ): Promise<void> {
    const said = [];
    for (const name of asked) {
      const { status, text } = await this.leavesNothing(() => ask(name));
      said.push([status, text.replaceAll(name, 'it')]);
    }
    expect(said[0]).toEqual(said[1]);
  }

  /** No stack, path of this machine, SQL, hash, password or token. */
  tellsNothing(answer: Heard | string): void {
    const all = typeof answer === 'string' ? answer : `${JSON.stringify(answer.headers)}\n${answer.text}`;
    expect(all).not.toMatch(INSIDE);
    for (const secret of [...this.#secrets, this.served.data, process.cwd()]) {
      expect(all.includes(secret)).toBe(false);
    }
  }
}

/** What only somebody inside should see. */
const INSIDE =
  /\n\s+at |\.[jt]s:\d+|node_modules|node:internal|SQLITE_|SQL logic|syntax error|\bSELECT\b|\bINSERT\b|\bUPDATE\b|no such (?:table|column)|\$argon2|ENOENT|EACCES|TypeError|RangeError|SyntaxError|undefined|\[object /;

export function heard(status: number, headers: Heard['headers'], body: string): Heard {
  const isProblem = String(headers['content-type']).startsWith('application/problem+json') && body !== '';
  const code = isProblem ? String((JSON.parse(body) as { code?: unknown }).code) : undefined;
  return { status, headers, text: body, code };
}

/** What came over the wire, as an answer; the first when there were several. */
export function heardOf(said: string): Heard {
  const [head = '', ...rest] = said.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const body = rest.join('\r\n\r\n').slice(0, Number(headers['content-length'] ?? Number.MAX_SAFE_INTEGER));
  return heard(Number(first.split(' ')[1] ?? 0), headers, body);
}

/** A body as it is sent: text and bytes as they are, all else as JSON; nothing for none. */
function bytesOf(body: unknown): string | Buffer | undefined {
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) return body;
  return JSON.stringify(body);
}
