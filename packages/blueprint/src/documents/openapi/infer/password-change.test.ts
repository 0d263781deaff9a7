import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, object } from './written-document.ts';

const text = '{ type: string }';
const body = (...properties: string[]) =>
  `{ content: { application/json: { schema: ${object(...properties)} } } }`;

/** People who sign in, and an operation that takes what is given. */
function people(
  path: string,
  method: string,
  given: readonly string[],
  security = '[{ session: [] }]',
) {
  return infer(`
  /register:
    post: { requestBody: ${body(`name: ${text}`, `password: ${text}`)}, responses: { '201': { description: Made } } }
  /login:
    post: { requestBody: ${body(`name: ${text}`, `password: ${text}`)}, responses: { '204': { description: Signed in }, '401': { description: Wrong } } }
  /account:
    delete: { summary: Deletes the account, security: [{ session: [] }], responses: { '204': { description: Gone } } }
  ${path}:
    ${method}:
      parameters: [${path.includes('{id}') ? `{ name: id, in: path, required: true, schema: ${text} }` : ''}]
      security: ${security}
      requestBody: ${body(...given)}
      responses: { '204': { description: Changed }, '403': { description: The current password is wrong } }
components: { securitySchemes: { session: { type: apiKey, in: cookie, name: sid } } }`);
}

describe('a change of the password', () => {
  it.each([
    ['/password', 'put', 'current', 'next'],
    ['/me/password', 'patch', 'oldPassword', 'newPassword'],
    ['/change-password', 'post', 'current_password', 'password'],
    ['/password', 'post', 'password', 'newPassword'],
  ])(
    'is one of the own account, for who knows the present one: %s',
    async (path, method, current, next) => {
      const contract = await people(path, method, [`${current}: ${text}`, `${next}: ${text}`]);
      const source = (name: string) => ({ member: 'password', source: { in: 'body', name } });
      expect(behaviourOf(contract, `${method} ${path}`)).toMatchObject({
        kind: 'change',
        resource: contract.accounts?.resource,
        where: [{ source: { in: 'account' } }],
        ...{ set: [source(next)], opens: source(current), makes: false },
      });
      const names = contract.resources.flatMap(({ members }) => members.map(({ name }) => name));
      for (const name of [current, next])
        if (name !== 'password') expect(names).not.toContain(name);
    },
  );

  it('is for nobody else, where the path names an account', async () => {
    const given = [`old_password: ${text}`, `new_password: ${text}`];
    const contract = await people('/users/{id}/password', 'put', given);
    expect(behaviourOf(contract, 'put /users/{id}/password')).toMatchObject({
      where: [{ source: { in: 'path', name: 'id' } }],
      ...{ scope: 'own-or-forbidden', opens: { member: 'password' } },
    });
  });

  it.each([
    ['with something else beside it', '/password', ['current', 'next', 'confirmation'], undefined],
    ['by nobody in particular', '/password', ['current', 'next'], '[]'],
    ['of whoever has a code', '/reset', ['code', 'new_password'], '[]'],
  ])('%s is a question', async (_what, path, given, security) => {
    const contract = await people(
      path,
      'post',
      given.map((name) => `${name}: ${text}`),
      security,
    );
    expect(behaviourOf(contract, `post ${path}`)?.kind).toBe('undetermined');
  });
});
