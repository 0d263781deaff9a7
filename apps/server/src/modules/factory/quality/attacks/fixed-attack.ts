import { whyIdle } from './at-once.ts';
import type { Attack } from './attack.ts';
import { type AttackField, isTaken, type Made, type Members, sendJson } from './attack-field.ts';
import type { Fixed, Target } from './target.ts';

const NOTHING = 'No record is kept from being changed by its state.';

/** A record in this state; null when the app does not bring one there. */
async function makeFixed(
  field: AttackField,
  target: Target,
  { member, value, way }: Fixed,
): Promise<Made | null> {
  const made = await field.make(target, way.length === 0 ? { [member]: value } : {});
  if (made === null) return null;
  for (const { path } of way) {
    const request = { method: 'POST', path: path.replace(/\{[^}]+\}/, made.id) };
    if (!isTaken(await field.send(request))) return null;
  }
  return made;
}

/** Another value of a member that may change at any other time. */
async function otherValue(
  field: AttackField,
  target: Target,
  { record }: Made,
  state: string,
): Promise<Members | null> {
  const { declared, unique, members, secrets } = target;
  const left = [...unique.flat(), ...secrets, state];
  const body = Object.entries((await field.body(target)) ?? {}).filter(
    ([name, value]) =>
      declared.includes(name) &&
      name in members &&
      !left.includes(name) &&
      JSON.stringify(value) !== JSON.stringify(record[name]),
  );
  return body.length === 0 ? null : Object.fromEntries(body.slice(0, 1));
}

/** Changes by themselves, and beside one of the state where a request may write that. */
export const fixedAttack: Attack = {
  id: 'fixed-record-changed',
  title: 'A record that its state keeps from being changed, changed',
  cwe: 841,
  async run(field) {
    let tried = 0;
    let refused = 0;
    for (const target of field.targets) {
      const { update, path, fixed, members } = target;
      for (const state of update === null ? [] : fixed) {
        const made = await makeFixed(field, target, state);
        const other = made && (await otherValue(field, target, made, state.member));
        if (made === null || other === null) {
          refused += 1;
          continue;
        }
        tried += 1;
        const { choices } = members[state.member] ?? {};
        const free = (choices ?? [true, false]).find((value) => value !== state.value);
        const bodies =
          state.way.length === 0 ? [other, { ...other, [state.member]: free }] : [other];
        for (const body of bodies) {
          const request = sendJson('PATCH', `${path}/${made.id}`, JSON.stringify(body));
          const response = await field.send(request);
          if (isTaken(response))
            field.report(`it was changed while ${state.member} is ${state.value}`, {
              request,
              response,
            });
        }
      }
    }
    return whyIdle({ tried, refused }, NOTHING);
  },
};
