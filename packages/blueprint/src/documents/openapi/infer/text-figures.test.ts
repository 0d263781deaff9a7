import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const post = (path: string, said: string, body: string, answer: string, parameters = '') =>
  infer(`
  ${path}:
    post:
      description: "${said}"
      ${parameters}
      requestBody: { required: true, ${body} }
      responses: { '200': ${ok(answer)} }`);
const text = '{ type: object, required: [text], properties: { text: { type: string }';
const numbers = json(
  '{ type: object, required: [values], properties: { values: { type: array, items: { type: number } } } }',
);

describe('what is told of a text', () => {
  it('is how many words it has, and which come most often', async () => {
    const top =
      'top: { type: array, items: { type: object, properties: { term: { type: string }, times: { type: integer } } } }';
    const contract = await post(
      '/words',
      'A word is a run of the letters a-z. The words that occur most often come first.',
      'content: { text/plain: { schema: { type: string } } }',
      object('total: { type: integer }', 'distinct: { type: integer }', top),
      'parameters: [{ name: top, in: query, schema: { type: integer, default: 5 } }]',
    );
    const letters = { in: 'constant', value: 'letters' };
    expect(behaviourOf(contract, 'post /words')).toMatchObject({
      kind: 'compute',
      values: [
        { name: 'total', function: 'words-said', from: [{ in: 'whole-body' }, letters] },
        { name: 'distinct', function: 'distinct-words' },
        { name: 'top', function: 'top-words', names: ['term', 'times'] },
      ],
    });
  });

  it('is a slug with the separator and the length that are asked for', async () => {
    const given = json(
      `${text}, separator: { type: string, enum: [_, '-'], default: _ }, maxLength: { type: integer } } }`,
    );
    for (const [said, name] of [
      ['Makes a slug', 'slug'],
      ['Makes a slug; a text of which nothing is left is refused', 'slug-or-nothing'],
    ] as const) {
      const contract = await post('/slug', said, given, object('slug: { type: string }'));
      expect(behaviourOf(contract, 'post /slug')).toMatchObject({
        values: [
          {
            function: name,
            from: [
              ...[{ name: 'text' }, { name: 'separator' }, { name: 'maxLength' }],
              { value: '_' },
              { value: 1_000_000 },
            ],
          },
        ],
      });
    }
  });

  it('is whether it is a palindrome', async () => {
    const answer = object('isPalindrome: { type: boolean }', 'vowels: { type: integer }');
    const contract = await post('/check', 'Palindromes', json(`${text} } }`), answer);
    expect(behaviourOf(contract, 'post /check')).toMatchObject({
      values: [{ function: 'palindrome' }, { function: 'vowels' }],
    });
  });
});

describe('Roman numerals', () => {
  it('are read and written, whichever is given', async () => {
    const both = object('number: { type: integer }', 'roman: { type: string }');
    const contract = await post('/roman', 'Roman numerals', json(both), both);
    expect(behaviourOf(contract, 'post /roman')).toMatchObject({
      values: [{ function: 'roman-number' }, { function: 'roman-numeral' }],
    });
  });
});

describe('what is told of numbers', () => {
  it('is a list of those that occur most often, and how far they lie apart', async () => {
    const answer = object(
      'modes: { type: array, items: { type: number } }',
      'range: { type: number }',
      'variance: { type: number, description: Of the sample }',
    );
    const contract = await post('/stats', 'Describes numbers', numbers, answer);
    expect(behaviourOf(contract, 'post /stats')).toMatchObject({
      values: [{ function: 'modes' }, { function: 'range' }, { function: 'sample-variance' }],
    });
  });

  it('is not guessed where a variance is of one kind or the other', async () => {
    const answer =
      '{ type: object, required: [variance], properties: { variance: { type: number } } }';
    const contract = await post('/spread', 'Describes numbers', numbers, answer);
    expect(behaviourOf(contract, 'post /spread')?.kind).not.toBe('compute');
  });

  it('leaves no rows to count behind', async () => {
    const contract = await infer(`
  /sums: { post: { requestBody: { ${numbers} }, responses: { '200': ${ok(object('sum: { type: number }'))} } } }
  /usage: { get: { responses: { '200': ${ok('{ type: object, required: [sums], properties: { sums: { type: integer } } }')} } } }`);
    expect(behaviourOf(contract, 'get /usage')?.kind).toBe('undetermined');
  });
});
