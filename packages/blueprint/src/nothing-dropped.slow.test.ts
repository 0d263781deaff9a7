import type { Reading } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpus as sets } from './corpus/corpus.ts';
import { MISSPELT } from './lexicon/misspellings.ts';
import { isUnit } from './lexicon/types.ts';
import { isGrammarWord } from './lexicon/understood.ts';
import { readPrompt } from './read-prompt.ts';

const prompts = sets.flatMap(({ entries, refused = 0 }) =>
  entries.map(({ id, prompt }) => ({ id, prompt, mayBeRefused: refused > 0 })),
);

/** Each is looked at in two ways. */
const outcomes = new Map<string, ReturnType<typeof readPrompt>>();
function readOnce(prompt: string): ReturnType<typeof readPrompt> {
  const outcome = outcomes.get(prompt) ?? readPrompt(prompt);
  outcomes.set(prompt, outcome);
  return outcome;
}

/** Words that nobody has ever stored anything under. */
const nonsense = fc.constantFrom('flibber', 'zorble', 'quuxify', 'wumpus', 'grobnik', 'snazzle');
const remark = fc
  .tuple(nonsense, nonsense, nonsense)
  .chain(([a, b, c]) =>
    fc.constantFrom(
      ` The ${a} ${b}s quietly beside a ${c}.`,
      ` ${a} ${b}s must never ${c}.`,
      ` Anything ${a} goes ${b} unless ${c}.`,
      ` It should ${a} whenever somebody is ${b}.`,
      ` Each ${a} frobs ${b}s, and ${c}s too.`,
      ` Many ${a}s have several ${b}s with a ${c}.`,
    ),
  );

/** Each word of `text` that neither the blueprint nor the list of what was not understood holds. */
function lost(text: string, reading: unknown, notUnderstood: readonly string[]): string[] {
  const kept = JSON.stringify(reading).toLowerCase();
  const listed = notUnderstood.join(' ').toLowerCase();
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return words.filter((word) => {
    const spelt = MISSPELT[word] ?? word;
    const stem = spelt.slice(0, Math.max(3, spelt.length - 3));
    const base = spelt.replace(/s$/, '');
    const isGrammar = isGrammarWord(word) || isGrammarWord(base);
    const isSaid = isGrammar || isUnit(word) || listed.includes(word);
    return !isSaid && !kept.includes(stem);
  });
}

const VALUES =
  'date|time|price|amount|fee|number|name|email|phone|address|title|status|duration|weight|code|text';
/** "a start date", "their full name": the words that name a value, up to the end of the name. */
const NAMED_VALUE = new RegExp(
  `\\b(?:an?|the|their|its) ((?:(?!and |or |with |has |have )[a-z]+ ){0,2}(?:${VALUES}))(?=[,.;)]|\\s+(?:and|or|to)\\b|$)`,
  'gi',
);
const GIVEN_HOW =
  /^(optional|unique|required|mandatory|valid|new|certain|given|same|full|following)$/;

/** Names of values that neither became a value of that name where they stand nor are listed. */
function lostValues(prompt: string, { phrases, blueprint, assumptions }: Reading): string[] {
  return [...prompt.matchAll(NAMED_VALUE)].flatMap(({ 1: name = '', index, 0: whole }) => {
    const [start, end] = [index + whole.length - name.length, index + whole.length];
    const around = phrases.filter((phrase) => phrase.start < end && phrase.end > start);
    if (around.some(({ became }) => became.length === 0)) return [];
    const paths = around.flatMap(({ became }) => became.map(({ path }) => path));
    const fields = blueprint.entities.flatMap((entity) =>
      entity.fields.filter((field) => paths.includes(`${entity.name}.${field.name}`)),
    );
    const assumed = assumptions.filter(({ path }) => paths.includes(path)).map(({ text }) => text);
    const kept = JSON.stringify([around.map(({ became }) => became), fields, assumed]);
    const words = name.toLowerCase().split(' ');
    const missing = words.filter(
      (word) =>
        !GIVEN_HOW.test(MISSPELT[word] ?? word) &&
        !kept.toLowerCase().includes(word.replace(/(e|ing|ed|s)$/, '')),
    );
    return missing.length === 0 ? [] : [name];
  });
}

const tuned = sets.flatMap(({ entries, heldOut }) => (heldOut ? [] : entries));
/** Values named in places where the grammar may not look for them, by words that it knows otherwise. */
const aside = fc
  .record({
    deed: fc.constantFrom(
      'Rent them',
      'They are handed out',
      'We go over everything',
      'Somebody waits',
      'It all ends',
      'Whoever comes first pays',
    ),
    how: fc.constantFrom('from', 'until', 'against', 'on', 'by way of', 'together with', 'within'),
    first: fc.constantFrom(
      'start date',
      'closing time',
      'return number',
      'show price',
      'play code',
    ),
    second: fc.constantFrom('end date', 'opening fee', 'record weight', 'share amount'),
    link: fc.constantFrom(' to', ' and', ', never', ' or'),
  })
  .map(({ deed, how, first, second, link }) => ` ${deed} ${how} a ${first}${link} an ${second}.`);

/** What the columns of a table hold is said once above it and names nothing. */
function withoutTableHeads(prompt: string): string {
  return prompt
    .replace(/^\|.*\|[ \t]*\n(?=\|\s*:?-)/gm, (line) => ' '.repeat(line.length))
    .replace(/^.*\n(?=[ \t]*-{3,}([ \t]{2,}-{3,})+)/gm, (line) => ' '.repeat(line.length));
}

/** The same cases each time; `PROPERTY_RUNS` draws that many others, to look for what these miss. */
const { PROPERTY_RUNS } = process.env;
const SETTINGS =
  PROPERTY_RUNS === undefined ? { numRuns: 80, seed: 5 } : { numRuns: Number(PROPERTY_RUNS) };

describe('nothing is dropped in silence', () => {
  it.each(prompts)(
    'every phrase of $id became something or is listed',
    ({ prompt, mayBeRefused }) => {
      const outcome = readOnce(prompt);
      expect(outcome.ok || mayBeRefused).toBe(true);
      if (!outcome.ok) return;
      const { phrases, notUnderstood, blueprint } = outcome.reading;
      const told = withoutTableHeads(prompt);
      for (const { text, became, start, end } of phrases) {
        if (became.length === 0) expect(notUnderstood.join('\n')).toContain(text);
        const paths = became.map(({ path }) => path.split('.')[0]);
        const parts = blueprint.entities.filter(({ name }) => paths.includes(name));
        const { assumptions } = outcome.reading;
        expect(
          lost(told.slice(start, end), [became, parts, assumptions], notUnderstood),
          text,
        ).toEqual([]);
      }
    },
  );

  it.each(sets.filter(({ refused }) => refused !== undefined))(
    'refuses no more prompts of set $name than when it was first read',
    ({ entries, refused }) => {
      const count = entries.filter(({ prompt }) => !readOnce(prompt).ok).length;
      expect(count).toBeLessThanOrEqual(refused ?? 0);
    },
  );

  it.each(tuned)('every value that $id names became a value or is listed', ({ prompt }) => {
    const outcome = readOnce(prompt);
    expect(outcome.ok && lostValues(prompt, outcome.reading)).toEqual([]);
  });

  it('keeps or lists a value that is named anywhere, by whatever words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tuned), aside, ({ prompt }, sentence) => {
        const outcome = readPrompt(`${prompt.trimEnd()}\n\n${sentence.trim()}`);
        if (!outcome.ok) return;
        expect(lostValues(`${prompt.trimEnd()}\n\n${sentence.trim()}`, outcome.reading)).toEqual(
          [],
        );
      }),
      SETTINGS,
    );
  });

  it('finds words that mean nothing in the blueprint or in the list, wherever they stand', () => {
    const cases = fc.tuple(fc.constantFrom(...prompts), remark, fc.nat());
    fc.assert(
      fc.property(cases, ([{ prompt }, words, position]) => {
        const ends = [...prompt.matchAll(/\.(?=\s|$)/g)].map(({ index }) => index + 1);
        const at = ends[position % Math.max(1, ends.length)] ?? prompt.length;
        const outcome = readPrompt(`${prompt.slice(0, at)}${words}${prompt.slice(at)}`);
        if (!outcome.ok) return;
        const { blueprint, notUnderstood } = outcome.reading;
        const names = { ...blueprint, title: '', description: '' };
        expect(lost(words, names, notUnderstood), JSON.stringify(notUnderstood)).toEqual([]);
      }),
      SETTINGS,
    );
  });
});
