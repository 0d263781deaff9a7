import type { Attack } from './attack.ts';
import { type AttackField, type Members, postJson, readRecord, sendJson } from './attack-field.ts';
import type { Target } from './target.ts';

const CHOSEN_ID = '01890000-0000-7000-8000-00000000beef';
const LONG_AGO = '2001-01-01T00:00:00.000Z';
/** What apps keep beside the fields that people fill in. */
const INNER: Members = {
  isAdmin: true,
  admin: true,
  role: 'admin',
  roles: ['admin'],
  ownerId: CHOSEN_ID,
  accountId: CHOSEN_ID,
  organisationId: CHOSEN_ID,
  verified: true,
  deletedAt: LONG_AGO,
  createdBy: CHOSEN_ID,
  updatedBy: CHOSEN_ID,
  version: 4_711,
  passwordHash: 'x',
};

type Expose = (record: Members, sent: Members) => string[];

/** Members of the answer that hold what only the app may decide on. */
const exposeGiven: Expose = (record, sent) =>
  Object.keys(sent).filter((name) => JSON.stringify(record[name]) === JSON.stringify(sent[name]));

/** Sends members that no client decides on, all of them and each by itself, and looks whether they were taken. */
async function assign(field: AttackField, target: Target, members: Members): Promise<number> {
  const alone = Object.entries(members).map(([name, value]) => ({ [name]: value }));
  let tried = 0;
  for (const extra of [members, ...alone]) {
    const unknown = Object.fromEntries(
      Object.entries(extra).filter(([name]) => !target.declared.includes(name)),
    );
    const body = await field.body(target);
    if (body === null || Object.keys(unknown).length === 0) continue;
    tried += 1;
    const request = postJson(target.path, { ...body, ...unknown });
    const response = await field.send(request);
    const taken = exposeGiven(readRecord(response) ?? {}, unknown);
    if (taken.length > 0) field.report(`it took ${taken.join(', ')}`, { request, response });
  }
  return tried;
}

function assignment(id: string, title: string, members: Members): Attack {
  return {
    id,
    title,
    cwe: 915,
    async run(field) {
      let tried = 0;
      for (const target of field.targets) tried += await assign(field, target, members);
      return tried === 0 ? 'No record can be made.' : undefined;
    },
  };
}

const update: Attack = {
  id: 'mass-assignment-update',
  title: 'Members that nobody may change, in a change',
  cwe: 915,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      const made = target.update && (await field.borrow(target));
      if (!target.update || !made) continue;
      for (const [name, value] of Object.entries({
        id: CHOSEN_ID,
        createdAt: LONG_AGO,
        ...INNER,
      })) {
        if (target.declared.includes(name)) continue;
        tried += 1;
        const path = `${target.path}/${made.id}`;
        const method = target.update.method.toUpperCase();
        const whole = method === 'PUT' ? made.record : {};
        const request = sendJson(method, path, JSON.stringify({ ...whole, [name]: value }));
        const response = await field.send(request);
        const taken = exposeGiven(readRecord(response) ?? {}, { [name]: value });
        if (taken.length > 0) field.report(`it took ${name}`, { request, response });
      }
    }
    return tried === 0 ? 'No record can be changed.' : undefined;
  },
};

const MARK = 'polluted-by-a-client';
const POLLUTIONS = [
  `"__proto__":{"pollution":"${MARK}"}`,
  `"constructor":{"prototype":{"pollution":"${MARK}"}}`,
];

const pollution: Attack = {
  id: 'prototype-pollution',
  title: 'Members that change every object of the app',
  cwe: 1321,
  async run(field) {
    const looks = [{ method: 'GET', path: '/no-such-page' }];
    for (const target of field.targets) {
      const body = await field.body(target);
      if (body === null) continue;
      const rest = JSON.stringify(body).slice(1);
      for (const member of POLLUTIONS) {
        await field.send(
          sendJson('POST', target.path, `{${member}${rest === '}' ? '' : ','}${rest}`),
        );
      }
      await field.send({ method: 'GET', path: `${target.path}?__proto__[pollution]=${MARK}` });
      looks.push({ method: 'GET', path: `${target.path}?limit=1` });
    }
    for (const request of looks) {
      const response = await field.send(request);
      if (!response?.body.includes(MARK)) continue;
      field.report('an answer holds the member of another request', { request, response });
    }
    return undefined;
  },
};

export const memberAttacks: readonly Attack[] = [
  assignment('mass-assignment-id', 'An id of the attacker’s choice', { id: CHOSEN_ID }),
  assignment('mass-assignment-times', 'Times that the app keeps', {
    createdAt: LONG_AGO,
    updatedAt: LONG_AGO,
  }),
  assignment('mass-assignment-inner', 'Roles, owners and other inner members', INNER),
  update,
  pollution,
];
