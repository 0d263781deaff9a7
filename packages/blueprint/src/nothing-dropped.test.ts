import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpus as sets } from './corpus/corpus.ts';
import { MISSPELT } from './lexicon/misspellings.ts';
import { isUnit } from './lexicon/types.ts';
import { isGrammarWord } from './lexicon/understood.ts';
import { readPrompt } from './read-prompt.ts';

const prompts = sets.flatMap(({ entries }) => entries.map(({ id, prompt }) => ({ id, prompt })));

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

describe('nothing is dropped in silence', () => {
  it.each(prompts)('every phrase of $id became something or is listed', ({ prompt }) => {
    const outcome = readPrompt(prompt);
    expect(outcome.ok).toBe(true);
    if (!outcome.ok) return;
    const { phrases, notUnderstood, blueprint } = outcome.reading;
    for (const { text, became } of phrases) {
      if (became.length === 0) expect(notUnderstood.join('\n')).toContain(text);
      const paths = became.map(({ path }) => path.split('.')[0]);
      const parts = blueprint.entities.filter(({ name }) => paths.includes(name));
      const { assumptions } = outcome.reading;
      expect(lost(text, [became, parts, assumptions], notUnderstood), text).toEqual([]);
    }
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
      { numRuns: 150 },
    );
  });
});
