import { STATUS_CODES } from 'node:http';
import { follow, type Place } from './document.ts';
import { asObject, isObject, memberOf } from './json.ts';
import type { Refusal, RefusalKind } from './refusal.ts';

type Facts = {
  status: number;
  code: RefusalKind;
  message: string;
  request: string;
  suggestions: readonly string[];
};

const MOST_DEPTH = 6;

/** The body of a refusal in the shape that the document gives it. */
export function refusalBody(
  schema: Place,
  refusal: Refusal,
  about: Pick<Facts, 'status' | 'request'>,
): unknown {
  const { kind: code, message, suggestions } = refusal;
  return fill(schema, '', { ...about, code, message, suggestions }, 0);
}

/** A problem document (RFC 9457), where the document describes no body. */
export function problem(
  refusal: Refusal,
  { status, request }: Pick<Facts, 'status' | 'request'>,
): object {
  return {
    type: `urn:problem:${refusal.kind}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: refusal.message,
    instance: request,
  };
}

function fill(start: Place, name: string, facts: Facts, depth: number): unknown {
  const place = follow(start);
  const schema = asObject(place.value);
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return choiceOf(schema.enum, facts);
  const [variant] = [schema.oneOf, schema.anyOf].filter(Array.isArray).flat();
  if (variant !== undefined) return fill({ pointer: '', value: variant }, name, facts, depth + 1);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'array') return fillList(schema, name, facts, depth);
  if (type === 'integer' || type === 'number') return facts.status;
  if (type === 'boolean') return false;
  if (type === 'string') return fillText(schema, name, facts);
  return fillObject(place, facts, depth);
}

/** What choices call a refusal that is called otherwise here. */
const ALSO_CALLED: Partial<Record<RefusalKind, RegExp>> = {
  malformed: /invalid|bad|malformed|validation/,
  invalid: /invalid|validation|bad/,
  'bad-path': /invalid|bad/,
  unauthenticated: /unauth/,
  'wrong-credentials': /credential|unauth/,
  closed: /forbidden|denied|unauth/,
  forbidden: /denied|forbidden/,
  conflict: /exists|duplicate|conflict|taken/,
  insufficient: /insufficient|precondition/,
  limited: /limit|exhausted|many/,
  undetermined: /unimplemented|implemented/,
};

/** The choice that stands for a refusal: by its status, by its name in any spelling, or by what it is called elsewhere. */
function choiceOf(choices: readonly unknown[], { status, code }: Facts): unknown {
  const spelt = (text: unknown) => String(text).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const names = [code, spelt(STATUS_CODES[status] ?? '')];
  return (
    choices.find((choice) => choice === status || choice === String(status)) ??
    choices.find((choice) => names.includes(spelt(choice))) ??
    choices.find((choice) => ALSO_CALLED[code]?.test(spelt(choice))) ??
    choices[0]
  );
}

function fillList(schema: object, name: string, facts: Facts, depth: number): unknown[] {
  if (facts.suggestions.length > 0 && /suggest|alternative/i.test(name))
    return facts.suggestions.slice(0, Number(memberOf(schema, 'maxItems') ?? Number.POSITIVE_INFINITY));
  if (depth > MOST_DEPTH || Number(memberOf(schema, 'minItems') ?? 0) === 0) return [];
  return [fill({ pointer: '', value: memberOf(schema, 'items') ?? {} }, name, facts, depth + 1)];
}

function fillText(schema: object, name: string, { status, code, message, request }: Facts): string {
  const format = memberOf(schema, 'format');
  if (format === 'date-time') return new Date().toISOString();
  if (format === 'uri' || format === 'uri-reference') return `urn:problem:${code}`;
  if (/^(instance|request_?id|trace_?id)$/i.test(name)) return request;
  if (/code|^type$|^kind$/i.test(name)) return code;
  if (/^status$/i.test(name)) return 'error';
  if (/^title$/i.test(name)) return STATUS_CODES[status] ?? 'Error';
  return message;
}

/** What is required, and what is usually said of an error. */
function fillObject(place: Place, facts: Facts, depth: number): object {
  if (depth > MOST_DEPTH) return {};
  const { properties, required } = joined(place);
  const wanted = Object.entries(properties).filter(
    ([name]) =>
      required.includes(name) ||
      /message|error|detail|title|code|status|reason|success|description|suggest|alternative/i.test(name),
  );
  const entries = wanted.map(([name, value]) => [
    name,
    fill({ pointer: '', value }, name, facts, depth + 1),
  ]);
  return Object.fromEntries(entries.length > 0 ? entries : [['message', facts.message]]);
}

function joined(place: Place): { properties: object; required: string[] } {
  const schema = asObject(follow(place).value);
  const parts = Array.isArray(schema.allOf)
    ? schema.allOf.filter(isObject).map((value) => joined({ pointer: '', value }))
    : [];
  const own = Array.isArray(schema.required) ? schema.required.map(String) : [];
  return {
    properties: Object.assign(
      {},
      ...parts.map(({ properties }) => properties),
      asObject(schema.properties),
    ),
    required: [...parts.flatMap(({ required }) => required), ...own],
  };
}
