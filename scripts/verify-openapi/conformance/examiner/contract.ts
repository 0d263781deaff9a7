import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Exchange } from './client.ts';

type Node = Readonly<Record<string, unknown>>;
type Template = { readonly path: string; readonly pattern: RegExp; readonly operations: Node };

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: /^[a-z][a-z0-9+.-]*:/i,
};

/** Holds what a server answers against its document; this reader of OpenAPI shares nothing with the one examined. */
export class Contract {
  readonly #templates: readonly Template[];
  readonly #base: string;
  readonly #ajv: Ajv2020;
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(document: Node, base: string) {
    this.#base = base;
    this.#ajv = new Ajv2020({
      strict: false,
      allErrors: true,
      multipleOfPrecision: 6,
      formats: { ...FORMATS },
    });
    for (const format of [
      'int32',
      'int64',
      'float',
      'double',
      'binary',
      'byte',
      'password',
      'hostname',
      'ipv4',
      'time',
      'uri-reference',
      'regex',
      'duration',
    ])
      this.#ajv.addFormat(format, true);
    this.#ajv.addSchema({ $id: 'document', ...(asAnswers(document) as object) });
    this.#templates = templatesOf(document);
  }

  /** The operation that was called, as `METHOD /path` of the document. */
  operationOf({ method, path }: Pick<Exchange, 'method' | 'path'>): string | null {
    const template = this.#templateOf(path);
    return template ? `${method} ${template.path}` : null;
  }

  /** The `operationId` of `METHOD /path`. */
  idOf(operation: string): string | null {
    const [method = '', path] = operation.split(' ');
    const found = this.#templates.find((template) => template.path === path)?.operations;
    const { operationId } = (found?.[method.toLowerCase()] ?? {}) as Node;
    return typeof operationId === 'string' ? operationId : null;
  }

  /** What is wrong with an answer; empty when it keeps to the document. */
  faults({ method, path, reply }: Exchange): readonly string[] {
    const template = this.#templateOf(path);
    const operation = template?.operations[method.toLowerCase()] as Node | undefined;
    if (!template || !operation) return [];
    const responses = operation.responses as Node;
    const documented = pick(responses, reply.status);
    if (documented === null)
      // An answer of 4xx, 501 or 503 may always be given; success has to be one that is written down.
      return reply.status < 400 ? [`${reply.call}: ${reply.status} is not documented`] : [];
    return this.#bodyFaults(template.path, method.toLowerCase(), documented, reply);
  }

  #templateOf(path: string): Template | undefined {
    const inside = path.startsWith(this.#base) ? path.slice(this.#base.length) : path;
    return this.#templates.find(({ pattern }) => pattern.test(inside));
  }

  #bodyFaults(
    path: string,
    method: string,
    status: string,
    reply: Exchange['reply'],
  ): readonly string[] {
    const pointer = ['paths', path, method, 'responses', status];
    const content = this.#resolve(pointer).content as Node | undefined;
    if (!content || method === 'head') return [];
    const type = (reply.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
    if (Object.keys(content).length === 0) return [];
    const declared = Object.keys(content).find((one) => matches(one, type));
    if (declared === undefined)
      return [`${reply.call} ${reply.status}: content type ${type || 'none'} is not documented`];
    const schema = (content[declared] as Node).schema;
    if (!schema || !/json/.test(type)) return [];
    const validate = this.#validator(this.#pointerOf(pointer), declared);
    if (validate(reply.json)) return [];
    const first = (validate.errors ?? []).slice(0, 3);
    return first.map(
      ({ instancePath, message, params }) =>
        `${reply.call} ${reply.status}: ${instancePath || 'body'} ${message} ${JSON.stringify(params)}`,
    );
  }

  #validator(pointer: readonly string[], type: string): ValidateFunction {
    const whole = [...pointer, 'content', type, 'schema'].map(pointerPart).join('/');
    const known = this.#validators.get(whole);
    if (known) return known;
    const made = this.#ajv.compile({ $ref: `document#/${whole}` });
    this.#validators.set(whole, made);
    return made;
  }

  #resolve(pointer: readonly string[]): Node {
    return this.#walk(this.#pointerOf(pointer));
  }

  /** The pointer behind a `$ref` of a response. */
  #pointerOf(pointer: readonly string[]): readonly string[] {
    const ref = this.#walk(pointer).$ref;
    if (typeof ref !== 'string') return pointer;
    return ref
      .slice(2)
      .split('/')
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }

  #walk(pointer: readonly string[]): Node {
    let node: unknown = this.#ajv.getSchema('document')?.schema;
    for (const step of pointer) node = (node as Node)[step];
    return node as Node;
  }
}

function templatesOf(document: Node): readonly Template[] {
  const all = Object.entries(document.paths as Node).map(([path, operations]) => {
    const source = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
    return { path, pattern: new RegExp(`^${source}$`), operations: operations as Node };
  });
  // What is said more exactly goes first: /a/b before /a/{id}, /{id}:close before /{id}.
  const rank = ({ path }: Template) => [
    path.split('{').length,
    -path.replace(/\{[^}]+\}/g, '').length,
  ];
  return all.toSorted((a, b) => {
    const [[fewA = 0, longA = 0], [fewB = 0, longB = 0]] = [rank(a), rank(b)];
    return fewA - fewB || longA - longB;
  });
}

function pick(responses: Node, status: number): string | null {
  const wanted = [String(status), `${String(status)[0]}XX`, `${String(status)[0]}xx`];
  const found = wanted.find((key) => key in responses);
  if (found !== undefined) return found;
  return 'default' in responses && (status >= 400 || !hasSuccess(responses)) ? 'default' : null;
}

function hasSuccess(responses: Node): boolean {
  return Object.keys(responses).some((key) => /^[23]/.test(key));
}

function matches(declared: string, type: string): boolean {
  if (declared === type || declared === '*/*') return true;
  const [family = '', kind] = declared.split(';')[0]?.trim().split('/') ?? [];
  return kind === '*' ? type.startsWith(`${family}/`) : declared.split(';')[0]?.trim() === type;
}

/** Schemas as they hold for answers, in JSON Schema 2020-12. */
function asAnswers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asAnswers);
  if (value === null || typeof value !== 'object') return value;
  const node = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'example' || key === 'examples' || key === 'default' || key === 'enum'
        ? inner
        : asAnswers(inner),
    ]),
  );
  const names = Object.keys((node.properties ?? {}) as Node);
  const hidden = names.filter(
    (name) => (((value as Node).properties as Node)[name] as Node).writeOnly === true,
  );
  if (hidden.length > 0) {
    node.properties = {
      ...(node.properties as object),
      ...Object.fromEntries(hidden.map((name) => [name, false])),
    };
    if (Array.isArray(node.required))
      node.required = node.required.filter((name) => !hidden.includes(name));
  }
  return asJsonSchema(node);
}

function asJsonSchema(node: Record<string, unknown>): unknown {
  const { nullable, discriminator: _, example: __, ...rest } = node;
  for (const [flag, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof rest[flag] !== 'boolean') continue;
    if (rest[flag]) rest[flag] = rest[bound];
    else delete rest[flag];
  }
  if (nullable !== true) return rest;
  if (Array.isArray(rest.enum) && !rest.enum.includes(null)) rest.enum = [...rest.enum, null];
  return { anyOf: [rest, { type: 'null' }] };
}

function pointerPart(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
