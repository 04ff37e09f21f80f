import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';

const DOCUMENT = '<!doctype html><title>Obligo</title>';
const SCRIPT = 'document.title = "Obligo";';
const HTML = { accept: 'text/html,application/xhtml+xml' };

let folder: string;
let served: ServedLedger;

const get = (url: string, headers: Record<string, string> = {}) =>
  served.ledger.app.inject({ method: 'GET', url, headers });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'obligo-pages-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), DOCUMENT);
  writeFileSync(path.join(folder, 'obligo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(path.join(folder, 'assets/index-Abc12345.js'), SCRIPT);
  writeFileSync(path.join(folder, 'assets/index-Abc12345.js.br'), brotliCompressSync(SCRIPT));
  served = await ServedLedger.open({ pages: folder });
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a browser', () => {
  it.each(['/', '/fy/2569', '/fy/2569/p/P08?known=190', '/doc/2569/P01/PO-1', '/e/12', '/reports/3'])(
    'gets the document of the pages at %s, without having signed in',
    async (url) => {
      const answer = await get(url, HTML);
      expect([answer.statusCode, answer.body]).toEqual([200, DOCUMENT]);
      expect(answer.headers['content-type']).toMatch(/^text\/html/);
    },
  );

  it('asks for the document each time, and for what its content names only once', async () => {
    expect((await get('/', HTML)).headers['cache-control']).toBe('no-cache');
    expect((await get('/assets/index-Abc12345.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
  });

  it('gets files as they were packed when they were built', async () => {
    const answer = await get('/assets/index-Abc12345.js', { 'accept-encoding': 'br' });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.rawPayload.equals(brotliCompressSync(SCRIPT))).toBe(true);
    expect((await get('/assets/index-Abc12345.js')).body).toBe(SCRIPT);
  });

  it('may run scripts and styles of this origin alone, and show it in no frame', async () => {
    const policy = String((await get('/fy/2569', HTML)).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|nonce|data:|https?:/);
  });

  it.each([
    '/assets/../../ledger.sqlite',
    '/assets/%2e%2e/index.html',
    '/assets/nothing.js',
    '/index.html.br',
  ])('gets no other file: %s', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  });
});

describe('a program', () => {
  it.each(['/api/v1/nowhere', '/nowhere', '/assets/nowhere'])('is told that there is no %s', async (url) => {
    const answer = await get(url, { accept: 'application/json' });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'route-unknown']);
  });

  it('is told so of an address of the API, even when it would take a page', async () => {
    expect((await get('/api/v1/nowhere', HTML)).json<{ code: string }>().code).toBe('route-unknown');
  });

  it('is told the name of a refused request, and no name of one that was answered', async () => {
    expect((await get('/api/v1/journal')).headers['obligo-request']).toMatch(/^[0-9a-f-]{36}$/);
    expect((await get('/health')).headers['obligo-request']).toBeUndefined();
  });
});
