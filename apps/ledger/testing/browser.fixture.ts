import { type IncomingMessage, request as askInTheClear, type RequestOptions } from 'node:http';
import { request as askOverTls } from 'node:https';
import { text } from 'node:stream/consumers';
import { type Answer, PASSWORD, type ServedLedger } from './served-ledger.fixture.ts';

/** A cookie with its attributes, as the service set it. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** In small letters; an attribute without a value is `true`. */
  readonly attributes: Readonly<Record<string, string | true>>;
}

export interface Asked {
  /** GET without a body, POST with one. */
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether a page of another site sends it; `link` is a link there that is followed. */
  readonly from?: 'own-page' | 'page-elsewhere' | 'link-elsewhere';
  /** Whether the page proves that it is the session's own; it does when it can. */
  readonly csrf?: boolean;
}

/** Serves a ledger on a free port of loopback; answers its address. */
export async function listen({ ledger }: ServedLedger): Promise<string> {
  await ledger.app.listen(0, '127.0.0.1');
  return ledger.app.getUrl();
}

/** A browser with its cookies. It asks over a socket and sends each cookie where RFC 6265 lets it go. */
export class Browser {
  readonly #origin: URL;
  readonly #ca: Buffer | undefined;
  readonly #cookies = new Map<string, Cookie>();
  /** What the page was told to prove itself by. */
  csrfToken: string | undefined;

  constructor(origin: string, { ca }: { readonly ca?: Buffer } = {}) {
    this.#origin = new URL(origin);
    this.#ca = ca;
  }

  get cookies(): readonly Cookie[] {
    return [...this.#cookies.values()];
  }

  /** The one cookie that the browser holds. */
  get cookie(): Cookie {
    const [only, ...others] = this.cookies;
    if (only === undefined || others.length > 0) throw new Error(`${String(this.cookies.length)} cookies`);
    return only;
  }

  /** Puts a cookie there, as somebody does who planted or stole it. */
  plant(cookie: Cookie): void {
    this.#cookies.set(cookie.name, cookie);
  }

  /** Signs in with name and password, and keeps what the page is told. */
  async signIn(name: string, { password = PASSWORD, code }: SigningIn = {}): Promise<Answer> {
    const factor = code === undefined ? {} : { secondFactorCode: code };
    const answer = await this.ask('session', { body: { name, password, as: 'cookie', ...factor } });
    if (answer.status < 300) this.csrfToken = String(answer.json['csrfToken']);
    return answer;
  }

  async must(path: string, asked: Asked = {}): Promise<Answer> {
    const answer = await this.ask(path, asked);
    if (answer.status >= 400) throw new Error(`${path}: ${String(answer.status)} ${answer.text}`);
    return answer;
  }

  /** The code of a refusal, or that it was answered. */
  async codeOf(path: string, asked: Asked = {}): Promise<string> {
    const { status, json } = await this.ask(path, asked);
    return status < 400 ? 'answered' : String(json['code']);
  }

  /** Asks a path under /api/v1, or any other that begins with a slash; goes where it is sent only when asked to. */
  async ask(path: string, asked: Asked = {}): Promise<Answer> {
    const url = new URL(path.startsWith('/') ? path : `/api/v1/${path}`, this.#origin);
    const { body, method = body === undefined ? 'GET' : 'POST', headers = {}, csrf = true } = asked;
    const cookies = this.#sentTo(url, method, asked.from ?? 'own-page');
    const response = await this.#send(url, body === undefined ? '' : JSON.stringify(body), {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookies.length === 0 ? {} : { cookie: cookies.join('; ') }),
        ...(method === 'POST' && csrf && this.csrfToken ? { 'obligo-csrf': this.csrfToken } : {}),
        ...headers,
      },
    });
    for (const line of response.headers['set-cookie'] ?? []) this.#keep(cookieOf(line));
    const page = await text(response);
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      text: page,
      get json() {
        return JSON.parse(page) as Record<string, unknown>;
      },
    };
  }

  #send(url: URL, body: string, options: RequestOptions): Promise<IncomingMessage> {
    const ask = url.protocol === 'https:' ? askOverTls : askInTheClear;
    return new Promise((resolve, reject) => {
      const request = ask(url, { agent: false, ...options, ...(this.#ca ? { ca: this.#ca } : {}) }, resolve);
      request.on('error', reject).end(body);
    });
  }

  #sentTo({ pathname }: URL, method: string, from: NonNullable<Asked['from']>): string[] {
    return this.cookies
      .filter(({ attributes: { path = '/', samesite } }) => {
        const isLax =
          String(samesite).toLowerCase() === 'lax' && method === 'GET' && from === 'link-elsewhere';
        const fromThere = from === 'own-page' || isLax || String(samesite).toLowerCase() === 'none';
        return fromThere && pathname.startsWith(String(path));
      })
      .map(({ name, value }) => `${name}=${value}`);
  }

  #keep(cookie: Cookie): void {
    const { expires, 'max-age': age } = cookie.attributes;
    const isOver = age === '0' || (typeof expires === 'string' && Date.parse(expires) <= Date.now());
    if (isOver) this.#cookies.delete(cookie.name);
    else this.#cookies.set(cookie.name, cookie);
  }
}

interface SigningIn {
  readonly password?: string;
  /** Of the authenticator. */
  readonly code?: string;
}

function cookieOf(line: string): Cookie {
  const [first, ...rest] = line.split(/; */).map(split);
  const [name, value] = first!;
  const attributes = rest.map(([attribute, given]) => [attribute.toLowerCase(), given ?? true] as const);
  return { name, value: value ?? '', attributes: Object.fromEntries(attributes) };
}

function split(part: string): [string, string?] {
  const at = part.indexOf('=');
  return at < 0 ? [part] : [part.slice(0, at), part.slice(at + 1)];
}
