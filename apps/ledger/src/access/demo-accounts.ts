import { RefusalError, refusal } from '#kernel';
import { isLoopback } from '../edges/listening.ts';

interface Account {
  readonly name: string;
  readonly demo?: boolean | undefined;
  readonly closed: boolean;
}

/** From where the service would be reached. */
export interface Reach {
  readonly host: string;
  readonly edges: { readonly trustProxy: readonly string[] };
  readonly publicUrl?: string | undefined;
}

/**
 * The passwords of a demonstration lie in its folder, so such a folder is served to this machine alone: neither on
 * another address nor behind a proxy. Refuses with `demo-accounts`.
 */
export function mustKeepDemoLocal(people: readonly Account[], { host, edges, publicUrl }: Reach): void {
  const demo = people.filter((person) => person.demo === true && !person.closed).map(({ name }) => name);
  if (demo.length === 0) return;
  const outside = [
    ...(isLoopback(host) ? [] : [`the address ${host}`]),
    ...(edges.trustProxy.length > 0 ? ['a proxy'] : []),
    ...(publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname) ? [publicUrl] : []),
  ];
  if (outside.length === 0) return;
  throw new RefusalError(
    refusal(
      'invalid',
      'demo-accounts',
      `The ledger has accounts of a demonstration (${demo.join(', ')}), whose passwords lie in its folder; it would be reached by ${outside.join(' and ')}. Expected 127.0.0.1 and no proxy, or another folder, or these accounts to be closed.`,
      { accounts: demo },
    ),
  );
}
