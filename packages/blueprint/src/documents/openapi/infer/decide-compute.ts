import type { Behaviour, ComputedValue, Shape, Source } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import { isJson, type Operation, successOf } from '../operations.ts';
import { plain, wordsOf } from '../words.ts';
import { isResultName } from './calculations.ts';
import type { Input } from './computed-input.ts';
import {
  algorithmSaid,
  areUnits,
  changeSaid,
  conversionSaid,
  countSaid,
} from './computed-words.ts';
import { formulaFor } from './formulas.ts';
import { arithmeticFor, figureFor, listFigureFor, numberFor } from './number-functions.ts';
import { romanFor, textFigureFor } from './text-figures.ts';

type Asked = { root: JsonObject; operation: Operation; inputs: readonly Input[] };
type Output = { name: string; schema: Flat };

/** What is worked out from the request alone: texts, units, hashes, formulas; null for everything else. */
export function decideCompute(root: JsonObject, operation: Operation): Behaviour | null {
  if (!['get', 'post'].includes(operation.method)) return null;
  const inputs = inputsOf(root, operation);
  const success = successOf(operation);
  const content = success?.response.contents.find(
    ({ media }) => isJson(media) || /^text\/plain/.test(media),
  );
  if (inputs === null || inputs.length === 0 || success === null || content === undefined)
    return null;
  const asked = { root, operation, inputs };
  const { status } = success;
  const outputs =
    content.schema.properties.size > 0
      ? [...content.schema.properties].map(([name, raw]) => ({ name, schema: flatten(root, raw) }))
      : [{ name: 'result', schema: content.schema }];
  const values = outputs.map((output) => valueFor(asked, output, outputs));
  const made = values.filter((value) => value !== null);
  const isWhole = outputs.every(
    ({ name }, at) =>
      values[at] !== null ||
      (content.schema.properties.size > 0 && !content.schema.required.has(name)),
  );
  if (!isWhole || !made.some((value) => value.function !== 'echo')) return null;
  const of = (name: string): Shape => ({ is: 'computed', name });
  const shape: Shape =
    content.schema.properties.size > 0
      ? { is: 'object', properties: made.map(({ name }) => ({ name, value: of(name) })) }
      : of('result');
  const isText = !isJson(content.media);
  const body = isText ? ({ as: 'text', shape } as const) : ({ as: 'json', shape } as const);
  const media = isText ? 'text/plain' : 'application/json';
  return { kind: 'compute', values: made, answer: { status, media, body } };
}

/** Everything that a request can say; null where a body is something else. */
function inputsOf(root: JsonObject, { parameters, body, method }: Operation): Input[] | null {
  const own = parameters
    .filter(({ in: place }) => place === 'query' || place === 'path')
    .map(({ name, schema, required, in: place }): Input => {
      const source: Source = place === 'path' ? { in: 'path', name } : { in: 'query', name };
      return { name, schema, required, source };
    });
  if (method === 'get' || body === null) return own;
  const { schema, media } = body;
  if (/^text\/plain/.test(media))
    return [...own, { name: 'text', schema, required: true, source: { in: 'whole-body' } }];
  if (schema.properties.size === 0) return null;
  const given = [...schema.properties].map(
    ([name, raw]): Input => ({
      ...{ name, schema: flatten(root, raw), required: schema.required.has(name) },
      source: { in: 'body', name },
    }),
  );
  return [...own, ...given];
}

function valueFor(asked: Asked, output: Output, outputs: readonly Output[]): ComputedValue | null {
  const { type } = output.schema;
  const isNumber = type === 'number' || type === 'integer';
  const found =
    romanFor(asked, output) ??
    listFigureFor(asked, output) ??
    textFigureFor(asked, output) ??
    formulaFor(asked, output) ??
    (isNumber
      ? (arithmeticFor(asked, output.name) ??
        figureFor(asked, output.name) ??
        numberFor(asked, output.name))
      : null) ??
    (type === 'number' || type === 'integer' || type === null
      ? unitFor(asked, output, outputs)
      : null) ??
    (type === 'integer' ? countFor(asked, output) : null) ??
    (type === 'string' || type === null ? textFor(asked, output, outputs) : null);
  return found ?? echoFor(asked, output);
}

/** What was given stands in the answer as well. */
function echoFor({ inputs }: Asked, { name, schema }: Output): ComputedValue | null {
  const input = inputs.find(
    (one) => plain(one.name) === plain(name) && one.schema.type === schema.type,
  );
  const target = /^(unit|tounit|targetunit|to)$/.test(plain(name)) ? toOf(inputs) : undefined;
  const from = input ?? target;
  // Sources are text to the function, so that numbers do not stand for themselves.
  if (from === undefined || schema.type !== 'string' || !from.required) return null;
  return { name, function: 'echo', from: [from.source] };
}

const FROM = /^(from|source|fromunit|sourceunit|unitfrom|inputunit)$/;
const TO = /^(to|target|tounit|targetunit|unitto|outputunit)$/;

function toOf(inputs: readonly Input[]): Input | undefined {
  return inputs.find(({ name }) => TO.test(plain(name)));
}

/** A number and two units of one kind, or the two that the path names. */
function unitFor(
  { inputs, operation }: Asked,
  { name }: Output,
  outputs: readonly Output[],
): ComputedValue | null {
  const numbers = inputs.filter(({ schema: { type } }) => type === 'number' || type === 'integer');
  const shown = outputs.filter(({ schema: { type } }) => type === 'number' || type === 'integer');
  const isEchoed = numbers.some((one) => plain(one.name) === plain(name)) && shown.length > 1;
  const [value, ...others] = numbers;
  if (value === undefined || others.length > 0 || isEchoed) return null;
  if (shown.length > 2) return null;
  const [from, to] = [inputs.find((one) => FROM.test(plain(one.name))), toOf(inputs)];
  if (from !== undefined && to !== undefined) {
    const units = [...(from.schema.choices ?? []), ...(to.schema.choices ?? [])].map(String);
    const isFree =
      units.length === 0 &&
      /\b(units?|lengths?|weights?|mass|temperatures?)\b/.test(operation.text);
    if (inputs.length !== 3 || !(areUnits(units) || isFree)) return null;
    return { name, function: 'unit', from: [value.source, from.source, to.source] };
  }
  const said = conversionSaid(`${operation.segments.join(' ')} ${operation.text}`.toLowerCase());
  if (said === null || inputs.length !== 1) return null;
  const units = said.map((unit): Source => ({ in: 'constant', value: unit }));
  return { name, function: 'unit', from: [value.source, ...units] };
}

/** The one text that a request gives. */
function textOf({ inputs }: Asked): Input | null {
  const texts = inputs.filter(
    ({ schema: { type, choices } }) => type === 'string' && choices === null,
  );
  const [only, ...others] = texts;
  return only?.required === true && others.length === 0 ? only : null;
}

function countFor(asked: Asked, { name }: Output): ComputedValue | null {
  const text = textOf(asked);
  const counts = countSaid(plain(name));
  if (text === null || counts === null || asked.inputs.length > 1) return null;
  return { name, function: counts, from: [text.source] };
}

function textFor(
  asked: Asked,
  { name, schema }: Output,
  outputs: readonly Output[],
): ComputedValue | null {
  const { operation, inputs } = asked;
  const text = textOf(asked);
  const isOnly = outputs.filter((one) => one.schema.type === 'string').length === 1;
  const isCalled =
    isResultName(name) ||
    /^(text|encoded|decoded|converted|reversed|slug|hash|digest|data)$/.test(plain(name));
  if (text === null || !(isOnly || (isCalled && plain(name) !== plain(text.name)))) return null;
  const path = [...operation.segments.flatMap(wordsOf), ...operation.words].join(' ');
  const chosen = inputs.find(({ name: own }) => /^(algorithm|algo|method|hash)$/.test(plain(own)));
  const isHash = /\b(hash|hashes|digest|checksum|sha|md5)/.test(`${path} ${operation.text}`);
  if (isHash && chosen !== undefined && inputs.length === 2 && isHashChoice(chosen))
    return { name, function: 'hash', from: [text.source, chosen.source] };
  if (inputs.length > 1) return null;
  const algorithm = algorithmSaid(`${path} ${operation.text} ${schema.description.toLowerCase()}`);
  if (algorithm !== null)
    return { name, function: 'hash', from: [text.source, { in: 'constant', value: algorithm }] };
  const change = changeSaid(path) ?? changeSaid(`${path} ${operation.text}`);
  return change === null ? null : { name, function: change, from: [text.source] };
}

function isHashChoice({ schema: { choices }, required }: Input): boolean {
  const all = (choices ?? []).map((each) => algorithmSaid(String(each).toLowerCase()));
  return required && all.length > 0 && all.every((each) => each !== null);
}
