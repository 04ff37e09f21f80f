import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The parts of the OpenAPI document that say what a posting may hold. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly [Schema];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Operation {
  readonly 'x-obligo-cli'?: string;
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

interface Document {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A posting as the API documents it. */
export interface DocumentedPosting {
  /** Noun and verb, as on the command line. */
  readonly name: string;
  /** Below `/api/v1/`, with parameters in braces. */
  readonly path: string;
  readonly body: Schema | undefined;
}

const FILE = path.join(import.meta.dirname, '../../docs/openapi.json');
const { paths, components } = JSON.parse(readFileSync(FILE, 'utf8')) as Document;

export const DOCUMENTED: readonly DocumentedPosting[] = Object.entries(paths).flatMap(([full, { post }]) => {
  const name = post?.['x-obligo-cli'];
  const body = post?.requestBody?.content['application/json'].schema;
  return name === undefined ? [] : [{ name, path: full.replace('/api/v1/', ''), body }];
});

/** A schema without references at its top. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref !== undefined) {
    const found = components.schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)];
    if (!found) throw new Error(`${schema.$ref} is not documented`);
    return resolved(found);
  }
  return schema.allOf ? resolved(schema.allOf[0]) : schema;
}
