import { isIP } from 'node:net';
import { isLoopback } from './listening.ts';

/** Ranges that have a name of their own in the list of proxies. */
const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

const BITS = { 4: 32, 6: 128 } as const;

/** What stands between commas, without blanks. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** An address, a CIDR range that leaves somebody out, or a named range. */
export function isProxyAddress(text: string): boolean {
  if (NAMED_RANGES.includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (more.length > 0 || (version !== 4 && version !== 6)) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= BITS[version]);
}

/** An origin exactly as browsers send it; over plain HTTP only on this machine. Neither "*" nor "null" is one. */
export function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  if (hostname.includes('*')) return false;
  return origin === text && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}
