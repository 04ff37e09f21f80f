import { describe, expect, it } from '@jest/globals';
import { RefusalError } from '#kernel';
import { NO_LIMITS } from './edge-under-test.fixture.ts';
import { isLoopback, mustBeSafeToListen } from './listening.ts';

describe('an address to listen on', () => {
  it.each([
    '127.0.0.1',
    '127.8.9.10',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    'localhost',
    'LOCALHOST',
    'a.localhost',
  ])('%s is reached by this machine alone', (host) => {
    expect(isLoopback(host)).toBe(true);
    expect(() => mustBeSafeToListen(host, NO_LIMITS)).not.toThrow();
  });

  it.each([
    '0.0.0.0',
    '::',
    '[::]',
    '192.168.1.5',
    '10.0.0.1',
    'ledger.example',
    'localhost.example',
    '128.0.0.1',
  ])('%s is open to the network and needs TLS, of its own or of a proxy', (host) => {
    const listen = () => mustBeSafeToListen(host, NO_LIMITS);
    expect(listen).toThrow(RefusalError);
    expect(listen).toThrow(/--tls-cert.*--trust-proxy.*127\.0\.0\.1/);
    const pair = { cert: Buffer.from(''), key: Buffer.from('') };
    expect(() => mustBeSafeToListen(host, { ...NO_LIMITS, tls: pair })).not.toThrow();
    expect(() => mustBeSafeToListen(host, { ...NO_LIMITS, trustProxy: ['10.0.0.7'] })).not.toThrow();
  });
});
