import { afterAll } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Refusal, RefusalError } from '#kernel';
import {
  AUDIENCE,
  IdentityProvider,
  type IdentityProviderOptions,
  LEDGER_CLIENT,
} from '../../../testing/identity-provider.fixture.ts';
import type { SignOnConfig } from './config.ts';
import type { SignOnTiming } from './provider.ts';
import { SignOn } from './sign-on.ts';

/** What the groups of the provider's users mean in the ledger. */
export const RULES = [
  {
    claim: 'groups',
    value: 'finance-makers',
    role: 'maker',
    limits: { projects: ['P01'], upTo: '500000.00' },
  },
  { claim: 'groups', value: 'finance-checkers', role: 'checker' },
  { claim: 'groups', value: 'auditors', role: 'auditor' },
  { claim: 'groups', value: 'readers', role: 'reader' },
  { claim: 'groups', value: 'reporting-services', role: 'reader' },
];

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A file of rules that is there until the suite ends. */
export function rolesFile(content: unknown = RULES): string {
  const folder = mkdtempSync(join(tmpdir(), 'obligo-sign-on-'));
  folders.push(folder);
  const file = join(folder, 'roles.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const started: IdentityProvider[] = [];

/** A provider that `stopProviders` stops, also when a test fails before it could. */
export async function startProvider(options?: IdentityProviderOptions): Promise<IdentityProvider> {
  const provider = await IdentityProvider.start(options);
  started.push(provider);
  return provider;
}

export async function stopProviders(): Promise<void> {
  for (const provider of started.splice(0)) await provider.stop();
}

/** The ledger's side of single sign-on at a provider, which has all the time that a busy machine may take. */
export function signOnAt(
  provider: IdentityProvider,
  changed: Partial<SignOnConfig> = {},
  timing: SignOnTiming = { keyCoolDownMs: 0, timeoutMs: 60_000 },
): Promise<SignOn> {
  const { issuer } = provider;
  const { id: clientId, secret: clientSecret } = LEDGER_CLIENT;
  return SignOn.connect(
    { issuer, clientId, clientSecret, audience: AUDIENCE, rolesFile: rolesFile(), ...changed },
    timing,
  );
}

/** What was refused, and why by the word of the log. */
export async function refused(run: Promise<unknown>): Promise<{ refusal: Refusal; reason: string }> {
  const error = await run.then(
    () => new Error('nothing was refused'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RefusalError)) throw error;
  return { refusal: error.refusal, reason: error.cause instanceof Error ? error.cause.message : '' };
}
