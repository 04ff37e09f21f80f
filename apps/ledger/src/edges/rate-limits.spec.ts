import { afterEach, describe, expect, it } from '@jest/globals';
import { EdgeUnderTest, NO_LIMITS } from './edge-under-test.fixture.ts';

let edge: EdgeUnderTest;

afterEach(() => edge.close());

const LIMIT = 5;
const perMinute = (address: number, identity: number) =>
  EdgeUnderTest.open({ perMinute: { address, identity } });

/** How many of so many requests, one after the other, are answered. */
async function answered(count: number, ask: () => Promise<Response>): Promise<number> {
  let passed = 0;
  for (let asked = 0; asked < count; asked += 1) {
    const { status } = await ask();
    if (status !== 429) passed += 1;
  }
  return passed;
}

const as = (who: string) => () => edge.ask('origin', { headers: { 'x-test-who': who } });

describe('an address that asks too often', () => {
  it('is told so, with how long to wait, before its body is read', async () => {
    edge = await perMinute(LIMIT, 0);
    expect(await answered(LIMIT, () => edge.ask('origin'))).toBe(LIMIT);
    const reply = await edge.ask('postings', { method: 'POST', body: '['.repeat(1_000_000) });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([429, 'application/problem+json']);
    const wait = Number(reply.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await reply.json()).toMatchObject({ code: 'too-many-requests', status: 429 });
  });

  it('finds no way round by addresses that do not exist', async () => {
    edge = await perMinute(LIMIT, 0);
    expect(await answered(LIMIT + 2, () => edge.ask('nowhere', { method: 'POST' }))).toBe(LIMIT);
    expect(await answered(1, () => edge.ask('origin'))).toBe(0);
  });

  it('finds no way round by claiming to be a proxy for others', async () => {
    edge = await perMinute(LIMIT, 0);
    let other = 0;
    const pretending = () =>
      edge.ask('origin', { headers: { 'x-forwarded-for': `192.0.2.${(other += 1)}` } });
    expect(await answered(LIMIT + 3, pretending)).toBe(LIMIT);
  });

  it('does not spend what other addresses may ask, behind a proxy that is believed', async () => {
    edge = await EdgeUnderTest.open({
      perMinute: { address: LIMIT, identity: 0 },
      trustProxy: ['127.0.0.1'],
    });
    const from = (address: string) => () => edge.ask('origin', { headers: { 'x-forwarded-for': address } });
    expect(await answered(LIMIT + 1, from('192.0.2.1'))).toBe(LIMIT);
    expect(await answered(LIMIT + 1, from('192.0.2.2'))).toBe(LIMIT);
  });

  it('is one address with all that belong to the same network of IPv6', async () => {
    edge = await EdgeUnderTest.open({
      perMinute: { address: LIMIT, identity: 0 },
      trustProxy: ['127.0.0.1'],
    });
    let other = 0;
    const rotating = () =>
      edge.ask('origin', { headers: { 'x-forwarded-for': `2001:db8:1:1::${(other += 1)}` } });
    expect(await answered(LIMIT + 3, rotating)).toBe(LIMIT);
  });
});

describe('trying passwords', () => {
  it('is limited to 60 a minute from one address, while other requests go on', async () => {
    edge = await perMinute(1_000, 0);
    expect(await answered(65, () => edge.ask('sign-in', { method: 'POST' }))).toBe(60);
    expect(await answered(5, () => edge.ask('origin'))).toBe(5);
  });
});

describe('an identity that asks too often', () => {
  it('is told so from wherever it asks, and spends only what is its own', async () => {
    edge = await EdgeUnderTest.open({
      perMinute: { address: 0, identity: LIMIT },
      trustProxy: ['127.0.0.1'],
    });
    let other = 0;
    const moving = () =>
      edge.ask('origin', {
        headers: { 'x-test-who': 'report', 'x-forwarded-for': `192.0.2.${(other += 1)}` },
      });
    expect(await answered(LIMIT + 2, moving)).toBe(LIMIT);
    expect(await answered(LIMIT + 2, as('somchai'))).toBe(LIMIT);
    expect(await answered(LIMIT * 2, () => edge.ask('origin'))).toBe(LIMIT * 2);
  });
});

describe('a limit of 0', () => {
  it('is none', async () => {
    edge = await EdgeUnderTest.open(NO_LIMITS);
    expect(await answered(100, as('somchai'))).toBe(100);
  });
});
