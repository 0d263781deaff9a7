/** A record as the API gives it. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export type FieldType =
  | 'string'
  | 'text'
  | 'slug'
  | 'email'
  | 'phone'
  | 'url'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'percentage'
  | 'boolean'
  | 'date'
  | 'time'
  | 'datetime'
  | 'duration'
  | 'uuid'
  | 'enum'
  | 'json'
  | 'rating'
  | 'colour'
  | 'country'
  | 'locale'
  | 'ip-address'
  | 'multi-choice'
  | 'geo-point'
  | 'password'
  | 'file'
  | 'image'
  | 'reference';

/** One member of a record: how it is shown, entered, filtered and sorted by. */
export type Field<Name extends string = string> = {
  name: Name;
  label: string;
  type: FieldType;
  hint?: string;
  required?: boolean;
  /** Shown, and never entered: what is computed, and states that only actions change. */
  readOnly?: boolean;
  /** Entered when a record is changed, and not when it is made. */
  only?: 'change';
  /** What a new record starts with; `today` and `now` of dates are those of the browser. */
  initial?: string | number | boolean | readonly string[];
  /** Of an `enum` or a `multi-choice`. */
  values?: readonly string[];
  /** Of a `reference`: the path of what it refers to. */
  target?: string;
  max?: number;
  maxLength?: number;
  /** Digits behind the point. */
  scale?: number;
  /** Media types of a `file` or an `image`, and how many bytes it may have. */
  accept?: string;
  maxBytes?: number;
  /** Path segment of a `file` or an `image` below its record. */
  segment?: string;
  sortable?: boolean;
  filter?: Filter;
};

/** `equals` and `holds` by the name of the field, `range` by `.gte` and `.lte` behind it. */
export type Filter = 'equals' | 'holds' | 'range';

export type Allowed = 'everyone' | readonly string[];

export type Access = {
  create: Allowed;
  read: Allowed;
  update: Allowed;
  delete: Allowed;
  seesAll?: readonly string[];
};

/** A move from one state to another. */
export type Transition = {
  name: string;
  label: string;
  segment: string;
  from: readonly string[];
  to: string;
  allowed?: Allowed;
};

export type Lifecycle<Name extends string = string> = {
  /** The field that is the state. */
  field: Name;
  transitions: readonly Transition[];
  /** The states in which nothing else of a record changes. */
  fixed?: readonly string[];
  /** Path segment of the history below a record. */
  history: string;
};

/** Records of another kind that refer to this one. */
export type Children = { label: string; path: string; reference: string; single?: boolean };

/** Records of another kind that are linked with this one, many with many. */
export type Links = { label: string; path: string; segment: string };

export type Entity<Name extends string = string> = {
  /** Path below `/api` and in the address of the page. */
  path: string;
  title: string;
  pluralTitle: string;
  description?: string;
  /** The member that tells records apart; the id where none does. */
  label: Name | null;
  /** Can be searched for text. */
  search: boolean;
  fields: readonly Field<Name>[];
  children?: readonly Children[];
  links?: readonly Links[];
  lifecycle?: Lifecycle<Name>;
  access?: Access;
  /** The member that holds the account a record belongs to. */
  owner?: Name;
  /** The member that a change names in `If-Match`. */
  version?: Name;
  /** Path segment that takes back a deletion, where a deletion only hides. */
  restore?: string;
};

/** Holds a description to the members that the API has for records and for new ones. */
export function describeEntity<Record extends object, New extends object>(
  entity: Entity<Extract<keyof Record | keyof New, string>>,
): Entity {
  return entity;
}

/** Does the state of a record keep it from being changed? */
export function isFixed({ lifecycle }: Entity, row: Row): boolean {
  return lifecycle?.fixed?.includes(String(row[lifecycle.field])) ?? false;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `an invoice`, `a customer`. */
export function withArticle(title: string): string {
  return `${/^[aeio]/.test(title) ? 'an' : 'a'} ${title}`;
}

/** `in_progress` and `inProgress` as people write it. */
export function humanise(value: string): string {
  const words = value.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
  return capital(words === value ? words : words.toLowerCase());
}
