import { describe, expect, it } from 'vitest';
import { readPrompt } from './read-prompt.ts';

/** "Crate: code, weight > Shed": fields, and what it belongs to. */
function outline(prompt: string): string[] {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.reading.blueprint.entities.map(({ name, fields, relations }) => {
    const owners = relations.flatMap(({ kind, target }) => (kind === 'belongs-to' ? [target] : []));
    const told = `${name}: ${fields.map((field) => field.name).join(', ')}`;
    return owners.length === 0 ? told : `${told} > ${owners.sort().join(' ')}`;
  });
}

const CRATES = 'Crates have a code and a weight.';
const KEEPERS = 'Keepers have a name and a phone.';
const SHEDS = 'Sheds have a name and an address.';

describe('what is noted of each time something is done', () => {
  it.each([
    'Keepers inspect crates: date, result.',
    'each time a keeper inspects a crate he notes the date and a result',
    'After each inspection of a crate the keeper writes down the date and the result.',
    'Inspections per crate: date, result, keeper.',
    'inspection = keeper, crate, date, result',
  ])('is a thing of both: %s', (sentence) => {
    expect(outline(`${CRATES} ${KEEPERS} ${sentence}`)).toContain(
      'Inspection: date, result > Crate Keeper',
    );
  });

  it.each([
    ['When we lend a crate to a keeper I write down the due date.', 'Loan: dueDate > Crate Keeper'],
    ['Keepers log time on crates: date, minutes.', 'TimeEntry: date, minutes > Crate Keeper'],
    ['Twice a day crates are cleaned: date, temperature.', 'Cleaning: date, temperature > Crate'],
  ])('is named after the deed: %s', (sentence, expected) => {
    expect(outline(`${CRATES} ${KEEPERS} ${sentence}`)).toContain(expected);
  });

  it('belongs to the only thing when nothing else takes part', () => {
    expect(
      outline(`${CRATES} ${KEEPERS} When a crate is delivered we store the delivery time.`),
    ).toEqual(['Crate: code, weight, deliveryTime', 'Keeper: name, phone']);
  });
});

describe('two things in one clause', () => {
  it.each([
    'We put crates into sheds.',
    'There are crates in every shed.',
    'We want to know which crate is in which shed.',
    'We note the shed of each crate.',
    'A shed has room for crates.',
    'Crates are in sheds.',
  ])('are related: %s', (sentence) => {
    expect(outline(`${CRATES} ${SHEDS} ${sentence}`)).toEqual([
      'Crate: code, weight > Shed',
      'Shed: name, address',
    ]);
  });

  it('are not tied a second time where a third stands between them', () => {
    expect(
      outline(
        `We take samples from lakes. Lakes have a name. Each lake has points with a code. A sample is taken at a point and has a depth.`,
      ),
    ).toContain('Sample: depth > Point');
  });
});

describe('values of a thing in plain sentences', () => {
  it.each([
    'We note for every crate: code, weight, colour.',
    'About a crate we know the code, the weight and the colour.',
    'I want to keep track of crates, their code, weight and colour.',
    "a crate's code, weight and colour",
    "It's about crates, they've got a code, a weight and a colour.",
    'crate data: code, weight, colour',
    'crates that come each month - code, weight, colour',
    'a crate has a code (sometimes we make it up), a weight and a colour',
  ])('find it: %s', (sentence) => {
    expect(outline(`${SHEDS} ${sentence}`)).toContain('Crate: code, weight, colour');
  });

  it.each([
    ['what it cost', 'cost money'],
    ['what we paid for it', 'amountPaid money'],
    ['where it stands', 'location string'],
    ['who packed it', 'packedBy string'],
    ["what's in it", 'contents text'],
    ['clean or not', 'clean boolean'],
    ['gearbox manual or automatic', 'gearbox enum'],
    ['grade poor fair or good', 'grade enum'],
    ['home or away', 'homeOrAway enum'],
  ])('are asked for: %s', (told, expected) => {
    const outcome = readPrompt(`${SHEDS} Crate: code, ${told}, origin.`);
    const fields = outcome.ok
      ? outcome.reading.blueprint.entities.find(({ name }) => name === 'Crate')?.fields
      : [];
    expect(fields?.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'code string',
      expected,
      'origin string',
    ]);
  });

  it.each([
    ['Crates are made on a day from a number of boards.', ['Day', 'NumberOfBoard']],
    ['Several keepers come along.', ['KeepersComeAlong', 'KeeperComeAlong']],
    ['The keeper writes remarks afterwards.', ['RemarksAfterward']],
    ['thats it really', ['That']],
  ])('and what is no thing becomes none: %s', (sentence, names) => {
    const found = outline(`${CRATES} ${KEEPERS} ${sentence}`).map((line) => line.split(':')[0]);
    for (const name of names) expect(found).not.toContain(name);
  });
});

describe('a table whose head says nothing', () => {
  it('holds a thing and its values in each row', () => {
    const table = `| table | what we write |
| --- | --- |
| suppliers | company, contact person, phone |
| ingredients | name, unit, stock, supplier |`;
    expect(outline(table)).toEqual([
      'Supplier: company, contactPerson, phone',
      'Ingredient: name, unit, stock > Supplier',
    ]);
  });
});
