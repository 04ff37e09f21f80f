import { describe, expect, it } from '@jest/globals';
import { RefusalError } from '#kernel';
import { mustKeepDemoLocal, type Reach } from './demo-accounts.ts';

const HERE: Reach = { host: '127.0.0.1', edges: { trustProxy: [] } };
const demo = { name: 'demo-maker', demo: true, closed: false };
const malee = { name: 'malee', closed: false };

function answer(people: Parameters<typeof mustKeepDemoLocal>[0], reach: Reach): string {
  try {
    mustKeepDemoLocal(people, reach);
    return 'served';
  } catch (error) {
    if (error instanceof RefusalError) return `${error.refusal.code}: ${error.message}`;
    throw error;
  }
}

describe('a ledger with accounts of a demonstration', () => {
  it.each<[string, Reach]>([
    ['on loopback', HERE],
    ['on loopback of IPv6', { ...HERE, host: '::1' }],
    ['under a name of this machine', { ...HERE, publicUrl: 'http://localhost:8080' }],
  ])('is served %s', (_, reach) => {
    expect(answer([malee, demo], reach)).toBe('served');
  });

  it.each<[string, Reach, string]>([
    ['on an address of the network', { ...HERE, host: '0.0.0.0' }, 'the address 0.0.0.0'],
    ['behind a proxy', { ...HERE, edges: { trustProxy: ['10.0.0.7'] } }, 'a proxy'],
    [
      'under an address of the network',
      { ...HERE, publicUrl: 'https://ledger.example' },
      'https://ledger.example',
    ],
  ])('is not served %s, and it is said what to do', (_, reach, way) => {
    const said = answer([malee, demo], reach);
    expect(said).toMatch(/^demo-accounts: .*\(demo-maker\)/);
    expect(said).toContain(`reached by ${way}.`);
    expect(said).toContain('or these accounts to be closed');
  });

  it('is a ledger like any other when they are closed', () => {
    expect(answer([malee, { ...demo, closed: true }], { ...HERE, host: '0.0.0.0' })).toBe('served');
    expect(answer([malee], { ...HERE, host: '0.0.0.0' })).toBe('served');
  });
});
