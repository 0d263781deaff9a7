import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inBrief } from '../brief.fixture.ts';
import { readDocument } from '../read-document.ts';

const folder = new URL('../fixtures/jdl/', import.meta.url);
const samples = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}));
const sampleOf = (wanted: string) => samples.find(({ name }) => name === wanted)?.text ?? '';

/** Words of the language, and constants, which are lost on purpose: their values are kept. */
const LANGUAGE =
  /^(entity|enum|relationship|to|with|except|for|required|unique|min|max|(min|max)(length|bytes)|pattern|(One|Many)To(One|Many)|String|Integer|Long|BigDecimal|Float|Double|Boolean|LocalDate|LocalTime|ZonedDateTime|Instant|Duration|UUID|(Any|Image|Text)?Blob)$/;

/** Names and values of a document: what is left without comments, expressions, constants and what is built and deployed. */
function wordsIn(text: string): string[] {
  const bare = text
    .replace(/\/\*[\s\S]*?\*\/|\/\/ .*$/gm, ' ')
    .replace(/pattern\(\/.*?\/\)/g, ' ')
    .replace(/^(application|deployment) \{[\s\S]*?^\}|^application .*$/gm, ' ')
    .replace(/^[A-Z_]+ = .*$/gm, ' ');
  const constants = [...text.matchAll(/^([A-Z_]+) = /gm)].map(([, name]) => name);
  const enums = [...text.matchAll(/enum\s+(\w+)/g)].map(([, name]) => name);
  const words = new Set(bare.match(/[A-Za-z_]\w*/g) ?? []);
  return [...words].filter(
    (word) => !LANGUAGE.test(word) && !constants.includes(word) && !enums.includes(word),
  );
}

const singular = (word: string) => word.toLowerCase().replaceAll('_', '').replace(/y$/, '');

describe.each(samples)('the sample $name', ({ text }) => {
  it('loses no name and no value without saying so', async () => {
    const { blueprint, became, outOfScope } = await readDocument({ text, format: 'jdl' });
    const kept = JSON.stringify([blueprint, became.map((part) => part.became), outOfScope]);
    const all = kept.toLowerCase().replaceAll('_', '');

    const lost = wordsIn(text).filter((word) => !all.includes(singular(word)));

    expect(lost).toEqual([]);
  });

  it('becomes as many entities, fields and relations as it has', async () => {
    const { blueprint, outOfScope } = await readDocument({ text, format: 'jdl' });
    const entities = text.match(/^[^/\n]*\bentity\s+\w+/gm)?.length;
    const outside = outOfScope.filter(({ what }) => what.startsWith('relationship ')).length;
    const bodies = [...text.matchAll(/relationship\s+\w+\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g)];
    const pairs = bodies.flatMap(([, body]) => body?.match(/\bto\b/g) ?? []).length - outside;
    const relations = blueprint.entities.flatMap((entity) => entity.relations);

    expect(blueprint.entities).toHaveLength(entities ?? 0);
    expect(relations).toHaveLength(2 * pairs);
  });
});

it('says what the largest sample has', async () => {
  const { blueprint } = await readDocument({ text: sampleOf('crm-large.jdl'), format: 'jdl' });

  expect(inBrief(blueprint).Opportunity).toEqual([
    'title: string!',
    'amount: money! 0..',
    'probability: integer? 0..100',
    'closesOn: date?',
    'stage: enum! (LEAD|QUALIFIED|PROPOSAL|WON|LOST)',
    'account -> Account.opportunities!',
    'quotes <- Quote.opportunity',
    'activities <- Activity.opportunity',
    'competitors <-> Account.competesIns',
    'acceptedQuote -> Quote.acceptedFor?',
  ]);
});
