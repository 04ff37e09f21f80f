import type { Limits, Role } from '#access';
import { createLedger, type Ledger, type LedgerOptions } from '../../ledger/src/ledger.ts';

/** Passwords of tests are tried cheaply; what they cost in earnest is tested where they are hashed. */
const CHEAP = { memoryKiB: 64, passes: 1 } as const;
export const PASSWORD = 'correct horse battery staple';

/** A ledger that listens on loopback and lets nobody in unknown, as `npm start` serves it. */
export interface Running {
  readonly url: string;
  readonly ledger: Ledger;
  /** The environment of somebody who asks with a token, from an account with these roles. */
  as(...roles: readonly Role[]): Promise<NodeJS.ProcessEnv>;
  /** Opens an account with roles and a password; answers its token. */
  person(name: string, ...roles: readonly GivenRole[]): Promise<string>;
  /** Token of the administrator, whose name is admin. */
  admin(): Promise<string>;
  stop(): Promise<void>;
}

export interface GivenRole {
  readonly role: Role;
  readonly limits?: Limits;
}

export async function serve(data: string, options: Partial<LedgerOptions> = {}): Promise<Running> {
  const ledger = await createLedger({
    data,
    create: true,
    purpose: 'serve',
    logLevel: 'silent',
    passwordCost: CHEAP,
    access: { session: { idleMinutes: 60, hours: 12 } },
    ...options,
  });
  await ledger.app.listen(0, '127.0.0.1');
  const url = await ledger.app.getUrl();
  ledger.embedded.folder.announce({ url });
  const post = poster(url);
  let admin: Promise<string> | undefined;
  const running: Running = {
    url,
    ledger,
    admin: () => (admin ??= setUp(ledger, post)),
    person: async (name, ...roles) => {
      const { invitation } = await post('people', { name, roles }, await running.admin());
      const { code } = invitation as { readonly code: string };
      await post('invitations/redemptions', { code, password: PASSWORD });
      return signIn(post, name);
    },
    as: async (...roles) => {
      const name = `the-${roles.join('-')}`;
      return { OBLIGO_TOKEN: await running.person(name, ...roles.map((role) => ({ role }))) };
    },
    stop: async () => {
      await ledger.close();
    },
  };
  return running;
}

type Post = (path: string, body: object, token?: string) => Promise<Readonly<Record<string, unknown>>>;

const poster =
  (url: string): Post =>
  async (path, body, token) => {
    const reply = await fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${path}: ${String(reply.status)} ${text}`);
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  };

async function setUp({ embedded }: Ledger, post: Post): Promise<string> {
  if (!embedded.access.state.isSetUp) {
    const { code } = await embedded.identities.setUp.issue();
    await post('set-up', { code, name: 'admin', password: PASSWORD });
  }
  return signIn(post, 'admin');
}

async function signIn(post: Post, name: string): Promise<string> {
  const { token } = await post('session', { name, password: PASSWORD, as: 'token' });
  return token as string;
}
