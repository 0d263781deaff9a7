import { type Flat, flatten } from '../flatten.ts';
import { plain, wordsOf } from '../words.ts';
import { addMember, type Draft, findMember, type Inference, keyOf } from './draft.ts';
import { itemOf } from './item-of.ts';
import type { Facts } from './operation-facts.ts';

const LENGTH =
  /^(ttl|timetolive|expires?(in|after)?|expir(y|ation)(in|after|time)?|lifetime|valid(for)?|keepfor)(s|sec|secs|seconds?|min|mins|minutes?|h|hours?|d|days?)?$/;
const MOMENT =
  /^(expires?(at|on|date|time)?|expir(y|ation)(date|time|at)?|valid(until|to|till)|ends?expiry|expiresutc)$/;
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/(^|[^a-z])(ms|milliseconds?)$/, 0.001],
  [/(^|[^a-z])(d|days?)$/, 86_400],
  [/(^|[^a-z])(h|hours?)$/, 3_600],
  [/(^|[^a-z])(min|mins|minutes?)$/, 60],
  [/(^|[^a-z])(s|secs?|seconds?)$/, 1],
];

/** `ttl`, `expires_in: seconds until the link stops working`, `expires_at`: from when on a record is not there any more. */
export function addLifetime({ root }: Inference, draft: Draft, facts: readonly Facts[]): void {
  for (const { subject, intent } of facts) {
    if (!['create', 'replace'].includes(intent) || subject.noun !== draft.noun) continue;
    const { body } = subject.operation;
    if (body === null) continue;
    for (const [name, raw] of itemOf(root, body.schema).properties) {
      const schema = flatten(root, raw);
      if (isLength(name, schema)) {
        keepLength(root, draft, { name, schema, facts });
        return;
      }
      if (isMoment(name, schema)) {
        const member = findMember(draft, name);
        if (member?.kind === 'text') draft.expires = member.name;
        return;
      }
    }
  }
}

function isLength(name: string, { type, description }: Flat): boolean {
  if (type !== 'integer' && type !== 'number') return false;
  const isCalled = LENGTH.test(plain(name));
  const isSaid =
    /\b(seconds|minutes|hours|days)\b[^.;]*\b(until|before|after which|it|the [a-z]+)\b[^.;]*\b(expires?|gone|deleted|removed|stops|ends|invalid)\b/i.test(
      description,
    );
  return isCalled || isSaid;
}

function isMoment(name: string, { type, format, description }: Flat): boolean {
  if (type !== 'string' || !MOMENT.test(plain(name))) return false;
  return format === 'date-time' || /\b(time|moment|date|iso)\b/i.test(description);
}

type Kept = { name: string; schema: Flat; facts: readonly Facts[] };

function keepLength(root: unknown, draft: Draft, { name, schema, facts }: Kept): void {
  const of = findMember(draft, name);
  if (of === undefined || (of.kind !== 'integer' && of.kind !== 'number')) return;
  const shown = facts
    .flatMap(({ row }) => [...(row?.schema.properties ?? [])])
    .find(([each, raw]) => MOMENT.test(plain(each)) && flatten(root, raw).type === 'string');
  const known = shown === undefined ? undefined : findMember(draft, shown[0]);
  const until =
    known ??
    addMember(draft, shown?.[0] ?? 'gone-at', {
      kind: 'text',
      nullable: shown === undefined || flatten(root, shown[1]).nullable,
    });
  const key =
    [...draft.members].find(([, each]) => each === until)?.[0] ?? keyOf(draft, until.name);
  const lasts = { of: of.name, seconds: unitOf(name, schema.description) };
  draft.members.set(key, { ...until, lasts });
  draft.expires = until.name;
}

/** Seconds, unless name or description speak of something else. */
function unitOf(name: string, description: string): number {
  const last = wordsOf(name).at(-1) ?? '';
  const named = UNITS.find(([pattern]) => pattern.test(last));
  if (named !== undefined && wordsOf(name).length > 1) return named[1];
  const said = /\b(milliseconds?|seconds?|minutes?|hours?|days?)\b/i.exec(description)?.[1] ?? '';
  return UNITS.find(([pattern]) => pattern.test(said.toLowerCase()))?.[1] ?? 1;
}
