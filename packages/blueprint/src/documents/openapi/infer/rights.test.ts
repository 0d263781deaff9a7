import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const schemes = `components: { securitySchemes: { bearer: { type: http, scheme: bearer }, editKey: { type: apiKey, in: header, name: X-Edit-Key } } }`;
const inferSecured = (paths: string) => infer(paths, schemes);

const account = (role: string) => object('id: { type: integer }', 'email: { type: string }', role);
const entrance = (role: string) => `
  /register:
    post:
      security: []
      requestBody: { ${json(object('email: { type: string }', 'password: { type: string }', role))} }
      responses: { '201': ${ok(account(role))} }
  /login:
    post:
      security: []
      requestBody: { ${json(object('email: { type: string }', 'password: { type: string }'))} }
      responses: { '200': ${ok(object('token: { type: string }'))} }`;
const role = 'role: { type: string, enum: [ADMIN, CUSTOMER] }';
const users = `
  /admin/users:
    get:
      security: [{ bearer: [] }]
      responses: { '200': ${ok(`{ type: array, items: ${account(role)} }`)} }
  /users/{id}:
    put:
      security: [{ bearer: [] }]
      description: Only admins may do this.
      parameters: [${id}]
      requestBody: { ${json(account(role))} }
      responses: { '200': ${ok(account(role))} }`;

async function setOf(paths: string, path: string): Promise<string[]> {
  const behaviour = behaviourOf(await inferSecured(paths), path);
  return behaviour !== undefined && 'set' in behaviour
    ? behaviour.set.map(({ member }) => member)
    : [];
}

describe('what is for administrators', () => {
  it('asks for the role that accounts show, which new ones do not have', async () => {
    const { accounts, operations, resources } = await inferSecured(`${entrance(role)}${users}`);

    expect(accounts?.role).toBe('role');
    expect(operations.find(({ path }) => path === '/admin/users')?.access).toMatchObject({
      for: 'session',
      role: 'ADMIN',
    });
    const [member] = resources.flatMap(({ members }) =>
      members.filter((one) => one.name === 'role'),
    );
    expect(member?.default).toBe('CUSTOMER');
  });

  it('asks for a role that nobody sees where accounts show none', async () => {
    const { accounts, resources } = await inferSecured(
      `${entrance('name: { type: string }')}${users.replaceAll(role, 'name: { type: string }')}`,
    );

    expect(accounts?.role).toBe('role');
    const [member] = resources.flatMap(({ members }) =>
      members.filter((one) => one.name === 'role'),
    );
    expect(member?.default).toBe('user');
  });

  it('is the only way to give somebody a role', async () => {
    const paths = `${entrance(role)}${users}`;
    expect(await setOf(paths, 'post /register')).toEqual(['email', 'password']);
    expect(await setOf(paths, 'put /users/{id}')).toContain('role');
  });
});

it('does not take the members of a room for accounts', async () => {
  const { accounts } = await inferSecured(`${entrance('name: { type: string }')}
  /rooms:
    post:
      security: [{ bearer: [] }]
      requestBody: { ${json(object('title: { type: string }'))} }
      responses: { '201': ${ok(object('id: { type: integer }', 'title: { type: string }'))} }
  /rooms/{id}/members:
    get:
      security: [{ bearer: [] }]
      parameters: [${id}]
      responses: { '200': ${ok('{ type: array, items: { type: string } }')} }`);

  expect(accounts?.resource).toBe('user');
});

it('takes a role from who registers where none of them is an administrator', async () => {
  expect(
    await setOf(entrance('role: { type: string, enum: [buyer, seller] }'), 'post /register'),
  ).toContain('role');
});

const note = object(
  'id: { type: integer }',
  'text: { type: string }',
  'ownerId: { type: integer }',
  'authorId: { type: integer }',
);
const notes = `${entrance('name: { type: string }')}
  /notes:
    post:
      security: [{ bearer: [] }]
      requestBody: { ${json(note)} }
      responses: { '201': ${ok(note)} }
  /notes/{id}:
    put:
      security: [{ bearer: [] }]
      parameters: [${id}]
      requestBody: { ${json(note)} }
      responses: { '200': ${ok(note)} }`;

it.each(['post /notes', 'put /notes/{id}'])(
  'lets nobody say by %s whose a record is',
  async (path) => {
    const set = await setOf(notes, path);
    expect(set).toContain('text');
    expect(set).not.toContain('ownerId');
    expect(set).not.toContain('authorId');
  },
);

describe('passwords that a manager keeps for people', () => {
  const secured = 'security: [{ bearer: [] }]';
  const entry = object(
    'id: { type: integer }',
    'site: { type: string }',
    'password: { type: string }',
  );
  const entries = (answer: string) => `${entrance('name: { type: string }')}
  /entries:
    post:
      ${secured}
      requestBody: { ${json(object('site: { type: string }', 'password: { type: string }'))} }
      responses: { '201': ${ok(answer)} }
  /entries/{id}:
    parameters: [${id}]
    get: { ${secured}, responses: { '200': ${ok(answer)} } }
    put:
      ${secured}
      requestBody: { ${json(object('site: { type: string }', 'password: { type: string }'))} }
      responses: { '200': ${ok(answer)} }`;
  const kindIn = async (answer: string) => {
    const { resources } = await inferSecured(entries(answer));
    const members = resources.find(({ name }) => name === 'entry')?.members;
    return members?.find(({ name }) => name === 'password')?.kind;
  };

  it('are kept so that their owner reads them again, and others as hashes', async () => {
    expect(await kindIn(entry)).toBe('text');
    expect(await kindIn(object('id: { type: integer }', 'site: { type: string }'))).toBe(
      'password',
    );
  });

  it('open nothing to who has not signed in', async () => {
    const { operations } = await inferSecured(entries(entry));
    for (const { access, behaviour, path } of operations)
      if (path === '/entries/{id}') {
        expect(access.for).toBe('session');
        expect(behaviour).toMatchObject({ scope: 'own-or-hidden' });
      }
  });
});

describe('passwords', () => {
  const paste = (...more: string[]) =>
    object('id: { type: string }', 'text: { type: string }', ...more);
  const pastes = (input: string) => `
  /pastes:
    post:
      requestBody: { ${json(input)} }
      responses: { '201': ${ok(paste())} }
    get:
      parameters: [{ name: q, in: query, schema: { type: string } }]
      responses: { '200': ${ok(`{ type: array, items: ${paste()} }`)} }`;

  it.each([
    ['password', 'password: { type: string }'],
    ['token', 'token: { type: string, writeOnly: true }'],
    ['pin', 'pin: { type: string, writeOnly: true }'],
  ])('of records are kept as hashes: %s', async (name, schema) => {
    const { resources } = await inferSecured(pastes(paste(schema)));
    expect(resources[0]?.members.find((member) => member.name === name)?.kind).toBe('password');
  });

  it('within something else are asked about', async () => {
    const nested = `user: ${object('name: { type: string }', 'password: { type: string }')}`;
    expect(behaviourOf(await inferSecured(pastes(paste(nested))), 'post /pastes')).toMatchObject({
      kind: 'undetermined',
      question: expect.stringContaining('user.password'),
    });
  });

  it('and what else lists do not show are nothing to search by', async () => {
    const { operations } = await inferSecured(pastes(paste('mail: { type: string }')));
    const list = operations.find(({ method }) => method === 'get')?.behaviour;
    expect(list).toMatchObject({ kind: 'list', search: { members: ['text'] } });
  });
});

it('asks for the secret of a record only where it is looked at', async () => {
  const link = object('id: { type: string }', 'url: { type: string }', 'likes: { type: integer }');
  const { operations } = await inferSecured(`
  /links:
    post:
      security: []
      requestBody: { ${json(object('url: { type: string }'))} }
      responses: { '201': ${ok(object('id: { type: string }', 'url: { type: string }', 'editKey: { type: string }'))} }
  /links/{id}:
    get:
      security: []
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': ${ok(link)} }
  /links/{id}/like:
    post:
      security: [{ editKey: [] }]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': ${ok(link)} }`);
  expect(operations.find(({ path }) => path.endsWith('like'))?.access.for).toBe('key');
});
