import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, object } from './written-document.ts';

const text = '{ type: string }';
const list = '{ type: string, enum: [weekly, offers] }';
const body = (...properties: string[]) =>
  `{ content: { application/json: { schema: { type: object, required: [${properties.map((one) => one.split(':')[0]).join(', ')}], properties: { ${properties.join(', ')} } } } } }`;

/** Subscribing, leaving with what that gave, and how many there are. */
function mailing({
  said = 'Subscribing again is answered alike, with a new token.',
  counted = 'Number of subscribers',
} = {}) {
  return infer(`
  /subscribe:
    post: { requestBody: ${body('email: { type: string, format: email }', `list: ${list}`)}, responses: { '201': { description: "${said}", content: { application/json: { schema: ${object(`unsubscribeToken: ${text}`)} } } } } }
  /unsubscribe:
    post: { requestBody: ${body(`token: ${text}`)}, responses: { '200': { description: A page, content: { text/html: { schema: ${text} } } } } }
  /lists/{list}/size:
    get: { parameters: [{ name: list, in: path, required: true, schema: ${list} }], responses: { '200': { description: ${counted}, content: { application/json: { schema: ${object('size: { type: integer }')} } } } } }`);
}

describe('a subscription', () => {
  it('is there once, with a new token for who says it again', async () => {
    const contract = await mailing();
    expect(behaviourOf(contract, 'post /subscribe')).toMatchObject({
      replaces: true,
      renews: true,
      where: [{ member: 'email' }, { member: 'list' }],
    });
    expect(contract.resources[0]?.members).toContainEqual(
      expect.objectContaining({ name: 'email', caseless: true }),
    );
  });

  it('is another one each time where nothing else is said', async () => {
    const contract = await mailing({ said: 'Subscribed' });
    expect(behaviourOf(contract, 'post /subscribe')).toMatchObject({ replaces: false });
  });

  it('ends by its only token, whatever that is called', async () => {
    expect(behaviourOf(await mailing(), 'post /unsubscribe')).toMatchObject({
      kind: 'remove',
      where: [{ member: 'unsubscribeToken', source: { in: 'body', name: 'token' } }],
    });
  });

  it('is counted by what the path names', async () => {
    expect(behaviourOf(await mailing(), 'get /lists/{list}/size')).toMatchObject({
      kind: 'list',
      where: [{ member: 'list', source: { in: 'path', name: 'list' } }],
      answer: {
        body: { shape: { properties: [{ name: 'size', value: { is: 'figure', of: 'total' } }] } },
      },
    });
    const other = await mailing({ counted: 'Number of megabytes' });
    expect(behaviourOf(other, 'get /lists/{list}/size')?.kind).toBe('undetermined');
  });
});
