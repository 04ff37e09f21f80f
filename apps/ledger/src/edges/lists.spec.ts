import { describe, expect, it } from '@jest/globals';
import { isOrigin, isProxyAddress, listOf } from './lists.ts';

describe('a list in a setting', () => {
  it('is what stands between commas', () => {
    expect(listOf(' a, b ,,c ')).toEqual(['a', 'b', 'c']);
  });
});

describe('a proxy that is believed', () => {
  it.each(['10.0.0.7', '10.1.0.0/16', '::1', 'fd00::/8', 'loopback', 'uniquelocal'])('can be %s', (text) => {
    expect(isProxyAddress(text)).toBe(true);
  });

  it.each([
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    'fd00::/129',
    '10.0.0.0/',
    '10.0.0',
    'proxy.example',
    'true',
    '*',
  ])('cannot be %s', (text) => {
    expect(isProxyAddress(text)).toBe(false);
  });
});

describe('an origin', () => {
  it.each([
    'https://ledger.example',
    'https://ledger.example:8443',
    'http://localhost:5173',
    'http://127.0.0.1',
  ])('is %s', (text) => {
    expect(isOrigin(text)).toBe(true);
  });

  it.each([
    '*',
    'null',
    'ledger.example',
    'http://ledger.example',
    'https://ledger.example/',
    'https://ledger.example/path',
    'https://Ledger.example',
    'https://user@ledger.example',
    'https://*.example',
    'file:///etc',
  ])('is not %s', (text) => {
    expect(isOrigin(text)).toBe(false);
  });
});
