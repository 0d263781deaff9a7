import type { FastifyRequest } from 'fastify';
// @if multipart
import { readMultipart } from './bodies.ts';
// @end
// @if bytes
import { UploadedFile } from './bodies.ts';
// @end
import type { DocumentedOperation, Media, Place } from './document.ts';
import { follow } from './document.ts';
import { asObject, isObject, isTooDeep } from './json.ts';
import { Refusal } from './refusal.ts';
import {
  bodyValidator,
  type Misfit,
  parameterValidator,
  textValidator,
  type Validator,
} from './validators.ts';

/** What a request says, as the document wants it: parameters with their types, a body that fits its schema. */
export type Input = {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, unknown>;
  cookie: Record<string, unknown>;
  body: unknown;
};

/** Reads requests of one operation; throws Refusal for what does not fit. */
export type RequestReader = (request: FastifyRequest) => Promise<Input>;

type Group = { where: keyof Omit<Input, 'body'>; validate: Validator };

export function createRequestReader(
  operation: DocumentedOperation,
  pathNames: readonly string[],
  // @if multipart
  mostBytes: number,
  // @end
): RequestReader {
  const groups = (['path', 'query', 'header', 'cookie'] as const).map((where) =>
    groupOf(operation, where),
  );
  // @if multipart
  const readBody = createBodyReader(operation, mostBytes);
  // @end
  // @if !multipart
  const readBody = createBodyReader(operation);
  // @end

  return async (request) => {
    const raw = {
      path: Object.fromEntries(
        pathNames.map((name, at) => [name, asObject(request.params)[`p${at}`]]),
      ),
      query: unpacked(operation, asObject(request.query)),
      header: headersOf(operation, request),
      cookie: cookiesOf(request.headers.cookie),
    };
    for (const { where, validate } of groups) {
      const misfits = validate(raw[where]);
      // Nothing has an id that is none.
      if (misfits.length > 0 && where === 'path')
        throw new Refusal('bad-path', 'There is nothing of this name.');
      if (misfits.length > 0) throw invalid(`the ${where}`, misfits);
    }
    return { ...raw, body: await readBody(request) };
  };
}

function groupOf({ parameters }: DocumentedOperation, where: Group['where']): Group {
  const mine = parameters.filter((each) => each.in === where && !isCredential(each));
  const key = (name: string) => (where === 'header' ? name.toLowerCase() : name);
  const schemas = Object.fromEntries(mine.map(({ name, schema }) => [key(name), schema]));
  const required = mine.filter((each) => each.required).map(({ name }) => key(name));
  return { where, validate: parameterValidator(schemas, required) };
}

/** Without it somebody is not signed in, which has an answer of its own. */
function isCredential({ name, in: where }: { name: string; in: string }): boolean {
  return (
    where === 'cookie' ||
    (where === 'header' &&
      /^(authorization|accept|content-type|x-?(auth|access|api)?-?(token|key))$/i.test(name))
  );
}

/** Lists may come as `a,b`, and objects as `filter[name]`. */
function unpacked(
  { parameters }: DocumentedOperation,
  query: Record<string, unknown>,
): Record<string, unknown> {
  const values = { ...query };
  for (const { name, in: where, schema, explode } of parameters) {
    const isList = where === 'query' && typesOf(schema).includes('array');
    const value = values[name] ?? values[`${name}[]`];
    if (isList && typeof value === 'string')
      values[name] = explode && !value.includes(',') ? [value] : value.split(',');
    else if (isList && value !== undefined) values[name] = value;
  }
  return values;
}

function typesOf(schema: Place): unknown[] {
  const { type } = asObject(follow(schema).value);
  return Array.isArray(type) ? type : [type];
}

function headersOf(
  { parameters }: DocumentedOperation,
  { headers }: FastifyRequest,
): Record<string, unknown> {
  const names = parameters
    .filter((each) => each.in === 'header')
    .map(({ name }) => name.toLowerCase());
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
}

export function cookiesOf(header: string | undefined): Record<string, string> {
  const pairs = (header ?? '').split(/; */).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1)] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function invalid(where: string, misfits: readonly Misfit[]): Refusal {
  const [first] = misfits;
  const at = first === undefined || first.pointer === '' ? '' : `${first.pointer.slice(0, 200)} `;
  return new Refusal('invalid', `Some of ${where} is not valid: ${at}${first?.detail ?? ''}.`);
}

function createBodyReader(
  { body, method }: DocumentedOperation,
  // @if multipart
  mostBytes: number,
  // @end
): (request: FastifyRequest) => Promise<unknown> {
  if (body === null || method === 'get' || method === 'head') return async () => undefined;
  const kinds = body.contents.map((media) => ({ media, validate: bodyValidatorOf(media) }));

  return async (request) => {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const isEmpty = type === undefined && (request.body === undefined || request.body === null);
    if (isEmpty && !body.required) return undefined;
    if (isEmpty) throw new Refusal('invalid', 'The request needs a body.');
    const kind = kinds.find(({ media }) => fits(media.type, type ?? ''));
    if (kind === undefined)
      throw new Refusal(
        'unsupported',
        `Bodies are ${kinds.map(({ media }) => media.type).join(' or ')}.`,
      );
    // @if multipart
    const value = request.isMultipart()
      ? await readMultipart(request, mostBytes)
      : asSent(request.body, kind.media.type);
    // @end
    // @if !multipart
    const value = asSent(request.body, kind.media.type);
    // @end
    // @if forms
    const prepared = isForm(kind.media.type) ? withParts(value, kind.media.schema) : value;
    // @end
    // @if !forms
    const prepared = value;
    // @end
    if (isTooDeep(prepared)) throw new Refusal('invalid', 'The body is nested too deep.');
    const misfits = kind.validate(prepared);
    if (misfits.length > 0) throw invalid('the body', misfits);
    return prepared;
  };
}

const isForm = (type: string) => /^multipart\/|urlencoded/.test(type);

function bodyValidatorOf({ type, schema }: Media): Validator {
  if (schema === null) return () => [];
  return isForm(type) ? textValidator(schema) : bodyValidator(schema);
}

/** Bytes that are no JSON are a file, or text where they are said to be. */
// @if bytes
function asSent(body: unknown, documented: string): unknown {
  // @end
  // @if !bytes
function asSent(body: unknown, _documented: string): unknown {
  // @end
  if (!Buffer.isBuffer(body)) return body;
  // @if bytes
  if (!/^text\//.test(documented)) return new UploadedFile('', documented, body);
  // @end
  return body.toString('utf8');
}

/** Parts of a form that are lists or objects come as JSON; a list of one comes as that one. */
function withParts(value: unknown, schema: Place | null): unknown {
  if (!isObject(value) || schema === null) return value;
  const properties = follow(schema, 'properties');
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const types = typesOf(follow(properties, name));
      if (
        typeof part === 'string' &&
        /^\s*[[{]/.test(part) &&
        (types.includes('object') || types.includes('array'))
      )
        return [name, parsed(part)];
      return [name, types.includes('array') && !Array.isArray(part) ? [part] : part];
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('malformed', 'A part of the form is not the JSON that it should be.');
  }
}

function fits(documented: string, sent: string): boolean {
  const [type = '', subtype = ''] = documented.split(';')[0]?.trim().split('/') ?? [];
  const [sentType = '', sentSubtype = ''] = sent.split('/');
  return (type === '*' || type === sentType) && (subtype === '*' || subtype === sentSubtype);
}
