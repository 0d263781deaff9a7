import { describe, expect, it } from 'vitest';
import { findOperation, readApiDocument } from './domain/openapi-document.ts';
import { chooseRole, createCredentials } from './sign-in-people.ts';

const protect = (names: string[], own = false) => ({
  'x-roles': names,
  ...(own && { 'x-rows': 'own' }),
});
const document = readApiDocument(
  JSON.stringify({
    openapi: '3.1.0',
    'x-people': { roles: ['guest', 'clerk', 'boss'], admin: 'boss' },
    paths: {
      '/open': { get: {} },
      '/orders': { post: protect(['guest', 'clerk'], true), get: protect(['guest', 'boss'], true) },
      '/orders/{id}': {
        get: protect(['guest', 'clerk', 'boss'], true),
        delete: protect(['boss'], true),
      },
      '/orders/mine': { get: protect(['guest']) },
      '/reports': { get: protect(['guest', 'boss']), post: protect(['guest', 'clerk']) },
      '/nothing': { get: protect([]) },
    },
  }),
);

function roleFor(method: string, path: string): string {
  const operation = findOperation(document, method, path);
  if (operation === null) throw new Error(`nothing answers ${method} ${path}`);
  return chooseRole(document, operation);
}

describe('chooseRole', () => {
  it('takes the role that makes accounts where it may', () => {
    expect(roleFor('GET', '/reports')).toBe('boss');
  });

  it('takes the last role that may where that one may not', () => {
    expect(roleFor('POST', '/reports')).toBe('clerk');
    expect(roleFor('POST', '/orders')).toBe('clerk');
  });

  it('reads own rows as a role that makes them', () => {
    expect(roleFor('GET', '/orders/1')).toBe('clerk');
    expect(roleFor('GET', '/orders')).toBe('guest');
  });

  it('takes who may when no maker of the rows does', () => {
    expect(roleFor('DELETE', '/orders/1')).toBe('boss');
  });

  it('gives somebody where nobody may', () => {
    expect(roleFor('GET', '/nothing')).toBe('boss');
  });
});

describe('findOperation', () => {
  it('finds what answers a request, whatever its query', () => {
    expect(findOperation(document, 'get', '/orders/7?x=1')?.path).toBe('/orders/{id}');
  });

  it('prefers what is written out to a parameter', () => {
    expect(findOperation(document, 'GET', '/orders/mine')?.path).toBe('/orders/mine');
  });

  it.each([
    ['PATCH', '/orders/7'],
    ['GET', '/orders/7/lines'],
    ['GET', '/'],
  ])('finds nothing for %s %s', (method, path) => {
    expect(findOperation(document, method, path)).toBeNull();
  });
});

describe('createCredentials', () => {
  it('gives an address and a password that were never given before', () => {
    const [one, other] = [createCredentials('Clerk'), createCredentials('Clerk')];
    expect(one.email).toMatch(/^clerk-[0-9a-f]{12}@example\.com$/);
    expect(one.email).not.toBe(other.email);
    expect(one.password).not.toBe(other.password);
    expect(one.password.length).toBeGreaterThan(20);
  });
});
