import type {
  CommandShape,
  FieldKind,
  FieldShape,
} from '../../apps/web/src/pages/post/catalogue/command-shape.ts';

/** The parts of the OpenAPI document that forms are made from. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Operation {
  readonly operationId: string;
  readonly 'x-obligo-cli'?: string;
  readonly 'x-obligo-posts'?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Texts that may be longer get a field of several lines. */
const ONE_LINE = 500;

/** What makes an organisation: its code is typed, since it is none of those that may be chosen on every page. */
const MAKES_ORGANISATION = 'organisation/register-organisation';

/** The form of every command: of each operation that has a noun and a verb. */
export function commandShapes({ paths, components: { schemas } }: OpenApi): CommandShape[] {
  return Object.entries(paths).flatMap(([path, { post }]): CommandShape[] => {
    if (post?.['x-obligo-cli'] === undefined) return [];
    const parameters = post.parameters ?? [];
    const posts = post['x-obligo-posts'] ?? '';
    const asked = parameters.filter(
      (parameter) =>
        parameter.in === 'path' || (parameter.name === 'organisation' && posts === MAKES_ORGANISATION),
    );
    const body = post.requestBody?.content['application/json'].schema;
    return [
      {
        id: post.operationId,
        path,
        posts,
        submittable: parameters.some(({ name }) => name === 'submit'),
        params: asked.map(({ name, schema = {} }) => fieldOf(schemas, name, schema, true)),
        fields: body ? fieldsOf(schemas, body) : [],
      },
    ];
  });
}

type Schemas = OpenApi['components']['schemas'];

function fieldsOf(schemas: Schemas, schema: Schema): FieldShape[] {
  const { properties = {}, required = [] } = resolved(schemas, schema);
  return Object.entries(properties).map(([name, property]) =>
    fieldOf(schemas, name, property, required.includes(name)),
  );
}

function fieldOf(schemas: Schemas, name: string, property: Schema, required: boolean): FieldShape {
  const schema = resolved(schemas, property);
  const kind = kindOf(schemas, name, schema);
  const inner = kind === 'group' ? schema : kind === 'list' ? (schema.items ?? {}) : undefined;
  return {
    name,
    kind,
    required,
    ...(kind === 'text' || kind === 'long-text' ? { maxLength: schema.maxLength ?? ONE_LINE } : {}),
    ...(schema.enum === undefined ? {} : { choices: schema.enum }),
    ...(inner === undefined ? {} : { fields: fieldsOf(schemas, inner) }),
    ...(kind === 'list' || kind === 'evidence' ? { most: schema.maxItems ?? 1 } : {}),
  };
}

function kindOf(schemas: Schemas, name: string, schema: Schema): FieldKind {
  const { type, format, properties, items } = schema;
  if (name === 'evidence') return 'evidence';
  if (schema.enum) return 'choice';
  if (format === 'baht') return 'amount';
  if (format === 'date') return 'date';
  if (name === 'fiscalYear') return 'year';
  if (type === 'boolean') return 'flag';
  if (type === 'integer') return 'count';
  if (type === 'array') return items && resolved(schemas, items).properties ? 'list' : 'json';
  if (properties) return Object.keys(properties).join() === 'fundSource,category' ? 'line' : 'group';
  if (type === 'object') return 'json';
  return (schema.maxLength ?? 0) > ONE_LINE ? 'long-text' : 'text';
}

function resolved(schemas: Schemas, schema: Schema): Schema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  const name = reference?.slice(reference.lastIndexOf('/') + 1);
  return name === undefined ? schema : (schemas[name] ?? schema);
}
