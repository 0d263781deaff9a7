import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const credentials = json(object('username: { type: string }', 'password: { type: string }'));
const sheet = ok(
  object(
    ...['id: { type: integer }', 'text: { type: string }', 'version: { type: integer }'],
    ...['updatedBy: { type: string }', 'createdBy: { type: string }'],
  ),
);
const sheets = (base: string, statuses: string) =>
  infer(
    `
  /register: { post: { requestBody: { ${credentials} }, responses: { '201': { description: Made } } } }
  /login: { post: { requestBody: { ${credentials} }, responses: { '200': ${ok(object('token: { type: string }'))} } } }
  /sheets:
    post:
      security: [{ bearer: [] }]
      requestBody: { ${json(object('text: { type: string }'))} }
      responses: { '201': ${sheet} }
  /sheets/{id}:
    parameters: [${id}]
    get: { responses: { '200': ${sheet} } }
    put:
      security: [{ bearer: [] }]
      requestBody: { ${json(object('text: { type: string }', `${base}: { type: integer }`))} }
      responses: { '200': ${sheet}${statuses} }`,
    'components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }',
  );
const memberOf = async (contract: ReturnType<typeof sheets>, name: string) =>
  (await contract).resources
    .find((one) => one.name === 'sheet')
    ?.members.find((one) => one.name === name);

describe('a version on which a change is based', () => {
  it('has to be the one that is kept, by any of its names', async () => {
    for (const [name, status, refusal] of [
      ['baseVersion', '409', 'conflict'],
      ['version', '412', 'outdated'],
    ] as const) {
      const contract = sheets(name, `, '${status}': { description: Changed meanwhile }`);
      expect(behaviourOf(await contract, 'put /sheets/{id}')).toMatchObject({
        expects: { member: 'version', source: { in: 'body', name }, refusal },
      });
      expect(await memberOf(contract, 'version')).toMatchObject({ made: 'version' });
    }
  });

  it('is a member like others where the document refuses nothing', async () => {
    const contract = await sheets('version', '');
    expect(behaviourOf(contract, 'put /sheets/{id}')).not.toHaveProperty('expects');
  });
});

describe('who changed a record last', () => {
  it('is kept beside who made it', async () => {
    const contract = sheets('baseVersion', ", '409': { description: Changed meanwhile }");
    expect(await memberOf(contract, 'updatedBy')).toMatchObject({
      ...{ made: 'changer', shows: ['username'] },
    });
    expect(await memberOf(contract, 'createdBy')).toMatchObject({ made: 'owner' });
  });
});
