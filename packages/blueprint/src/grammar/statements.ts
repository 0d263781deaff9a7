import type { FieldType } from '@quantumlayer/contracts';
import type { Cursor } from './cursor.ts';

/** A noun phrase: its meaningful words in lower case, and where it stands in the prompt. */
export type Noun = { words: string[]; plural: boolean; start: number; end: number };

/** What wording says about a value, beyond its name. */
export type Qualities = {
  type?: FieldType;
  optional?: boolean;
  required?: boolean;
  unique?: boolean;
  /** "unique per customer": where the prompt says so; only within something else. */
  uniqueWithin?: { start: number; end: number };
  values?: string[];
  /** Of the values more than one may be chosen. */
  several?: boolean;
  default?: string | number | boolean;
  min?: number;
  max?: number;
  /** Open bounds; the type decides what the next value is. */
  above?: number;
  below?: number;
  minLength?: number;
  maxLength?: number;
  unit?: string;
  /** "out of ten": where a scale ends. */
  outOf?: number;
  /** A file of this kind alone. */
  pdf?: true;
  /** Called a number without saying of which kind. */
  numeric?: boolean;
};

/** One thing of a list: a field, a related entity, or an entity with fields of its own. */
export type Item = {
  noun: Noun;
  qualities: Qualities;
  quantity: 'one' | 'many' | null;
  /** `a`, `an`, `another`: introduces something that is counted. */
  indefinite: boolean;
  /** The article or pronoun before it: `their` and `another` say more than `a`. */
  determiner: string | null;
  /** "exactly one", "at most one". */
  isExact?: boolean;
  /** "(name, rate) from a start date": said after the fields of the thing, of what is done to it. */
  isGiven?: true;
  /** "labels many to many". */
  isMutual?: boolean;
  /** "a list of skills": the owner's alone. */
  isListed?: boolean;
  /** "a maximum of 20 participants": the limit of how many there are. */
  limit?: { side: 'maximum' | 'minimum'; count: number };
  /** "a publisher, which has a name": told of what is there anyway, so others may have it too. */
  isToldOf?: true;
  /** "salary range (from and to)": the names of both ends. */
  ends?: readonly [string, string];
  /** "clerks who work in a shed": told in a clause about the noun itself, whatever the sentence says of it. */
  isOfRelative?: true;
  /** Said to be one-to-one. */
  isExclusive?: boolean;
  /** "a size (small, large) with prices": the price is told of the size. */
  toldOf?: Noun;
  children: Item[];
  /** `an owner (a user)`: the role is the noun, the entity stands here. */
  refersTo: Noun | null;
  /** "sponsor: the organisation that pays": it stands for the entity only when there is one. */
  isGloss?: true;
  /** `notes that belong to a customer`. */
  belongsTo: Item[];
  start: number;
  end: number;
};

export type Statement =
  | { kind: 'app'; noun: Noun; start: number; end: number }
  | {
      kind: 'has';
      subjects: Noun[];
      items: Item[];
      optional: boolean;
      /** Read by the second chance, in a sentence that the grammar did not understand. */
      isCoarse?: true;
      start: number;
      end: number;
    }
  | {
      kind: 'belongs';
      subjects: Noun[];
      targets: Item[];
      optional: boolean;
      strong: boolean;
      many: boolean;
      /** Holds only when nothing else is said of where the subject belongs. */
      isIfLonely?: true;
      /** Holds only when nothing else is said of the two. */
      isIfUnrelated?: true;
      /** The verb as written: "played", "depart". */
      verb?: string;
      /** Read by the second chance. */
      isCoarse?: true;
      start: number;
      end: number;
    }
  | {
      kind: 'acts';
      subjects: Noun[];
      preposition: boolean;
      verb: string;
      modal: boolean;
      /** Whatever the verb means, it stands between two things of the prompt. */
      isCertain?: boolean;
      items: Item[];
      /** Said of each time it is done: "from a start date to an end date". */
      given?: Item[];
      start: number;
      end: number;
    }
  /** `announced`: "we need to track ...", as against a bare list. */
  | {
      kind: 'topic';
      items: Item[];
      announced?: boolean;
      isAudience?: boolean;
      start: number;
      end: number;
    }
  | { kind: 'many-to-many'; nouns: Noun[]; start: number; end: number }
  | {
      kind: 'constraint';
      subjects: Noun[];
      owner: Noun | null;
      qualities: Qualities;
      /** "may be anonymous": what the subject may or may not be. */
      flag?: Noun;
      start: number;
      end: number;
    }
  /** What is kept of each time something is done to things, in the words of the model a thing of its own. */
  | {
      kind: 'deed';
      verb: string;
      parties: Noun[];
      values: Item[];
      /** "Goats are milked: date, litres": each time, and not what the goat has. */
      isEach?: true;
      start: number;
      end: number;
    }
  /** "the assignee is a user", "managers are employees as well". */
  | { kind: 'is-a'; subjects: Noun[]; target: Noun; start: number; end: number }
  | { kind: 'rule'; reason: string; start: number; end: number };

/** The list reader, handed down to the parts of an item that hold lists themselves. */
export type ReadItems = (cursor: Cursor, nested?: boolean) => Item[];

/** A noun alone as an item of a list. */
export function itemOf(noun: Noun): Item {
  return {
    noun,
    qualities: {},
    quantity: null,
    indefinite: true,
    determiner: null,
    children: [],
    refersTo: null,
    belongsTo: [],
    start: noun.start,
    end: noun.end,
  };
}

/** What certainly belongs to each of `targets`. */
export function belonging(
  subjects: Noun[],
  targets: Item[],
  { start, end }: { start: number; end: number },
): Extract<Statement, { kind: 'belongs' }> {
  const how = { optional: false, strong: true, many: false };
  return { kind: 'belongs', subjects, targets, ...how, start, end };
}
