import nlp from 'compromise';

type JsonTerm = { text: string; tags: string[]; offset: { start: number } };
type JsonSentence = { terms: JsonTerm[] };

/** Part-of-speech tags by offset, found lazily: tagging costs more than everything else together. */
export type Tagger = {
  isVerb: (start: number) => boolean;
  isParticiple: (start: number) => boolean;
  /** True for the name of a thing that an earlier look at the prompt found. */
  isThing: (word: string) => boolean;
};

/** What may still be tagged, and the things known so far. */
export type TagBudget = { left: number; things: ReadonlySet<string> };

const MAX_TAGGED = 4_000;

/** Tags of one segment of the prompt; `budget` is shared so that a long prompt stays quick. */
export function createTagger(text: string, offset: number, budget: TagBudget): Tagger {
  let tags: Map<number, string[]> | null = null;
  const tagsAt = (start: number): string[] => {
    tags ??= tagText(text, offset, budget);
    return tags.get(start) ?? [];
  };
  return {
    isVerb: (start) => tagsAt(start).includes('Verb'),
    isParticiple: (start) => {
      const found = tagsAt(start);
      return found.includes('PastTense') || found.includes('Participle');
    },
    isThing: (word) => budget.things.has(word),
  };
}

export function createTagBudget(things: ReadonlySet<string> = new Set()): TagBudget {
  return { left: MAX_TAGGED, things };
}

function tagText(text: string, offset: number, budget: { left: number }): Map<number, string[]> {
  if (text.length > budget.left) return new Map();
  budget.left -= text.length;
  return new Map(termsOf(text).map(({ start, tags }) => [offset + start, tags]));
}

type Tagged = { start: number; tags: string[] };

/** A sentence is read in several ways, and once more with each letter that somebody adds behind it. */
const remembered = new Map<string, readonly Tagged[]>();
const MOST_REMEMBERED = 500;

function termsOf(text: string): readonly Tagged[] {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  // The library types `json()` as `any`; with these options it is documented to give this shape.
  const sentences = nlp(text).json({ offset: true }) as JsonSentence[];
  const tagged = sentences.flatMap(({ terms }) =>
    terms.map(({ offset, tags }) => ({ start: offset.start, tags })),
  );
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, tagged);
  return tagged;
}

/** True when the dictionary knows the word as a noun, or does not know it at all. */
export function isNounWord(word: string): boolean {
  return nlp(word).has('#Noun') || nlp(word).has('#Infinitive');
}
