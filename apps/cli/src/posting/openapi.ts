import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The parts of the OpenAPI document that the posting commands are made from. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly example?: unknown;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly schema?: Schema;
  readonly example?: unknown;
}

interface Operation {
  readonly summary?: string;
  readonly 'x-obligo-cli'?: string;
  /** Set on what changes accounts, roles and tokens. */
  readonly 'x-obligo-access'?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One value of a posting: where it stands in the request, and how it is typed on the command line. */
export interface Field {
  readonly flag: string;
  /** Place in the body, or the name of the path parameter. */
  readonly place: readonly string[];
  readonly inPath: boolean;
  readonly required: boolean;
  /** `json` stands for a list or a free object, typed as JSON. */
  readonly type: 'string' | 'integer' | 'boolean' | 'json';
  /** A civil date, which may be typed in the Buddhist era. */
  readonly isDate: boolean;
  readonly description: string;
  readonly example: string | undefined;
}

export interface PostingCommand {
  readonly noun: string;
  readonly verb: string;
  readonly summary: string;
  /** Path under `/api/v1/` with `{parameters}`. */
  readonly path: string;
  readonly fields: readonly Field[];
  /** May be handed in for approval instead of recorded. */
  readonly submittable: boolean;
}

/** The era of an organisation is a value of its own; elsewhere a flag says how dates are typed. */
export const hasEra = ({ fields }: PostingCommand): boolean => fields.some(({ flag }) => flag === 'era');

/** Reads the document of this version, which lies in docs/ above the running file. */
export function readOpenApi(from = import.meta.dirname): OpenApi {
  const file = join(from, 'docs', 'openapi.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as OpenApi;
  if (dirname(from) === from) throw new Error('docs/openapi.json is missing from this installation');
  return readOpenApi(dirname(from));
}

/** Every operation that says its noun and verb. */
export function postingCommands({ paths, components }: OpenApi): PostingCommand[] {
  return Object.entries(paths).flatMap(([path, { post }]) => {
    const [noun, verb] = post?.['x-obligo-cli']?.split(' ') ?? [];
    if (!post || !noun || !verb) return [];
    const body = post.requestBody?.content['application/json'].schema;
    const fields = [
      ...(post.parameters ?? []).filter((parameter) => parameter.in === 'path').map(pathField),
      ...(body ? bodyFields(components.schemas, body, [], true) : []),
    ];
    const submittable = (post.parameters ?? []).some((parameter) => parameter.name === 'submit');
    const where = path.replace(/^\/api\/v1\//, '');
    return [{ noun, verb, summary: post.summary ?? '', path: where, fields, submittable }];
  });
}

const pathField = ({ name, description, schema, example }: Parameter): Field => ({
  flag: kebab(name),
  place: [name],
  inPath: true,
  required: true,
  type: 'string',
  isDate: false,
  description: description ?? '',
  example: textOf(example ?? schema?.example),
});

function bodyFields(
  schemas: Readonly<Record<string, Schema>>,
  schema: Schema,
  place: readonly string[],
  required: boolean,
): Field[] {
  const { properties, required: needed = [] } = resolved(schemas, schema);
  return Object.entries(properties ?? {}).flatMap(([name, property]): Field[] => {
    const here = [...place, name];
    const must = required && needed.includes(name);
    const target = resolved(schemas, property);
    if (target.properties) return bodyFields(schemas, property, here, must);
    const type = typeOf(target);
    const choices = target.enum ? ` (${target.enum.join(', ')})` : '';
    const description = `${property.description ?? ''}${choices}`;
    return [
      {
        flag: flagOf(here),
        place: here,
        inPath: false,
        required: must,
        type,
        isDate: target.format === 'date',
        description,
        example: textOf(property.example),
      },
    ];
  });
}

/** What a reference stands for; everything else as it is. */
export function resolved(schemas: Readonly<Record<string, Schema>>, schema: Schema): Schema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  const name = reference?.slice(reference.lastIndexOf('/') + 1);
  return name === undefined ? schema : (schemas[name] ?? schema);
}

const typeOf = ({ type }: Schema): Field['type'] => {
  if (type === 'integer' || type === 'boolean') return type;
  return type === 'array' || type === 'object' ? 'json' : 'string';
};

/** The last word says it; the value and the text of a thing are told apart by `-text`. */
function flagOf(place: readonly string[]): string {
  const name = place.at(-1) ?? '';
  const parent = place.length > 1 ? place.at(-2) : undefined;
  if (parent !== undefined && name === 'value') return kebab(parent);
  if (parent !== undefined && name === 'text') return `${kebab(parent)}-text`;
  return kebab(name);
}

const kebab = (name: string): string =>
  /^Q\d$/.test(name) ? name.toLowerCase() : name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function textOf(example: unknown): string | undefined {
  if (typeof example === 'string') return example;
  return example === undefined || example === null ? undefined : JSON.stringify(example);
}
