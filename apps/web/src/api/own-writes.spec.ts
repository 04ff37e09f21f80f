import { expect, it } from '@jest/globals';
import createClient from 'openapi-fetch';
import { ownWrites } from './own-writes.ts';

interface Paths {
  readonly '/postings': {
    readonly get: { readonly responses: { readonly 200: object } };
    readonly post: { readonly responses: { readonly 201: object } };
  };
}

it('names the place of the last posting with every request after it, and never an earlier one', async () => {
  const asked: (string | null)[] = [];
  const positions = ['7', '5', '12'];
  const api = createClient<Paths>({
    baseUrl: 'http://ledger.example',
    fetch: (request) => {
      asked.push(request.headers.get('obligo-min-position'));
      const isPosting = request.method === 'POST';
      const headers = { 'obligo-position': isPosting ? (positions.shift() ?? '') : '99' };
      return Promise.resolve(new Response('{}', { status: isPosting ? 201 : 200, headers }));
    },
  });
  api.use(ownWrites);
  await api.GET('/postings');
  for (let round = 0; round < 3; round++) {
    await api.POST('/postings');
    await api.GET('/postings');
  }
  expect(asked).toEqual([null, null, '7', '7', '7', '7', '12']);
});
