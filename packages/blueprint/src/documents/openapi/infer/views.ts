import type { View } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
import { camel } from '../words.ts';
import { type Draft, findMember, type Inference, resourceName } from './draft.ts';
import { isKeyName, isPasswordName } from './names.ts';
import { schemaNoun } from './schema-noun.ts';

export type Views = {
  readonly all: View[];
  /** How a schema shows records; with the names of required members that come from nowhere. */
  of(inference: Inference, draft: Draft, schema: Flat): { view: string; missing: string[] };
};

/** The ways in which records are shown, each once. */
export function createViews(): Views {
  const all: View[] = [];
  const byContent = new Map<string, string>();
  const names = new Set<string>();
  /** Views that are being made, by resource and schema: a tree shows itself. */
  const pending = new Map<string, string>();

  function freeName({ words }: Draft, schema: Flat): string {
    const own = schemaNoun(schema.name).length > 0 ? [schema.name ?? ''] : words;
    const base = camel(['show', ...own.map((word) => upper(word.replaceAll(/[^A-Za-z\d]/g, '')))]);
    let name = base;
    for (let count = 2; names.has(name) || [...pending.values()].includes(name); count += 1)
      name = `${base}${count}`;
    return name;
  }
  return {
    all,
    of(inference, draft, schema) {
      const resource = resourceName(draft);
      const around = pending.get(`${resource} ${schema.name ?? ''}`);
      if (around !== undefined && schema.name !== null) return { view: around, missing: [] };
      const name = freeName(draft, schema);
      if (schema.name !== null) pending.set(`${resource} ${schema.name}`, name);
      const { properties, missing } = propertiesOf({ inference, views: this }, draft, schema);
      pending.delete(`${resource} ${schema.name ?? ''}`);
      const content = JSON.stringify([resource, properties]).replaceAll(`"${name}"`, '"itself"');
      const known = byContent.get(content);
      if (known !== undefined) return { view: known, missing };
      names.add(name);
      byContent.set(content, name);
      all.push({ name, resource, properties });
      return { view: name, missing };
    },
  };
}

type Viewing = { inference: Inference; views: Views };

function propertiesOf(
  { inference, views }: Viewing,
  draft: Draft,
  schema: Flat,
): { properties: View['properties']; missing: string[] } {
  const missing: string[] = [];
  const properties = [...schema.properties].flatMap(([name, raw]): View['properties'] => {
    const flat = flatten(inference.root, raw);
    const member = findMember(draft, name);
    const isHash =
      isPasswordName(name) && member?.kind !== 'text' && member?.otherwise === undefined;
    if (flat.writeOnly || isHash) return [];
    const address = draft.addresses.get(name);
    if (address !== undefined && draft.key !== null) {
      const from = draft.ownKeyed ?? draft.key.member;
      return [{ name, from, keepNull: flat.nullable, address }];
    }
    const from = isGivenOtherwise(inference, draft, { name, shown: flat })
      ? null
      : sourceOf(draft, name);
    if (from !== null) {
      const view = innerView({ inference, views }, draft, name, flat);
      if (view !== null && 'missing' in view) {
        if (schema.required.has(name)) missing.push(...view.missing);
        return [];
      }
      return [{ name, from, keepNull: flat.nullable, ...view }];
    }
    if (schema.required.has(name) && !flat.nullable) missing.push(name);
    return [];
  });
  return { properties, missing };
}

/** Texts are given and objects are shown: nobody knows what becomes of one to be the other. */
export function isGivenOtherwise(
  { root }: Inference,
  draft: Draft,
  { name, shown }: { name: string; shown: Flat },
): boolean {
  const itemOfList = ({ type, items }: Flat) =>
    type === 'array' ? flatten(root, items ?? {}) : null;
  if (findMember(draft, name)?.kind !== 'json' || itemOfList(shown)?.type !== 'object')
    return false;
  return draft.subjects.some(({ operation }) => {
    const raw = operation.body?.schema.properties.get(name);
    const given = raw === undefined ? null : itemOfList(flatten(root, raw));
    return given !== null && given.type !== null && given.type !== 'object' && !given.varied;
  });
}

/** The member, or what is gathered, that a shown name stands for. */
export function sourceOf(draft: Draft, name: string): string | null {
  const gathered = draft.gathered.find((one) => one.name === name);
  if (gathered !== undefined) return gathered.name;
  if (draft.derived.some((one) => one.name === name)) return name;
  const member = findMember(draft, name);
  if (member !== undefined) {
    // What is told once is at hand when the record is made, and never again.
    const isHidden = member.kind === 'password' && member.otherwise !== 'token';
    return isHidden || member.kind === 'file' ? null : member.name;
  }
  return isKeyName(name, draft.words) ? (draft.key?.member ?? null) : null;
}

/** How the rows are shown that a record shows of another kind. */
function innerView(
  { inference, views }: Viewing,
  draft: Draft,
  name: string,
  flat: Flat,
): { view: string } | { missing: string[] } | null {
  const gathered = draft.gathered.find((one) => one.name === name);
  if (gathered === undefined || gathered.take !== 'rows' || gathered.member !== undefined)
    return null;
  const child = [...inference.drafts.values()].find(
    (one) => resourceName(one) === gathered.resource,
  );
  if (child === undefined) return { missing: [name] };
  const { view, missing } = views.of(inference, child, flatten(inference.root, flat.items ?? {}));
  return missing.length > 0 ? { missing } : { view };
}

function upper(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
