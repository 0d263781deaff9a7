import { splitSentences, stripEnd, stripStart } from '../grammar/sentences.ts';
import { itemOf, type Noun, type Statement } from '../grammar/statements.ts';
import { baseForm } from '../grammar/verbs.ts';
import { toEntityName } from '../names.ts';
import type { Segment } from '../text/blocks.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { type KnownThings, type Mention, mentionsIn, nameOf } from './find-owner.ts';

/** Where a thing that stands in no relation is spoken of beside others, it belongs to these. */
export function findTies(
  segments: readonly Segment[],
  lonely: readonly string[],
  known: KnownThings,
): Statement[] {
  const sentences = segments
    .filter(({ isRow, columns }) => !isRow && columns[0] !== '#heading')
    .flatMap(({ tokens }) => splitSentences(tokens))
    .map((sentence) => stripStart(stripEnd(sentence)));
  return lonely.flatMap((name) => {
    for (const tokens of sentences) {
      const mentions = mentionsIn(tokens, 0, tokens.length, known).filter(({ noun }) =>
        known.has(nameOf(noun.words)),
      );
      const found = partiesOfDeed(tokens, name, mentions);
      if (found.length > 0) return found;
    }
    return [];
  });
}

const MAX_PARTIES = 2;
/** What deeds are called after their verbs: "payment", "inspection", "watering", "repotting". */
const DEED_ENDING = /(ings?|ments?|ions?|ations?|als?|ance|ences?|s)$/;

/** "Students pay me": a payment belongs to the students; "I inspect hives": an inspection to the hive. */
function partiesOfDeed(tokens: readonly Token[], name: string, mentions: Mention[]): Statement[] {
  const word = (/[A-Z][a-z0-9]*$/.exec(name)?.[0] ?? name).toLowerCase();
  const stem = word.replace(DEED_ENDING, '').replace(/(e|i)$/, '');
  if (stem.length < 3) return [];
  const at = tokens.findIndex(
    ({ lower }) =>
      lower !== word && !isPlural(word) && isDeedOf(lower, stem) && baseForm(lower) !== word,
  );
  if (at < 0) return [];
  const others = mentions.filter((mention) => nameIn(mention) !== name);
  return tie(name, others.slice(0, MAX_PARTIES), tokens);
}

/** "pay", "pays", "paid", "inspected", "repotted". */
function isDeedOf(word: string, stem: string): boolean {
  if (!word.startsWith(stem)) return stem === 'pay' && word === 'paid';
  return /^(e|s|es|d|ed|ted|ped|ned|ied|ies|y|ing)?$/.test(word.slice(stem.length));
}

function nameIn({ noun }: Mention): string | null {
  return toEntityName(noun.words);
}

function tie(name: string, parties: readonly Mention[], tokens: readonly Token[]): Statement[] {
  const seen = new Set<string | null>();
  return parties
    .filter((party) => !seen.has(nameIn(party)) && seen.add(nameIn(party)))
    .map((party) => {
      const noun: Noun = { ...party.noun, words: wordsOf(name), plural: false };
      return coarse(noun, party.noun, tokens);
    });
}

function coarse(subject: Noun, target: Noun, tokens: readonly Token[]): Statement {
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? start;
  const targets = [itemOf({ ...target, plural: false })];
  const how = { optional: false, strong: true, many: false, isCoarse: true } as const;
  return { kind: 'belongs', subjects: [subject], targets, ...how, start, end };
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ');
}
