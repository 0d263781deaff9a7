import type { Attack } from './attack.ts';
import { type AttackField, type Made, postJson, readRecord, sendJson } from './attack-field.ts';
import type { Target } from './target.ts';

/** Values that nothing adds up to by chance; a whole number and a decimal, as a text and as a number. */
const CHOSEN = [987_654, '987654.32', 987_654.32];

/** Sends what the app works out itself, and looks whether it was taken. */
export const computedAttack: Attack = {
  id: 'mass-assignment-computed',
  title: 'Values that the app works out itself',
  cwe: 915,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      for (const name of target.computed) tried += await assign(field, target, name);
    }
    return tried === 0 ? 'No record has a value that is worked out.' : undefined;
  },
};

async function assign(field: AttackField, target: Target, name: string): Promise<number> {
  const made = target.update && (await field.borrow(target));
  let tried = 0;
  for (const value of CHOSEN) {
    const body = await field.body(target);
    if (body === null) continue;
    tried += 1;
    await look(field, name, value, postJson(target.path, { ...body, [name]: value }));
    if (made) await look(field, name, value, change(target, made, { [name]: value }));
  }
  return tried;
}

function change(target: Target, { id, record }: Made, members: object) {
  const method = target.update?.method.toUpperCase() ?? 'PATCH';
  const whole = method === 'PUT' ? record : {};
  return sendJson(method, `${target.path}/${id}`, JSON.stringify({ ...whole, ...members }));
}

async function look(
  field: AttackField,
  name: string,
  value: number | string,
  request: ReturnType<typeof postJson>,
): Promise<void> {
  const response = await field.send(request);
  const kept = readRecord(response)?.[name];
  if (kept === undefined || kept === null || Number(kept) !== Number(value)) return;
  field.report(`it took ${name}`, { request, response });
}
