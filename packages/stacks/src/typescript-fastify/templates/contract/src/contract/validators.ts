import { AsyncLocalStorage } from 'node:async_hooks';
import { createContext, Script } from 'node:vm';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { document, type Place } from './document.ts';
import { memberOf } from './json.ts';
import { Refusal } from './refusal.ts';
import { viewFor } from './views.ts';

/** A value that does not fit its schema, by JSON pointers. */
export type Misfit = { pointer: string; detail: string };
export type Validator = (value: unknown) => Misfit[];

const LONGEST_JUDGED_MS = 250;
/** How long a request may still be judged, and how long it was. */
export const judging = new AsyncLocalStorage<{ longestMs: number; takenMs: number }>();
const place = createContext({});
const judge = new Script('validate(value)');

/**
 * What is judged is what strangers send, by patterns and choices that somebody wrote: on some texts, and on some trees,
 * that takes longer than the universe is old. What counts is the work: a machine that is busy may take its time.
 */
export function judgeInTime(validate: ValidateFunction, value: unknown): boolean {
  const before = process.threadCpuUsage();
  const request = judging.getStore();
  const longest = request?.longestMs ?? LONGEST_JUDGED_MS;
  for (;;) {
    const judged = tryToJudge(validate, value, longest);
    const { user, system } = process.threadCpuUsage(before);
    const taken = (user + system) / 1_000;
    if (judged === null && taken < longest) continue;
    if (request !== undefined) request.takenMs += taken;
    if (judged !== null) return judged;
    throw new Refusal('invalid', 'The request takes too long to judge.');
  }
}

/** Null: it did not come to an end in time. */
function tryToJudge(validate: ValidateFunction, value: unknown, longest: number): boolean | null {
  Object.assign(place, { validate, value });
  try {
    return judge.runInContext(place, { timeout: longest }) === true;
  } catch (error) {
    // It comes from a realm of its own, where errors are no instances of ours.
    if (memberOf(error, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null;
    throw error;
  } finally {
    Object.assign(place, { validate: undefined, value: undefined });
  }
}

// @if loosePatterns
/** Some patterns are none in the stricter reading that they should have. */
function toExpression(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}
// @end
// @if !loosePatterns
const toExpression = (pattern: string): RegExp => new RegExp(pattern, 'u');
// @end

const regExp = Object.assign(toExpression, { code: 'patterns are compiled at start' });

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
  if (Object.keys(schemas).length === 0) return () => [];
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
    if (judgeInTime(validate, value)) return [];
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
