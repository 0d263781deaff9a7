import { describe, expect, it } from 'vitest';
import { json, object, ok, readPaths } from './written-document.ts';

const input = json(object('code: { type: string }', 'note: { type: string }'));
const made = ok(
  object('id: { type: integer }', 'code: { type: string }', 'open: { type: boolean }'),
);
const document = (refusals: string, path = '/jobs', parameters = '[]') => `
  /jobs:
    post:
      requestBody: { ${input} }
      responses: { '201': ${made}${path === '/jobs' ? refusals : ''} }
  ${path === '/jobs' ? '/other' : path}:
    post:
      parameters: ${parameters}
      responses: { '200': ${made}${path === '/jobs' ? '' : refusals} }`;
const id = '[{ name: id, in: path, required: true, schema: { type: integer } }]';

describe('a refusal that the document has an answer for', () => {
  it.each<[string, string, RegExp]>([
    ['a rule', ", '409': { description: The queue is full }", /409, The queue is full/],
    [
      'a rule beside one that is kept',
      ", '409': { description: The code is taken. The queue is full }",
      /409, The queue is full/,
    ],
    ['a rule for people', ", '403': { description: Outside of office hours }", /403, Outside/],
    ['an end', ", '410': { description: The link has run out }", /410, The link has run out/],
    ['a number', ", '422': { description: Not enough points }", /422, Not enough points/],
  ])('is not built where it states %s that nothing keeps', async (_what, refusals, asked) => {
    const { questions, contract } = await readPaths(document(refusals));
    expect(contract.operations[0]?.behaviour.kind).toBe('undetermined');
    const found = questions.filter((text) => text.startsWith('POST /jobs:'));
    expect(found).toEqual([expect.stringMatching(asked)]);
  });

  it('is not built where the text of the operation states it', async () => {
    const refusals = ", '409': { description: Conflict }";
    const text = document(refusals).replace(
      'post:\n      requestBody',
      'post:\n      description: Jobs of a Sunday are refused with 409.\n      requestBody',
    );
    const { contract } = await readPaths(text);
    expect(contract.operations[0]?.behaviour.kind).toBe('undetermined');
  });

  it.each<[string, string, RegExp | null]>([
    ['what is kept', ", '409': { description: The code is taken }", null],
    ['nothing but its name', ", '403': { description: Forbidden }", null],
    ['a lock', ", '423': { description: Locked }", /423\?/],
    ['what is not valid', ", '400': { description: The date lies in the past }", null],
  ])('leaves at work what states %s', async (_what, refusals, asked) => {
    const { questions, contract } = await readPaths(document(refusals));
    expect(contract.operations[0]?.behaviour.kind).toBe('create');
    const found = questions.filter((text) => text.startsWith('POST /jobs:'));
    if (asked === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringMatching(asked)]);
  });

  it('leaves a deed at work', async () => {
    const refusal = ", '409': { description: Conflict }";
    const { questions, contract } = await readPaths(document(refusal, '/jobs/{id}/close', id));
    expect(contract.operations[1]?.behaviour).toMatchObject({
      kind: 'change',
      set: [{ member: 'open', source: { in: 'constant', value: false } }],
    });
    expect(questions).toEqual([
      expect.stringMatching(/^POST .*\/close: when is it refused with 409\?/),
    ]);
  });
});

describe('rows that nothing makes', () => {
  it('are shown by nothing, and kept nowhere, where what would make them is not built', async () => {
    const { contract } = await readPaths(`
  /tickets:
    post:
      requestBody: { ${input} }
      responses: { '201': ${made}, '409': { description: The hall is shut on Mondays } }
    get: { responses: { '200': ${ok(`{ type: array, items: ${object('id: { type: integer }', 'code: { type: string }')} }`)} } }`);
    expect(contract.operations.map(({ behaviour }) => behaviour.kind)).toEqual([
      'undetermined',
      'undetermined',
    ]);
    expect(contract.resources).toEqual([]);
  });
});
