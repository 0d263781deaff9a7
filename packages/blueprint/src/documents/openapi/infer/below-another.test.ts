import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';
const moment = '{ type: string, format: date-time }';
const required = (names: string, ...properties: string[]) =>
  object(...properties).replace('type: object,', `type: object, required: [${names}],`);
const named = `[{ name: service_id, in: path, required: true, schema: ${text} }]`;

/** Services that report how they are, with the key that they were given. */
function services({ asks = 'X-Api-Key', made = 'service_id' } = {}) {
  const told = required(
    'service_id, status',
    `service_id: ${text}`,
    `status: ${text}`,
    `message: ${text}`,
  );
  const last = required(
    'name, status',
    `name: ${text}`,
    'status: { type: string, nullable: true }',
    'message: { type: string, nullable: true }',
  );
  const report = required(
    'status, reported_at',
    `status: ${text}`,
    `message: ${text}`,
    `reported_at: ${moment}`,
  );
  return infer(`
  /register_service:
    post: { requestBody: { ${json(required('name', `name: ${text}`))} }, responses: { '201': ${ok(object(`${made}: ${text}`, `api_key: ${text}`))} } }
  /report_status:
    post: { parameters: [{ name: ${asks}, in: header, required: true, schema: ${text} }], requestBody: { ${json(told)} }, responses: { '200': { description: Kept }, '403': { description: Wrong key } } }
  /get_status/{service_id}:
    get: { summary: The last reported status, parameters: ${named}, responses: { '200': ${ok(last)} } }
  /history/{service_id}:
    get: { summary: All reports, parameters: ${named}, responses: { '200': ${ok(`{ type: array, items: ${report} }`)} } }
  /overview:
    get: { summary: A table of all services, responses: { '200': { description: A page, content: { text/html: { schema: ${text} } } } } }`);
}

describe('what is told of a record', () => {
  it('is told with its secret, by who knows its id', async () => {
    expect(behaviourOf(await services(), 'post /report_status')).toMatchObject({
      ...{ kind: 'create', resource: 'status' },
      parents: [
        {
          resource: 'service',
          where: [{ member: 'service_id', source: { in: 'body', name: 'service_id' } }],
          opens: { member: 'api_key', source: { in: 'header', name: 'X-Api-Key' } },
        },
      ],
    });
  });

  it('is shown below it: the last one with all that it says, and all of them', async () => {
    const contract = await services();
    expect(behaviourOf(contract, 'get /get_status/{service_id}')).toMatchObject({
      ...{ kind: 'read', resource: 'service' },
    });
    const service = contract.resources.find(({ name }) => name === 'service');
    expect(service?.gathered.map(({ name, take }) => [name, take])).toEqual([
      ['status', 'latest'],
      ['message', 'latest'],
    ]);
    expect(behaviourOf(contract, 'get /history/{service_id}')).toMatchObject({
      ...{ kind: 'list', resource: 'status', parents: [{ resource: 'service' }] },
    });
    expect(behaviourOf(contract, 'get /overview')).toMatchObject({
      kind: 'list',
      resource: 'service',
    });
  });

  it('is a question where the id or the secret is of nothing that is made', async () => {
    const other = await services({ asks: 'X-Trace' });
    expect(behaviourOf(other, 'post /report_status')).not.toHaveProperty('parents.0.opens');
    const unknown = await services({ made: 'number' });
    expect(behaviourOf(unknown, 'get /get_status/{service_id}')).not.toMatchObject({
      resource: 'service',
    });
  });
});
