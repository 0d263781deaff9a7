import { buildRequest } from '../build-request.ts';
import type { AppRequest } from '../domain/finding.ts';
import type { Operation } from '../domain/openapi-document.ts';
import { createCredentials } from '../sign-in-people.ts';
import type { Attack } from './attack.ts';
import { postJson, readRecord, sendJson } from './attack-field.ts';
import { onPeople, withCookie } from './session-attacks.ts';

const UNKNOWN = '01890000-ffff-7fff-bfff-ffffffffffff';

/** A request of an operation about a record that does not exist: who may not, is told so before. */
function probe(operation: Operation): AppRequest {
  const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const path = Object.fromEntries(names.map((name) => [name, UNKNOWN]));
  return buildRequest(operation, { path, ...(operation.body !== null && { body: {} }) });
}

const missing = onPeople({
  id: 'access-without-session',
  title: 'Every protected operation without a session',
  cwe: 306,
  async run(field) {
    for (const operation of field.document.operations) {
      if (operation.roles === null) continue;
      const request = withCookie(probe(operation), '');
      const response = await field.send(request);
      if (response?.status !== 401)
        field.report('nobody was asked who it is', { request, response });
    }
    return undefined;
  },
});

const escalation = onPeople({
  id: 'access-of-another-role',
  title: 'Every operation by each role that may not use it',
  cwe: 862,
  async run(field, { app, cookieOf }) {
    let tried = 0;
    for (const operation of field.document.operations) {
      const { roles } = operation;
      for (const role of roles === null ? [] : app.roles.filter((one) => !roles.includes(one))) {
        tried += 1;
        const request = withCookie(probe(operation), cookieOf(role));
        const response = await field.send(request);
        if (response?.status !== 403)
          field.report(`${role} was not refused`, { request, response });
      }
    }
    return tried === 0 ? 'Every role may do everything.' : undefined;
  },
});

const promotion = onPeople({
  id: 'access-promotion',
  title: 'Accounts that give themselves another role',
  cwe: 269,
  async run(field, people) {
    const { app } = people;
    if (app.roles.length < 2) return 'There is one role.';
    const attempts: AppRequest[] = [];
    if (app.signUp !== null) {
      attempts.push(postJson(app.signUp, { ...createCredentials('climber'), role: app.admin }));
      attempts.push(postJson(app.signUp, { ...createCredentials('climber'), roles: [app.admin] }));
    }
    const low = app.roles.find((role) => role !== app.admin) ?? '';
    const cookie = await people.signIn(await people.addAccount(low));
    const id = readRecord(
      await field.send(withCookie({ method: 'GET', path: app.session }, cookie)),
    )?.id;
    for (const path of [`${app.accounts}/${String(id)}`, app.session]) {
      for (const method of ['PATCH', 'PUT']) {
        attempts.push(
          withCookie(sendJson(method, path, JSON.stringify({ role: app.admin })), cookie),
        );
      }
    }
    for (const request of attempts) {
      const response = await field.send(request);
      if (readRecord(response)?.role !== app.admin) continue;
      field.report(`the account is now ${app.admin}`, { request, response });
    }
    return undefined;
  },
});

export const accessAttacks: readonly Attack[] = [missing, escalation, promotion];
