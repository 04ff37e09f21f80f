import { BlockList, isIP } from 'node:net';
import { RefusalError, refusal } from '#kernel';
import type { EdgeSettings } from './settings.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** True for an address that only this machine reaches; a name counts only when it cannot mean another machine. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const version = isIP(bare);
  if (version === 0) return bare === 'localhost' || bare.endsWith('.localhost');
  return loopback.check(bare, version === 6 ? 'ipv6' : 'ipv4');
}

/** Refuses to send passwords and tokens over a network in the clear. */
export function mustBeSafeToListen(host: string, { tls, trustProxy }: EdgeSettings): void {
  if (isLoopback(host) || tls || trustProxy.length > 0) return;
  throw new RefusalError(
    refusal(
      'invalid',
      'tls-needed',
      `At ${host} passwords and tokens would cross the network in the clear: give a certificate (--tls-cert, --tls-key), or name the proxy that does TLS (--trust-proxy), or listen on 127.0.0.1.`,
    ),
  );
}
