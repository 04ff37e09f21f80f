import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
});
afterAll(() => ledger.close());

/** The directives of an answer's policy by name. */
async function policyOf(path: string): Promise<Record<string, string>> {
  const { headers } = await ledger.get(path);
  const directives = String(headers['content-security-policy']).split(';');
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

describe('every answer of the ledger', () => {
  it.each([
    'status',
    'reports/quarterly?fiscalYear=2569&quarter=Q1&format=csv',
    'nowhere',
    '/openapi.json',
    '/',
  ])('tells browsers to run and frame nothing else: %s', async (path) => {
    const { headers } = await ledger.get(path);
    expect(await policyOf(path)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self'",
      'connect-src': "'self'",
      'font-src': "'self'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
    });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('with figures is kept by no cache', async () => {
    expect((await ledger.get('status')).headers['cache-control']).toBe('no-store');
  });
});

describe('the page to try the API', () => {
  it('may do what it needs and no more: styles of its own, never a script in the page', async () => {
    const policy = await policyOf('/docs');
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'self'",
    });
    const { text } = await ledger.get('/docs');
    expect(text).toMatch(/<style|style="/);
    expect(policy['style-src']).toBe("'self' 'unsafe-inline'");
    expect((await ledger.get('/docs/swagger-ui.css')).text).toContain('url("data:image/svg+xml');
    expect(policy['img-src']).toBe("'self' data:");
  });

  it('holds no script in itself, and loads nothing from elsewhere', async () => {
    const { text } = await ledger.get('/docs');
    for (const [tag, attributes = '', inside = ''] of text.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)) {
      expect([tag, attributes.includes('src="./'), inside.trim()]).toEqual([tag, true, '']);
    }
    expect(text).not.toMatch(/\son[a-z]+=|javascript:/i);
    expect(text).not.toMatch(/(?:src|href)="(?!\.\/)/);
  });

  it('gets all its files, each of the type that it is used as', async () => {
    const { text } = await ledger.get('/docs');
    const files = [...text.matchAll(/(?:src|href)="\.(\/docs\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThanOrEqual(6);
    for (const file of files) {
      const { status, headers } = await ledger.get(file);
      const expected = file.endsWith('.js') ? /javascript/ : file.endsWith('.css') ? /css/ : /image\/png/;
      expect([file, status, headers['content-type']]).toEqual([file, 200, expect.stringMatching(expected)]);
    }
  });

  it.each([
    '/docs/..%2f..%2fpackage.json',
    '/docs/%2e%2e/%2e%2e/package.json',
    '/docs/....//package.json',
    '/docs/..%5c..%5cpackage.json',
    '/docs/%252e%252e/package.json',
    '/docs/.hidden',
  ])('does not lead to other files: %s', async (path) => {
    const { status, text } = await ledger.get(path);
    expect([status < 500, text.includes('"devDependencies"')]).toEqual([true, false]);
    expect(text).toContain('urn:obligo:refusal:');
  });
});

describe('what is asked', () => {
  const INJECTED = encodeURIComponent('x\r\nset-cookie: stolen=1\r\n\r\n<script>');

  it.each([
    `journal?actor=${INJECTED}`,
    `reports/quarterly?fiscalYear=2569&quarter=Q1&knownAt=${INJECTED}`,
    `reports/quarterly?fiscalYear=2569&quarter=Q1&organisation=${INJECTED}`,
    `commitments?fiscalYear=2569&project=${INJECTED}`,
    INJECTED,
  ])('adds no header to the answer: %s', async (path) => {
    const { status, headers } = await ledger.get(path);
    expect(status).toBeLessThan(500);
    expect(headers).not.toHaveProperty('set-cookie');
    for (const value of Object.values(headers)) expect(String(value)).not.toMatch(/[\r\n]/);
  });

  it('in other scripts is repeated in ASCII', async () => {
    const { headers } = await ledger.get(`journal?actor=${encodeURIComponent('สมชาย')}`);
    expect(headers['obligo-query']).toContain(`actor=${encodeURIComponent('สมชาย')}`);
  });

  it.each(['__proto__=x', '__proto__[admin]=1', 'constructor[prototype][admin]=1', 'constructor=x'])(
    'reaches no prototype: %s',
    async (query) => {
      const { status } = await ledger.get(`reports/quarterly?fiscalYear=2569&quarter=Q1&${query}`);
      expect(status).toBeLessThan(500);
      expect(({} as { admin?: unknown }).admin).toBeUndefined();
      expect(Object.getPrototypeOf({})).toBe(Object.prototype);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});
