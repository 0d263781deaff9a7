import { buildRequest } from '../build-request.ts';
import type { Attack } from './attack.ts';
import { type AttackField, type Members, postJson, sendJson } from './attack-field.ts';
import { reportSlow } from './slowness.ts';
import { type Target, textMembers, textParameters } from './target.ts';

/** Longer than any careful pattern takes for them, endless for one that tries every way. */
const SLOW_MS = 1_500;
/** Each almost fits a common pattern, and fails at its end. */
const ALMOST: readonly ((length: number) => string)[] = [
  (length) => `${'a'.repeat(length)}!`,
  (length) => `a@${'a.'.repeat(length / 2)}!`,
  (length) => `${'a-'.repeat(length / 2)}!`,
  (length) => `${'1'.repeat(length)}x`,
  (length) => `${' '.repeat(length)}x`,
  (length) => `http://${'a.'.repeat(length / 2)}!`,
  (length) => `P${'1D'.repeat(length / 2)}!`,
];
const LENGTHS = [40, 50_000];

/**
 * How members of a record are sent: with a new one, or as a change of one where each new one costs the app the hash of a
 * password that this is not about. Null when there is neither.
 */
async function senderOf(field: AttackField, target: Target, name: string) {
  const { path, secrets, update } = target;
  const made =
    update?.method === 'patch' && secrets.length > 0 && !secrets.includes(name)
      ? await field.borrow(target)
      : null;
  if (made !== null) {
    return (members: Members) => sendJson('PATCH', `${path}/${made.id}`, JSON.stringify(members));
  }
  const body = await field.body(target);
  return body && ((members: Members) => postJson(path, { ...body, ...members }));
}

const inValues: Attack = {
  id: 'slow-patterns',
  title: 'Texts that keep a pattern busy',
  cwe: 1333,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      for (const name of textMembers(target)) {
        const send = await senderOf(field, target, name);
        for (const length of send === null ? [] : LENGTHS) {
          for (const write of ALMOST) {
            if (send === null) continue;
            tried += 1;
            const request = send({ [name]: write(length) });
            await reportSlow(field, { request, harmless: send({}), limitMs: SLOW_MS });
          }
        }
      }
    }
    return tried === 0 ? 'No record holds text.' : undefined;
  },
};

const inQueries: Attack = {
  id: 'slow-queries',
  title: 'Filters that keep a pattern busy',
  cwe: 1333,
  async run(field) {
    let tried = 0;
    for (const { list } of field.targets) {
      for (const name of list === null ? [] : textParameters(field.document, list)) {
        for (const length of [40, 4_000]) {
          for (const write of ALMOST) {
            if (list === null) continue;
            tried += 1;
            const request = buildRequest(list, { query: { [name]: write(length) } });
            const harmless = buildRequest(list, { query: { [name]: 'harmless' } });
            await reportSlow(field, { request, harmless, limitMs: SLOW_MS });
          }
        }
      }
    }
    return tried === 0 ? 'No list has a filter for text.' : undefined;
  },
};

export const patternAttacks: readonly Attack[] = [inValues, inQueries];
