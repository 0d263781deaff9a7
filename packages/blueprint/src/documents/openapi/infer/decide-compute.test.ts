import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';
const number = '{ type: number }';

/** An operation that takes required members and answers with others. */
function working(path: string, said: string, given: Record<string, string>, answered: string[]) {
  const properties = Object.entries(given).map(([name, schema]) => `${name}: ${schema}`);
  const body = `{ type: object, required: [${Object.keys(given).join(', ')}], properties: { ${properties.join(', ')} } }`;
  return infer(`
  ${path}:
    post:
      summary: "${said}"
      requestBody: { ${json(body)} }
      responses: { '200': ${ok(object(...answered))}, '400': { description: Not valid } }`);
}

describe('what a text becomes', () => {
  it.each([
    ['/encode', 'Encodes data as Base64', 'encoded', 'base64-encode'],
    ['/tools/url/decode', '', 'result', 'url-decode'],
    ['/shout', 'The text in upper case', 'output', 'upper'],
    ['/slugs', 'Makes a slug of a title', 'slug', 'slug'],
    ['/mirror', 'Text, reversed', 'result', 'reverse'],
  ])('is worked out at %s', async (path, said, name, does) => {
    const contract = await working(path, said, { data: text }, [`${name}: ${text}`]);
    expect(behaviourOf(contract, `post ${path}`)).toMatchObject({
      kind: 'compute',
      values: [{ name, function: does, from: [{ in: 'body', name: 'data' }] }],
    });
  });

  it('is a hash by the algorithm that is named, or chosen', async () => {
    const named = await working('/digest', 'MD5 of a text', { text }, [`digest: ${text}`]);
    expect(behaviourOf(named, 'post /digest')).toMatchObject({
      values: [{ function: 'hash', from: [{ name: 'text' }, { in: 'constant', value: 'md5' }] }],
    });
    const given = { text, algorithm: '{ type: string, enum: [sha256, SHA-1] }' };
    const chosen = await working('/hash', 'Hashes a text', given, [`hash: ${text}`]);
    expect(behaviourOf(chosen, 'post /hash')).toMatchObject({
      values: [{ function: 'hash', from: [{ name: 'text' }, { name: 'algorithm' }] }],
    });
  });

  it('is counted', async () => {
    const counts = ['wordCount: { type: integer }', 'characters: { type: integer }'];
    const contract = await working('/analyse', 'Statistics of a text', { text }, counts);
    expect(behaviourOf(contract, 'post /analyse')).toMatchObject({
      values: [{ function: 'words' }, { function: 'characters' }],
    });
  });

  it.each([
    ['/translate', 'Translates a text'],
    ['/recode', 'Encodes or decodes base64'],
  ])('is not guessed at %s', async (path, said) => {
    const contract = await working(path, said, { text }, [`result: ${text}`]);
    expect(behaviourOf(contract, `post ${path}`)?.kind).not.toBe('compute');
  });
});

describe('what a number becomes', () => {
  it.each([
    ['"[kg, lb, oz]"', '[kg, lb, oz]'],
    ['"[celsius, fahrenheit]"', '[celsius, fahrenheit]'],
    ['"[miles, km]"', '[miles, km]'],
  ])('is the same in another unit of %s', async (_name, units) => {
    const unit = `{ type: string, enum: ${units} }`;
    const given = { amount: number, fromUnit: unit, toUnit: unit };
    const contract = await working('/convert', 'Converts', given, [`result: ${number}`]);
    expect(behaviourOf(contract, 'post /convert')).toMatchObject({
      values: [
        { function: 'unit', from: [{ name: 'amount' }, { name: 'fromUnit' }, { name: 'toUnit' }] },
      ],
    });
  });

  it('is in units that the path names', async () => {
    const contract = await working('/miles-to-km', '', { distance: number }, [`km: ${number}`]);
    expect(behaviourOf(contract, 'post /miles-to-km')).toMatchObject({
      values: [{ from: [{ name: 'distance' }, { value: 'miles' }, { value: 'km' }] }],
    });
  });

  it.each([
    ['operation', '[add, subtract, multiply, divide]'],
    ['operator', "['+', '-', '*', '/']"],
    ['op', '[plus, minus]'],
  ])('is what an %s makes of two', async (name, choices) => {
    const given = { a: number, b: number, [name]: `{ type: string, enum: ${choices} }` };
    const contract = await working('/calculate', '', given, [`result: ${number}`]);
    expect(behaviourOf(contract, 'post /calculate')).toMatchObject({
      values: [{ function: 'arithmetic', from: [{ name: 'a' }, { name: 'b' }, { name }] }],
    });
  });

  it('is a figure of many', async () => {
    const numbers = '{ type: array, items: { type: number } }';
    const figures = [`mean: ${number}`, `median: ${number}`, `max: ${number}`];
    const contract = await working('/statistics', '', { numbers }, figures);
    expect(behaviourOf(contract, 'post /statistics')).toMatchObject({
      values: [{ function: 'mean' }, { function: 'median' }, { function: 'most' }],
    });
    const average = await working('/average', '', { values: numbers }, [`result: ${number}`]);
    expect(behaviourOf(average, 'post /average')).toMatchObject({ values: [{ function: 'mean' }] });
  });

  it('is a root or a factorial', async () => {
    const root = await working('/sqrt', '', { x: number }, [`result: ${number}`]);
    expect(behaviourOf(root, 'post /sqrt')).toMatchObject({ values: [{ function: 'root' }] });
    const factorial = await working('/factorial', '', { n: number }, [`factorial: ${number}`]);
    expect(behaviourOf(factorial, 'post /factorial')).toMatchObject({
      values: [{ function: 'factorial' }],
    });
  });

  it('is no rate that changes', async () => {
    const unit = '{ type: string, enum: [EUR, USD] }';
    const given = { amount: number, from: unit, to: unit };
    const contract = await working('/exchange', 'Converts', given, [`result: ${number}`]);
    expect(behaviourOf(contract, 'post /exchange')?.kind).not.toBe('compute');
  });

  it.each([
    ['tip = bill * percent / 100', 'tip: { type: number }', '{0} * {1} / 100'],
    [
      'Works out a tip.',
      'tip: { type: number, description: bill * percent / 100 }',
      '{0} * {1} / 100',
    ],
    [
      'The tip, rounded to two decimals, is tip = bill * percent / 100',
      'tip: { type: number }',
      '{0} * {1} / 100',
    ],
  ])('follows a formula: %s', async (said, answered, formula) => {
    const contract = await working('/tip', said, { bill: number, percent: number }, [answered]);
    expect(behaviourOf(contract, 'post /tip')).toMatchObject({
      values: [{ function: 'formula', formula, from: [{ name: 'bill' }, { name: 'percent' }] }],
    });
  });

  it('follows no formula with a name that nobody gives', async () => {
    const contract = await working('/tip', 'tip = bill * mood', { bill: number }, [
      'tip: { type: number }',
    ]);
    expect(behaviourOf(contract, 'post /tip')?.kind).not.toBe('compute');
  });
});
