import type { AppRequest } from '../domain/finding.ts';
import { takenOf, together, whyIdle } from './at-once.ts';
import type { Attack } from './attack.ts';
import { type AttackField, isTaken, type Made, sendJson } from './attack-field.ts';
import type { Target } from './target.ts';

const AT_ONCE = 8;
const NOTHING = 'No change of a record names its version.';

type Locked = { made: Made; tag: string; change: (version: string) => AppRequest };

/** A new record with its version; null when there is none to be changed. */
async function lockedRecord(field: AttackField, target: Target): Promise<Locked | null> {
  const { locks, update, path } = target;
  const made = locks && update !== null ? await field.make(target) : null;
  if (made === null || update === null) return null;
  const method = update.method.toUpperCase();
  const body = JSON.stringify(method === 'PUT' ? made.record : await anotherValue(field, target));
  const change = (version: string) => ({
    ...sendJson(method, `${path}/${made.id}`, body),
    headers: { 'if-match': version },
  });
  const tag = made.response?.headers.etag;
  if (tag === undefined) field.report('the record tells no version', made);
  return tag === undefined ? null : { made, tag, change };
}

/** Another value of a member that is not unique and costs no hash; no member at all where there is none. */
async function anotherValue(field: AttackField, target: Target) {
  const { declared, unique, members, secrets } = target;
  const body = await field.body(target);
  const isFree = (name: string) =>
    declared.includes(name) && name in members && ![...unique.flat(), ...secrets].includes(name);
  return Object.fromEntries(
    Object.entries(body ?? {})
      .filter(([name]) => isFree(name))
      .slice(0, 1),
  );
}

const lostUpdate: Attack = {
  id: 'lost-update',
  title: 'Changes of a version that somebody else has changed since',
  cwe: 362,
  async run(field) {
    let tried = 0;
    let refused = 0;
    for (const target of field.targets) {
      const locked = await lockedRecord(field, target);
      if (locked === null) continue;
      const { made, tag, change } = locked;
      if (!isTaken(await field.send(change(tag)))) {
        refused += 1;
        continue;
      }
      tried += 1;
      const removal = { method: 'DELETE', path: `${target.path}/${made.id}` };
      const stale = { ...removal, headers: { 'if-match': tag } };
      for (const [what, request] of [
        ['of a version that is gone', change(tag)],
        ['without a version', change('')],
        ['of any version', change('*')],
        ...(target.remove === null ? [] : [['of a version that is gone', stale] as const]),
      ] as const) {
        const response = await field.send(request);
        if (isTaken(response)) field.report(`it took a change ${what}`, { request, response });
      }
    }
    return whyIdle({ tried, refused }, NOTHING);
  },
};

const lostUpdateRace: Attack = {
  id: 'lost-update-race',
  title: 'One version of a record changed eight times at once',
  cwe: 362,
  async run(field) {
    let tried = 0;
    let refused = 0;
    for (const target of field.targets) {
      const locked = await lockedRecord(field, target);
      if (locked === null) continue;
      const requests = Array.from({ length: AT_ONCE }, () => locked.change(locked.tag));
      const taken = takenOf(requests, await together(field, requests));
      const [last] = taken;
      if (last === undefined) refused += 1;
      else tried += 1;
      if (last && taken.length > 1)
        field.report(`${taken.length} changes of one version were taken`, last);
    }
    return whyIdle({ tried, refused }, NOTHING);
  },
};

export const versionAttacks: readonly Attack[] = [lostUpdate, lostUpdateRace];
