import { createContext, Script } from 'node:vm';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { document, type Place } from './document.ts';
import { viewFor } from './views.ts';

/** A value that does not fit its schema, by JSON pointers. */
export type Misfit = { pointer: string; detail: string };
export type Validator = (value: unknown) => Misfit[];

const LONGEST_MATCHED = 10_000;
const LONGEST_MATCH_MS = 50;
/** What repeats something that repeats, or repeats a choice: on some texts that takes longer than the universe is old. */
const RISKY = /[+*}][^()]*\)[+*{]|\|[^()]*\)[+*{]|\([^()]*[+*}].*\)[+*{]/;
const place = createContext({});
const match = new Script('expression.test(text)');

/** Patterns of the document; none of them is tried on text of any length, nor for long. */
function compilePattern(pattern: string): { test(text: string): boolean; toString(): string } {
  const expression = toExpression(pattern);
  const isRisky = RISKY.test(pattern);
  return {
    test: (text) =>
      text.length <= LONGEST_MATCHED &&
      (isRisky ? matchInTime(expression, text) : expression.test(text)),
    toString: () => expression.toString(),
  };
}

function toExpression(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

/** Text that cannot be judged in time does not match. */
function matchInTime(expression: RegExp, text: string): boolean {
  Object.assign(place, { expression, text });
  try {
    return match.runInContext(place, { timeout: LONGEST_MATCH_MS }) === true;
  } catch {
    return false;
  }
}

const regExp = Object.assign(compilePattern, { code: 'patterns are compiled at start' });

function createAjv(side: 'request' | 'response', coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    useDefaults: side === 'request',
    multipleOfPrecision: 9,
    coerceTypes: coerceTypes ? 'array' : false,
    code: { regExp },
    logger: false,
  });
  formats.default(ajv);
  ajv.addSchema({ ...asSchema(viewFor(side, document)), $id: 'document' });
  return ajv;
}

function asSchema(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

const bodies = createAjv('request', false);
const texts = createAjv('request', true);
const answers = createAjv('response', false);

/** JSON bodies are taken as they are. */
export const bodyValidator = (place: Place): Validator => toValidator(bodies, place);
/** Parameters and form fields come as text. */
export const textValidator = (place: Place): Validator => toValidator(texts, place);
export const answerValidator = (place: Place): Validator => toValidator(answers, place);

/** A validator of parameters by name, each with its own schema. */
export function parameterValidator(schemas: Record<string, Place>, required: string[]): Validator {
  const properties = Object.fromEntries(
    Object.entries(schemas).map(([name, { pointer, value }]) => [
      name,
      value === undefined ? {} : { $ref: referenceTo(pointer) },
    ]),
  );
  return toMisfits(texts.compile({ type: 'object', properties, required }));
}

const referenceTo = (pointer: string) =>
  `document#${pointer.split('/').map(encodeURIComponent).join('/')}`;

function toValidator(ajv: Ajv2020, { pointer }: Place): Validator {
  return toMisfits(ajv.compile({ $ref: referenceTo(pointer) }));
}

function toMisfits(validate: ValidateFunction): Validator {
  return (value) => {
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }: ErrorObject) => ({
      pointer: `${instancePath}${nameIn(params)}`,
      detail: message ?? 'is not valid',
    }));
  };
}

function nameIn(params: Record<string, unknown>): string {
  const name = params.missingProperty ?? params.additionalProperty;
  return name === undefined ? '' : `/${String(name)}`;
}
