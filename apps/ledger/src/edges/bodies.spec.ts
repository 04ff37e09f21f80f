import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EdgeUnderTest } from './edge-under-test.fixture.ts';

let edge: EdgeUnderTest;

beforeAll(async () => {
  edge = await EdgeUnderTest.open();
});
afterAll(() => edge.close());

const posting = (...headers: string[]) =>
  [
    'POST /api/v1/postings HTTP/1.1',
    'host: ledger',
    'content-type: application/json',
    ...headers,
    '',
    '',
  ].join('\r\n');
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

describe('a body', () => {
  it('of JSON is taken, with its text as it was sent', async () => {
    const reply = await edge.ask('postings', {
      method: 'POST',
      body: '{"name":"ถนน","lines":[{"amount":"1.00"}],"constructor":"ACME"}',
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    expect(await reply.json()).toEqual({
      body: { name: 'ถนน', lines: [{ amount: '1.00' }], constructor: 'ACME' },
    });
  });

  it.each<[string, string, string]>([
    ['100,000 lists within one another', '['.repeat(100_000), 'body-too-deep'],
    ['33 objects within one another', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, 'body-too-deep'],
    ['a list of 300,000 numbers', `[${'1,'.repeat(300_000)}1]`, 'body-too-large'],
    ['10,001 fields', JSON.stringify(Object.fromEntries(fields(10_001))), 'body-too-large'],
    ['a key that is the prototype', '{"__proto__":{"admin":true}}', 'body-malformed'],
    ['the same deep inside', '{"lines":[{"a":{"__proto__":{"admin":true}}}]}', 'body-malformed'],
    ['the same in escapes', String.raw`{"\u005f\u005fproto\u005f\u005f":{"admin":true}}`, 'body-malformed'],
    ['the way through the constructor', '{"constructor":{"prototype":{"admin":true}}}', 'body-malformed'],
    ['an amount that it gives twice', '{"amount":"1.00","amount":"2.00"}', 'body-malformed'],
    ['a member twice in one of its lines', '{"lines":[{"a":1,"b":2,"a":1}]}', 'body-malformed'],
    ['nothing at all', '', 'body-malformed'],
    ['half an object', '{"a":', 'body-malformed'],
  ])('with %s is refused', async (_, body, code) => {
    expect(await edge.post(body)).toEqual([400, code]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('of 32 objects within one another and 10,000 fields is still taken', async () => {
    expect(await edge.post(`${'{"a":'.repeat(32)}1${'}'.repeat(32)}`)).toEqual([201, '']);
    expect(await edge.post(JSON.stringify(Object.fromEntries(fields(10_000))))).toEqual([201, '']);
  });

  it('that is not text in UTF-8 is refused, not recorded with other characters', async () => {
    const body = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
    expect(await edge.post(new Uint8Array(body))).toEqual([400, 'body-malformed']);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
  ])('that says it is %s is refused: a form of a foreign page cannot post', async (type) => {
    expect(await edge.post('{"a":1}', type)).toEqual([400, 'body-malformed']);
  });

  it('that is compressed is refused, so that nothing small becomes large', async () => {
    const reply = await edge.ask('postings', {
      method: 'POST',
      body: new Uint8Array([0x1f, 0x8b, 8, 0]),
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
    expect([reply.status, await reply.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'body-malformed' }),
    ]);
  });
});

describe('a body without end', () => {
  it('is refused by the length that it claims, before it is sent', async () => {
    const heard = await edge.talk(posting('content-length: 99999999999'));
    expect(heard).toContain('HTTP/1.1 400');
    expect(heard).toContain('body-too-large');
  });

  it('in chunks is cut off at the limit', async () => {
    const parts = Array.from({ length: 40 }, () => chunk('x'.repeat(65_536)));
    const heard = await edge.talk(posting('transfer-encoding: chunked'), ...parts);
    expect(heard).toContain('body-too-large');
  });

  it('with two lengths is refused: nobody can hide a second request in it', async () => {
    const heard = await edge.talk(
      posting('content-length: 4', 'transfer-encoding: chunked'),
      '0\r\n\r\nGET /api/v1/origin HTTP/1.1\r\nhost: ledger\r\n\r\n',
    );
    expect(heard.match(/HTTP\/1\.1 \d/g)).toHaveLength(1);
    expect(heard).toContain('request-malformed');
  });
});

function fields(count: number): [string, number][] {
  return Array.from({ length: count }, (_, at) => [`f${at}`, at]);
}
