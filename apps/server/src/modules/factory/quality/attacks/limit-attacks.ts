import type { AppRequest } from '../domain/finding.ts';
import { takenOf, together, whyIdle } from './at-once.ts';
import type { Attack } from './attack.ts';
import { type AttackField, postJson } from './attack-field.ts';
import type { Limit, Target } from './target.ts';

/** So many more than are allowed are tried at once. */
const TOO_MANY = 4;
/** More records than this are not made to reach a limit. */
const MOST_MADE = 20;

const limitRace: Attack = {
  id: 'limit-race',
  title: 'More records of one parent than it may have, all at once',
  cwe: 362,
  async run(field) {
    let tried = 0;
    let refused = 0;
    for (const target of field.targets) {
      for (const limit of target.limits) {
        const requests = await requestsOf(field, target, limit);
        if (requests.length === 0) continue;
        const taken = takenOf(requests, await together(field, requests));
        const [last] = taken;
        if (last === undefined) {
          refused += 1;
          continue;
        }
        tried += 1;
        if (taken.length <= limit.most) continue;
        const message = `${taken.length} records have the same ${limit.member}, ${limit.most} may`;
        field.report(message, last);
      }
    }
    return whyIdle({ tried, refused }, 'No number of records is limited.');
  },
};

/** Different records of one new parent; none when there is no such parent or the limit is too far away. */
async function requestsOf(
  field: AttackField,
  target: Target,
  { member, most, counted }: Limit,
): Promise<AppRequest[]> {
  const reference = target.references.find(({ name }) => name === member);
  const parent = field.targets.find(({ path }) => path === reference?.candidates[0]?.path);
  if (parent === undefined || most > MOST_MADE) return [];
  const made = await field.make(parent);
  if (made === null) return [];
  const requests: AppRequest[] = [];
  for (let count = 0; count < most + TOO_MANY; count += 1) {
    const body = await field.body(target);
    if (body !== null)
      requests.push(postJson(target.path, { ...body, ...counted, [member]: made.id }));
  }
  return requests;
}

export const limitAttacks: readonly Attack[] = [limitRace];
