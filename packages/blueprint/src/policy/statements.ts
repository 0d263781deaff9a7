export type Span = { start: number; end: number };

export type Action = 'create' | 'read' | 'update' | 'delete';

/**
 * Who is meant: roles by their words, `signed-in` ("users", "everybody"), `anyone` (also who is not signed in) or `nobody`.
 * `except`: "everybody but clerks".
 */
export type Who =
  | { kind: 'roles'; nouns: string[][] }
  | { kind: 'signed-in' | 'anyone' | 'nobody'; except?: string[][] };

/** What a right is about: things by their words, or everything; `them` are those of the right before. */
export type What =
  | { kind: 'things'; nouns: string[][] }
  | { kind: 'everything' }
  | { kind: 'them' };

export type Right = {
  kind: 'right';
  who: Who;
  /** "only managers may": nobody else. */
  isOnly: boolean;
  /** "may not". */
  isDenied: boolean;
  actions: Action[];
  /** Verbs that are no action on rows: "approve" may name a transition. */
  verbs: string[];
  /** The verbs as the prompt has them. */
  said: string[];
  what: What;
  /** "their own orders": of rows of others not even the existence is shown. */
  isOwn: boolean;
  /** "all tickets", as against their own. */
  isAll: boolean;
  /** "everything except deleting orders". */
  isPartial?: true;
  isStory: boolean;
  /** Said with may, can, must: "managers approve orders" may be a habit. */
  hasModal: boolean;
};

/** A step of a lifecycle, in the words of the prompt; `by` says who may take it. */
export type Step = {
  /** What the prompt itself calls it: "reopen". */
  name?: string;
  from: string[];
  to: string;
  by?: Who;
};

/** A field that is worked out, in the words of the prompt; of the thing near by where none is named. */
export type Computation = {
  kind: 'computed';
  thing: string[] | null;
  /** Null where what is counted gives the name. */
  name: string[] | null;
  how:
    | { kind: 'product' | 'sum' | 'difference'; of: string[][] }
    | { kind: 'total'; field: string[] | null; rows: string[] }
    | { kind: 'count'; rows: string[] }
    /** "The order total is computed": of what, is plain where there is one way. */
    | { kind: 'plain'; rows: string[] | null };
};

export type PolicyStatement = Span &
  (
    | Right
    | Computation
    /** "An order is created together with its lines." */
    | { kind: 'nested'; parent: string[]; rows: string[] }
    | { kind: 'sign-in'; who: Who; isOnly: boolean }
    | { kind: 'no-sign-in' }
    /** `isListed`: "there are clerks and managers", who are roles only where something else says so. */
    | { kind: 'roles'; nouns: string[][]; isListed?: true }
    | { kind: 'sign-up'; how: 'open' | 'closed'; who: Who | null; by: string[][] }
    | { kind: 'no-difference' }
    /** "every clinic sees only its own patients": accounts belong to it; `rows` null: all of them. */
    | {
        kind: 'team';
        team: string[];
        rows: string[][] | null;
        who: Who;
        /** "users belong to a company", and nothing more: records where such a thing is described. */
        subject?: string[];
      }
    /** "medicines are shared by all clinics"; null: everything is. */
    | { kind: 'team-shared'; team: string[]; rows: string[][] | null }
    /** `isAssumed`: the prompt says who decides, and not from which state to which. */
    | { kind: 'lifecycle'; thing: string[] | null; steps: Step[]; isAssumed?: true }
    | { kind: 'unique-together'; thing: string[] | null; names: string[][]; isDeed?: true }
    | { kind: 'on-delete'; parent: string[]; child: string[]; then: 'cascade' | 'set-null' }
    | {
        kind: 'delete-blocked' | 'change-blocked';
        thing: string[] | null;
        field: string[] | null;
        values: string[];
        /** "only drafts can be deleted": in all states but these. */
        isFree: boolean;
      }
    | { kind: 'delete-blocked-by'; thing: string[]; by: string[] }
    | {
        kind: 'at-most';
        most: number;
        thing: string[];
        per: string[] | null;
        state: State | null;
        /** "2 bookings a day". */
        period: string | null;
      }
    | { kind: 'no-overlap'; thing: string[] | null; per: string[] | null }
    | {
        kind: 'order';
        thing: string[] | null;
        first: string[];
        second: string[];
        isStrict: boolean;
      }
    /** How rows are kept; `things` null: all of them. */
    | { kind: 'record'; property: RecordProperty; things: string[][] | null }
  );

/** "open", "that are not returned". */
export type State = { word: string; isNot: boolean };

/** A piece of the prompt that may be a rule: what it can mean, and the words that go with it. */
export type Candidate = Span & {
  /** The first one that fits what the prompt describes is meant. */
  options: PolicyStatement[];
  /** Its words are withheld from the reader of data. */
  isFirm: boolean;
};
export type RecordProperty = 'optimisticLocking' | 'softDelete' | 'audited';

export type PolicyKind = PolicyStatement['kind'];
export type Of<Kind extends PolicyKind> = Extract<PolicyStatement, { kind: Kind }>;

/** A statement and whether its words are withheld from the reader of data, who would take them for something else. */
export type Piece = { statement: PolicyStatement; isFirm: boolean };
