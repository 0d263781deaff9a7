import { flattenSchema, isObject, type Schema } from './json-schema.ts';

/** Records whose member has one of the values. */
export type Condition = { readonly member: string; readonly values: readonly unknown[] };

/** A rule between members of a record or between records, by the names of the API (`x-rules` of a new record). */
export type RuleOfApp =
  | { readonly kind: 'unique-together'; readonly members: readonly string[] }
  /** A record is not deleted while it is as the condition says. */
  | ({ readonly kind: 'delete-blocked' } & Condition)
  /** A record is not changed while it is as the condition says; the member of the condition may be. */
  | ({ readonly kind: 'change-blocked' } & Condition)
  /** A record is not deleted while records of the collection `of` name it, or while it is linked by `PUT link`. */
  | { readonly kind: 'delete-blocked-by'; readonly of: string; readonly member: string }
  | { readonly kind: 'delete-blocked-by'; readonly link: string }
  /** At most so many records have the same `per`, of those that `where` means. */
  | {
      readonly kind: 'at-most';
      readonly per: string;
      readonly most: number;
      readonly where: Condition | null;
    }
  /** Records with the same `per` do not overlap from `start` to `end`. */
  | {
      readonly kind: 'no-overlap';
      readonly start: string;
      readonly end: string;
      readonly per: readonly string[];
    }
  /** `first` is not after, or not more than, `second`; nor the same where `strictly` says so. */
  | {
      readonly kind: 'order';
      readonly first: string;
      readonly second: string;
      readonly strictly: boolean;
    }
  /** A member that the app works out of others, and the bounds beyond which it refuses them. */
  | {
      readonly kind: 'computed';
      readonly member: string;
      readonly operation: 'product' | 'sum' | 'difference';
      readonly of: readonly string[];
      /** Of a product: what stands beside the members, such as 0.01 for a percentage. */
      readonly factor: number;
      readonly least: number;
      readonly most: number;
    }
  /** A record starts in a state, and only transitions (`POST path`) change it. */
  | {
      readonly kind: 'lifecycle';
      readonly member: string;
      readonly initial: string;
      readonly transitions: readonly TransitionOfApp[];
    }
  /** A change of a record names the version that it is based on, by `If-Match`. */
  | { readonly kind: 'optimistic-locking' }
  /** A deletion only hides a record, and `POST restore` shows it again. */
  | { readonly kind: 'soft-delete'; readonly restore: string }
  /** Each change of a record is listed by `GET changes`. */
  | { readonly kind: 'audited'; readonly changes: string };

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
  switch (rule.kind) {
    case 'unique-together':
      return { kind: rule.kind, members: texts(rule.members) };
    case 'change-blocked':
    case 'delete-blocked': {
      const condition = readCondition(rule);
      return condition && { kind: rule.kind, ...condition };
    }
    case 'delete-blocked-by':
      return readBlockedBy(rule);
    case 'lifecycle':
      return readLifecycle(rule);
    case 'computed':
      return readComputed(rule);
    case 'optimistic-locking':
      return { kind: rule.kind };
    case 'audited':
      return typeof rule.changes === 'string' ? { kind: rule.kind, changes: rule.changes } : null;
    case 'soft-delete':
      return typeof rule.restore === 'string' ? { kind: rule.kind, restore: rule.restore } : null;
    case 'at-most':
      return readAtMost(rule);
    case 'no-overlap':
    case 'order':
      return readBetween(rule);
    default:
      return null;
  }
}

function readCondition(value: unknown): Condition | null {
  if (!isObject(value) || typeof value.member !== 'string') return null;
  return { member: value.member, values: Array.isArray(value.values) ? value.values : [] };
}

function readBlockedBy({ link, of, member }: Record<string, unknown>): RuleOfApp | null {
  const kind = 'delete-blocked-by';
  if (typeof link === 'string') return { kind, link };
  return typeof of === 'string' && typeof member === 'string' ? { kind, of, member } : null;
}

function readAtMost({ per, most, where }: Record<string, unknown>): RuleOfApp | null {
  if (typeof per !== 'string' || typeof most !== 'number') return null;
  return { kind: 'at-most', per, most, where: readCondition(where) };
}

function readComputed(rule: Record<string, unknown>): RuleOfApp | null {
  const { member, operation, of, factor, least, most } = rule;
  if (operation !== 'product' && operation !== 'sum' && operation !== 'difference') return null;
  if (typeof member !== 'string' || typeof least !== 'number' || typeof most !== 'number') {
    return null;
  }
  const beside = typeof factor === 'number' ? factor : 1;
  return { kind: 'computed', member, operation, of: texts(of), factor: beside, least, most };
}

function readBetween(rule: Record<string, unknown>): RuleOfApp | null {
  const { kind, start, end, first, second, strictly, per } = rule;
  if (kind === 'no-overlap' && typeof start === 'string' && typeof end === 'string') {
    return { kind, start, end, per: texts(per) };
  }
  if (kind !== 'order' || typeof first !== 'string' || typeof second !== 'string') return null;
  return { kind, first, second, strictly: strictly === true };
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
