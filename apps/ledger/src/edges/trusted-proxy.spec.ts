import { afterEach, describe, expect, it } from '@jest/globals';
import { EdgeUnderTest } from './edge-under-test.fixture.ts';

let edge: EdgeUnderTest;

afterEach(() => edge.close());

const FORWARDED = {
  'x-forwarded-for': '198.51.100.9, 192.0.2.7',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'ledger.example',
};

const seen = async () => {
  const reply = await edge.ask('origin', { headers: FORWARDED });
  const hsts = reply.headers.get('strict-transport-security');
  return { ...((await reply.json()) as { ip: string; protocol: string; host: string }), hsts };
};

describe('what a request says about where it comes from', () => {
  it('is not believed when no proxy is named', async () => {
    edge = await EdgeUnderTest.open();
    expect(await seen()).toMatchObject({
      ip: '127.0.0.1',
      protocol: 'http',
      host: `127.0.0.1:${edge.port}`,
      hsts: null,
    });
  });

  it('is not believed when another proxy is named', async () => {
    edge = await EdgeUnderTest.open({ trustProxy: ['192.0.2.0/24', '10.0.0.7'] });
    expect(await seen()).toMatchObject({ ip: '127.0.0.1', protocol: 'http', hsts: null });
  });

  it('is believed from the proxy, and as far as proxies reach, never further', async () => {
    edge = await EdgeUnderTest.open({ trustProxy: ['loopback'] });
    expect(await seen()).toMatchObject({
      ip: '192.0.2.7',
      protocol: 'https',
      host: 'ledger.example',
      hsts: 'max-age=31536000',
    });
    await edge.close();
    edge = await EdgeUnderTest.open({ trustProxy: ['127.0.0.1', '192.0.2.0/24'] });
    expect(await seen()).toMatchObject({ ip: '198.51.100.9' });
  });
});
