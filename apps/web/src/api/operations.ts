import type { MaybeOptionalInit } from 'openapi-fetch';
import type { paths } from './schema.ts';

type Method = 'get' | 'post' | 'put' | 'delete';
interface Operation {
  readonly responses: unknown;
}

/** The addresses of the API that take a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, Operation> ? P : never;
}[keyof paths];

/** What a request to an address carries: `{ params: { path, query, header }, body }`. */
export type InitOf<P extends PathOf<M>, M extends Method> = MaybeOptionalInit<paths[P], M & keyof paths[P]>;

type JsonIn<R, Status extends number> = R extends {
  readonly [S in Status]: { readonly content: { readonly 'application/json': infer Json } };
}
  ? Json
  : never;

/** What an address answers as JSON. */
export type JsonOf<P extends PathOf<M>, M extends Method> =
  paths[P] extends Record<M, { readonly responses: infer R }> ? JsonIn<R, 200> | JsonIn<R, 201> : never;
