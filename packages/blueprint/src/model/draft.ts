import type { Remark } from '@quantumlayer/contracts';
import type { Noun, Qualities } from '../grammar/statements.ts';
import { toEntityName } from '../names.ts';

export type DraftField = { name: string; words: string[]; qualities: Qualities; start: number };

export type DraftEntity = { name: string; fields: DraftField[]; order: number };

/** One direction of a relation as the prompt says it. */
export type Fact = {
  from: string;
  to: string;
  cardinality: 'one' | 'many' | 'both-many';
  /** `belongs` statements say who holds the key; `habit` ones ("students take courses") give way to a joining entity. */
  source: 'has' | 'belongs' | 'habit' | 'explicit';
  required: boolean;
  exclusive: boolean;
  /** Described where it is listed, or "a list of" them: the parts are the owner's alone. */
  isOwn?: boolean;
  role: string | null;
  /** A deed ("borrow", "rent") is often recorded by a thing of its own, a loan or a rental. */
  isDeed?: boolean;
  /** The verb of a habit: "subscribe". */
  deed?: string;
  /** Role of a relation that lives beside any other between the two: `likedPhotos`. */
  feeling?: string | null;
  verb?: string | undefined;
  start: number;
  end: number;
};

/** `isWhole`: every word of it was read, so none has to turn up in what it became. */
export type Mark = { start: number; end: number; path: string; meaning: string; isWhole?: true };

/**
 * `isFirm`: not understood although the phrase around it became something. `within`: a field that is unique only within
 * what the words name, which is understood when the entity belongs to that.
 */
export type Miss = {
  start: number;
  end: number;
  reason: string;
  isFirm?: true;
  within?: { entity: string; field: string };
};

/** Everything gathered while statements are interpreted; entities keep the order of the prompt. */
export type Draft = {
  entities: Map<string, DraftEntity>;
  /** Misspelt names and what they mean. */
  aliases: Map<string, string>;
  /** Names that stand in a relation or have fields. */
  related: Set<string>;
  facts: Fact[];
  marks: Mark[];
  misses: Miss[];
  assumptions: Remark[];
  questions: Remark[];
  /** Offset of what was decided after an earlier reading: it wins over what is said before it. */
  decidedFrom: number;
  /** Names of fields that are roles, and who plays them. */
  roles: Map<string, string>;
  /** Entities whose fields are given where they are the subject. */
  described: Set<string>;
  /** The entity that was spoken of last. */
  current: string | null;
  /** Names that turned out to be values when the prompt was read before. */
  values: ReadonlySet<string>;
};

export function createDraft(decidedFrom: number, values: ReadonlySet<string> = new Set()): Draft {
  return {
    decidedFrom,
    values,
    entities: new Map(),
    aliases: new Map(),
    related: new Set(),
    roles: new Map(),
    described: new Set(),
    facts: [],
    marks: [],
    misses: [],
    assumptions: [],
    questions: [],
    current: null,
  };
}

export function mark(
  draft: Draft,
  span: { start: number; end: number },
  path: string,
  meaning: string,
): void {
  draft.marks.push({ start: span.start, end: span.end, path, meaning });
}

const MAX_ENTITIES = 100;

/** Finds or makes the entity that a noun names; null when nothing usable remains of the name. */
export function ensureEntity(draft: Draft, noun: Noun): DraftEntity | null {
  const name = toEntityName(noun.words);
  if (name === null) return null;
  const found = lookUp(draft, name);
  if (found !== undefined) return found;
  if (draft.entities.size >= MAX_ENTITIES || draft.values.has(name)) return null;
  const entity: DraftEntity = { name, fields: [], order: noun.start };
  draft.entities.set(name, entity);
  return entity;
}

/** The entity of that name or of the name it misspells. */
export function lookUp(draft: Draft, name: string | null): DraftEntity | undefined {
  return name === null ? undefined : draft.entities.get(draft.aliases.get(name) ?? name);
}
