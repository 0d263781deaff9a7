import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
// @if !teams
import { adminRole, roles } from '../src/people/roles.ts';
// @end
// @if teams
import { adminRole, managersAboveTeams, roles } from '../src/people/roles.ts';
// @end
import { call, callers } from './support/api.ts';
import { nobody } from './support/callers.ts';
import { type Rule, rules } from './support/rules.ts';

// @if !teams
const forAdmins = [
  { operation: 'listAccounts', method: 'GET', path: '/api/accounts', allowed: [adminRole] },
  { operation: 'createAccount', method: 'POST', path: '/api/accounts', allowed: [adminRole] },
  { operation: 'getAccount', method: 'GET', path: '/api/accounts/{id}', allowed: [adminRole] },
  { operation: 'updateAccount', method: 'PATCH', path: '/api/accounts/{id}', allowed: [adminRole] },
  {
    operation: 'deleteAccount',
    method: 'DELETE',
    path: '/api/accounts/{id}',
    allowed: [adminRole],
  },
  { operation: 'listAuditEntries', method: 'GET', path: '/api/audit', allowed: [adminRole] },
] as const;
// @end
// @if teams
const managers = [adminRole, ...managersAboveTeams];
const forAdmins = [
  { operation: 'listAccounts', method: 'GET', path: '/api/accounts', allowed: managers },
  { operation: 'createAccount', method: 'POST', path: '/api/accounts', allowed: managers },
  { operation: 'getAccount', method: 'GET', path: '/api/accounts/{id}', allowed: managers },
  { operation: 'updateAccount', method: 'PATCH', path: '/api/accounts/{id}', allowed: managers },
  { operation: 'deleteAccount', method: 'DELETE', path: '/api/accounts/{id}', allowed: managers },
  { operation: 'listAuditEntries', method: 'GET', path: '/api/audit', allowed: managers },
] as const;
// @end
const unknown = '00000000-0000-4000-8000-000000000000';

describe('permissions', () => {
  for (const { operation, method, path, allowed } of [...rules, ...forAdmins]) {
    it(`let ${describeAllowed(allowed)} use ${operation}`, async () => {
      const url = path.replaceAll(/\{\w+\}/g, unknown);
      const body = method === 'POST' || method === 'PATCH' ? {} : undefined;
      const anonymous = await call(method, url, body, nobody);
      if (allowed === 'everyone') assert.notEqual(anonymous.status, 401);
      else assert.equal(anonymous.status, 401);
      for (const role of roles) {
        const { status } = await call(method, url, body, callers.forRole(role));
        if (allowed === 'everyone' || allowed.some((name) => name === role)) {
          assert.ok(![401, 403].includes(status), `${role}: ${status}`);
        } else {
          assert.equal(status, 403, role);
        }
      }
    });
  }

  it('are what the OpenAPI document says, and it says them of every operation', async () => {
    const { body } = await call('GET', '/openapi.json');
    type Operation = {
      operationId: string;
      security?: unknown[];
      'x-roles'?: string[];
      'x-rows'?: string;
    };
    const operations = Object.entries<Record<string, Operation>>(body.paths)
      .filter(([path]) => path.startsWith('/api/'))
      .flatMap(([, methods]) => Object.values(methods));
// @if !teams
    const judged = [...rules, ...forAdmins];
// @end
// @if teams
    const judged = [...rules, ...forAdmins.map((rule) => ({ ...rule, rows: 'team' as const }))];
// @end
    const expected = new Map<string, Pick<Rule, 'allowed' | 'rows'>>(
      judged.map((rule) => [rule.operation, rule]),
    );
    for (const { operationId, security, 'x-roles': named, 'x-rows': whose } of operations) {
      assert.ok(security !== undefined, operationId);
      const rule = expected.get(operationId);
      if (rule === undefined) continue;
      expected.delete(operationId);
      const { allowed, rows } = rule;
      assert.equal(whose, rows, operationId);
      assert.deepEqual(named, allowed === 'everyone' ? undefined : allowed, operationId);
      assert.equal(security.length, allowed === 'everyone' ? 0 : 1, operationId);
    }
    assert.deepEqual([...expected.keys()], []);
  });
});

function describeAllowed(allowed: 'everyone' | readonly string[]): string {
  if (allowed === 'everyone') return 'everyone';
  return allowed.length === 0 ? 'nobody' : allowed.join(', ');
}
