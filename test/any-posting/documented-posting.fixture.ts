import { readOpenApi, resolved as resolvedIn, type Schema } from '../../apps/cli/src/posting/openapi.ts';

/** A posting as the API documents it. */
export interface DocumentedPosting {
  /** Noun and verb, as on the command line. */
  readonly name: string;
  /** Below `/api/v1/`, with parameters in braces. */
  readonly path: string;
  readonly body: Schema | undefined;
  /** Whether it may be handed in for other eyes. */
  readonly submittable: boolean;
}

const { paths, components } = readOpenApi();

export const DOCUMENTED: readonly DocumentedPosting[] = Object.entries(paths).flatMap(([full, { post }]) => {
  const name = post?.['x-obligo-cli'];
  const body = post?.requestBody?.content['application/json'].schema;
  const submittable = post?.parameters?.some((parameter) => parameter.name === 'submit') ?? false;
  return name === undefined ? [] : [{ name, path: full.replace('/api/v1/', ''), body, submittable }];
});

/** A schema without references at its top. */
export const resolved = (schema: Schema): Schema => resolvedIn(components.schemas, schema);
