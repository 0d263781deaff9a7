import { flattenSchema, isObject, type Schema } from './json-schema.ts';

/** Records whose member has one of the values. */
export type Condition = { readonly member: string; readonly values: readonly unknown[] };

/** A rule between members of a record or between records, by the names of the API (`x-rules` of a new record). */
export type RuleOfApp =
  | { readonly kind: 'unique-together'; readonly members: readonly string[] }
  /** A record is not deleted while it is as the condition says. */
  | ({ readonly kind: 'delete-blocked' } & Condition)
  /** A record is not deleted while records of the collection `of` name it, or while it is linked by `PUT link`. */
  | { readonly kind: 'delete-blocked-by'; readonly of: string; readonly member: string }
  | { readonly kind: 'delete-blocked-by'; readonly link: string }
  /** A record starts in a state, and only transitions (`POST path`) change it. */
  | {
      readonly kind: 'lifecycle';
      readonly member: string;
      readonly initial: string;
      readonly transitions: readonly TransitionOfApp[];
    };

export type TransitionOfApp = {
  readonly path: string;
  readonly from: readonly string[];
  readonly to: string;
};

/** The rules that a body has to keep; those of a kind that is not known are left out. */
export function readRules(root: Schema, body: Schema): RuleOfApp[] {
  const rules = flattenSchema(root, body).rules;
  return rules.flatMap((rule) => (isObject(rule) ? (readRule(rule) ?? []) : []));
}

function readRule(rule: Record<string, unknown>): RuleOfApp | null {
  const { kind, members, member, values, link, of } = rule;
  if (kind === 'unique-together') return { kind, members: texts(members) };
  if (kind === 'delete-blocked' && typeof member === 'string') {
    return { kind, member, values: Array.isArray(values) ? values : [] };
  }
  if (kind === 'lifecycle') return readLifecycle(rule);
  if (kind !== 'delete-blocked-by') return null;
  if (typeof link === 'string') return { kind, link };
  return typeof of === 'string' && typeof member === 'string' ? { kind, of, member } : null;
}

function readLifecycle({ member, initial, transitions }: Record<string, unknown>) {
  if (typeof member !== 'string' || typeof initial !== 'string') return null;
  const read = (Array.isArray(transitions) ? transitions : []).flatMap((one) =>
    isObject(one) && typeof one.path === 'string' && typeof one.to === 'string'
      ? [{ path: one.path, from: texts(one.from), to: one.to }]
      : [],
  );
  return { kind: 'lifecycle', member, initial, transitions: read } as const;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
