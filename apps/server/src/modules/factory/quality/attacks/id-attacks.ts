import type { Attack } from './attack.ts';
import { isTaken, postJson } from './attack-field.ts';

const RANDOM_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
/** In one of version 7 the time comes first; what follows is random. */
const TAIL = -16;
/** Of 16 random digits 15 differ on average, of a count the last one or two. */
const LEAST_DIFFERENT = 6;

const guessable: Attack = {
  id: 'ids-guessable',
  title: 'Ids that tell the next one',
  cwe: 340,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      const [one, other] = [await field.make(target), await field.make(target)];
      if (!one || !other) continue;
      tried += 1;
      const isRandom =
        [one, other].every(({ id }) => RANDOM_UUID.test(id)) &&
        countDifferent(one.id.slice(TAIL), other.id.slice(TAIL)) >= LEAST_DIFFERENT;
      if (!isRandom) field.report(`after ${one.id} comes ${other.id}`, other);
    }
    return tried === 0 ? 'No record can be made.' : undefined;
  },
};

function countDifferent(one: string, other: string): number {
  return [...one].filter((digit, at) => digit !== other[at]).length;
}

const otherKind: Attack = {
  id: 'ids-of-another-kind',
  title: 'Records read, changed and deleted by the id of another kind',
  cwe: 639,
  async run(field) {
    let tried = 0;
    for (const [at, target] of field.targets.entries()) {
      const other = field.targets[(at + 1) % field.targets.length];
      const made = other && other !== target && (await field.borrow(other));
      if (!made) continue;
      const path = `${target.path}/${made.id}`;
      for (const operation of [target.read, target.remove]) {
        if (operation === null) continue;
        tried += 1;
        const request = { method: operation.method.toUpperCase(), path };
        const response = await field.send(request);
        if (isTaken(response)) field.report('the id was taken', { request, response });
      }
    }
    return tried === 0 ? 'There is one kind of record.' : undefined;
  },
};

const foreignReference: Attack = {
  id: 'reference-of-another-kind',
  title: 'A record that belongs to one of another kind, or to none',
  cwe: 20,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      // One that may be a plain value as well takes any id.
      const certain = target.references.filter(({ candidates }) => candidates[0] !== null);
      for (const { name, many, candidates } of certain) {
        const wrong = field.targets.find(({ path }) =>
          candidates.every((one) => one?.path !== path),
        );
        const made = wrong && (await field.borrow(wrong));
        for (const id of [made?.id, '01890000-ffff-7fff-bfff-ffffffffffff']) {
          const body = id === undefined ? null : await field.body(target);
          if (body === null) continue;
          tried += 1;
          const request = postJson(target.path, { ...body, [name]: many ? [id] : id });
          const response = await field.send(request);
          if (isTaken(response)) field.report(`${name} took it`, { request, response });
        }
      }
    }
    return tried === 0 ? 'No record belongs to another.' : undefined;
  },
};

export const idAttacks: readonly Attack[] = [guessable, otherKind, foreignReference];
