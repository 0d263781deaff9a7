import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';

function entries(given: string, shown = given, required = '') {
  const row = (member: string, needed: string) =>
    `{ type: object, required: [message${needed}], properties: { message: ${text}, ${member} } }`;
  return infer(`
  /entries:
    post:
      requestBody: { ${json(row(given, ''))} }
      responses: { '201': ${ok(row(shown, required))} }`);
}

describe('a moment that nobody has to give', () => {
  it.each([
    ['time', 'Now when absent'],
    ['happened', 'Defaults to the current time'],
    ['seen', 'Server time unless given'],
  ])('is now where that is said of %s', async (name, said) => {
    const contract = await entries(
      `${name}: { type: string, format: date-time, description: ${said} }`,
    );
    expect(contract.resources[0]?.members).toContainEqual(
      expect.objectContaining({ name, otherwise: 'now' }),
    );
  });

  it('is now where every answer has it', async () => {
    const moment = 'timestamp: { type: string, format: date-time }';
    const contract = await entries(moment, moment, ', timestamp');
    expect(contract.resources[0]?.members).toContainEqual(
      expect.objectContaining({ name: 'timestamp', otherwise: 'now' }),
    );
  });

  it('is empty where nothing is said', async () => {
    const contract = await entries('due: { type: string, format: date-time }');
    expect(contract.resources[0]?.members.some(({ otherwise }) => otherwise)).toBe(false);
  });
});

describe('a body of text beside a list', () => {
  const lines = (said: string) =>
    infer(`
  /words:
    post:
      description: ${said}
      requestBody:
        content:
          application/json: { schema: { type: array, items: { type: object, required: [word], properties: { word: ${text}, lang: ${text} } } } }
          text/plain: { schema: ${text} }
      responses: { '201': ${ok(object('created: { type: integer }'))} }`);

  it.each(['One word per line of text.', 'Each line is a word.', 'Text is read line by line.'])(
    'is a record a line: %s',
    async (said) => {
      expect(behaviourOf(await lines(said), 'post /words')).toMatchObject({
        ...{ kind: 'create', many: true, lines: 'word' },
      });
    },
  );

  it('is no list where nothing says so', async () => {
    expect(behaviourOf(await lines('Takes words.'), 'post /words')).not.toHaveProperty('lines');
  });
});
