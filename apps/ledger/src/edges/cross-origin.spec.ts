import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EdgeUnderTest } from './edge-under-test.fixture.ts';

const REPORTS = 'https://reports.example';

const corsOf = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'));

const preflight = (edge: EdgeUnderTest, origin: string) =>
  edge.ask('postings', {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    },
  });

describe('a page of another origin', () => {
  let edge: EdgeUnderTest;
  beforeAll(async () => {
    edge = await EdgeUnderTest.open();
  });
  afterAll(() => edge.close());

  it('may read nothing and ask nothing, unless its origin is listed', async () => {
    expect(corsOf(await edge.ask('origin', { headers: { origin: REPORTS } }))).toEqual([]);
    const asked = await preflight(edge, REPORTS);
    expect([asked.status, corsOf(asked)]).toEqual([404, []]);
  });
});

describe('where an origin is listed', () => {
  let edge: EdgeUnderTest;
  beforeAll(async () => {
    edge = await EdgeUnderTest.open({ origins: [REPORTS, 'https://pages.example'] });
  });
  afterAll(() => edge.close());

  it('its pages may ask with a token, and read the headers of an answer', async () => {
    const asked = await preflight(edge, REPORTS);
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe(REPORTS);
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(asked.headers.get('vary')).toBe('Origin');
    const reply = await edge.ask('origin', { headers: { origin: REPORTS } });
    expect(reply.headers.get('access-control-allow-origin')).toBe(REPORTS);
    expect(reply.headers.get('access-control-expose-headers')).toContain('obligo-position');
  });

  it('no page may use the cookie of the person who looks at it', async () => {
    expect((await preflight(edge, REPORTS)).headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each([
    'https://evil.example',
    'http://reports.example',
    'https://reports.example:8443',
    'https://reports.example.evil.example',
    'https://xreports.example',
    'https://REPORTS.example',
    'null',
    '*',
  ])('the pages of %s still may not', async (origin) => {
    const asked = await preflight(edge, origin);
    expect([asked.status, corsOf(asked)]).toEqual([404, []]);
    expect(corsOf(await edge.ask('origin', { headers: { origin } }))).toEqual([]);
  });
});
