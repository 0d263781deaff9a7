import type { Reading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from '../check-blueprint.ts';
import { corpusAP } from '../corpus/corpus-ap.ts';
import { readPrompt } from '../read-prompt.ts';

function read(prompt: string): Reading {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(`${prompt}: ${outcome.refusal.code}`);
  return outcome.reading;
}

const namesOf = (prompt: string) => read(prompt).blueprint.entities.map(({ name }) => name);
const entityOf = (prompt: string, name: string) =>
  read(prompt).blueprint.entities.find((each) => each.name === name);
const ownersOf = (prompt: string, name: string) =>
  entityOf(prompt, name)
    ?.relations.filter(({ kind }) => kind === 'belongs-to')
    .map((relation) => relation.target);

describe('who does what in an idea of a line', () => {
  it.each([
    ['friends borrow each other books', 'Loan', ['Book', 'Friend', 'Friend']],
    ['employees log hours spent on projects', 'TimeEntry', ['Employee', 'Project']],
    ['an app where members vote on proposals', 'Vote', ['Member', 'Proposal']],
    ['students enrol in courses', 'Enrolment', ['Student', 'Course']],
    ['patients rate doctors after each visit', 'Rating', ['Patient', 'Doctor', 'Visit']],
    ['children complete exercises and get points', 'Completion', ['Child', 'Exercise']],
    ['cooks publish recipes, readers review them', 'Review', ['Reader', 'Recipe']],
    ['donors pledge amounts to campaigns', 'Pledge', ['Donor', 'Campaign']],
    ['nurses record the temperature of patients', 'TemperatureReading', ['Nurse', 'Patient']],
    ['tenants report problems to landlords', 'Problem', ['Tenant', 'Landlord']],
  ])('is kept each time: %s', (prompt, record, owners) => {
    expect(ownersOf(prompt, record)?.sort()).toEqual(owners.sort());
    expect(read(prompt).notUnderstood).toEqual([]);
  });

  it('keeps who gives and who takes apart', () => {
    const loan = entityOf('colleagues lend each other tools', 'Loan');
    expect(loan?.relations.map(({ name }) => name)).toEqual(['tool', 'lender', 'borrower']);
  });

  it('says what each was read as', () => {
    const { assumptions } = read('kids tick off chores and earn stars');
    const texts = assumptions.map(({ text }) => text);
    expect(texts.some((text) => text.startsWith('"kids tick off chores" was read as:'))).toBe(true);
  });

  it('is not read so where that is not meant', () => {
    const prompt = 'kids tick off chores and earn stars';
    const decided = `${prompt}\nDecided: Not meant: "kids tick off chores".`;
    const outcome = readPrompt(decided);
    const names = outcome.ok ? outcome.reading.blueprint.entities.map(({ name }) => name) : [];
    expect(names).not.toContain('Completion');
  });

  it('is listed where it is no keeping', () => {
    const prompt = 'roommates split bills and see who owes what';
    expect(read(prompt).notUnderstood).toEqual(['and see who owes what']);
  });
});

describe('what is asked of things in an idea', () => {
  it.each([
    ['track my plants and when I watered them', 'Watering', ['Plant']],
    ['I want to know which tool was repaired when and by whom', 'Repair', ['Tool']],
    ['keep track of which games I lent to whom', 'Loan', ['Game']],
    ['our team wants to keep players, matches and who came', 'Attendance', ['Player', 'Match']],
  ])('is kept each time: %s', (prompt, record, owners) => {
    expect(ownersOf(prompt, record)).toEqual(owners);
  });

  it('is a value of the thing where it is told once', () => {
    const sample = entityOf('tracking of lab samples and where they are stored', 'LabSample');
    expect(sample?.fields.map(({ name }) => name)).toContain('location');
  });
});

describe('a limit in an idea', () => {
  const rulesOf = (prompt: string) =>
    read(prompt).blueprint.entities.flatMap(({ name, rules = [] }) =>
      rules.map((rule) => ({ on: name, ...rule })),
    );

  it.each([
    ['a gym with max 20 members per class', 'Booking', 'class', 20],
    ['workshops with at most 8 people per workshop', 'Registration', 'workshop', 8],
    ['a school where each class has max 25 pupils', 'Pupil', 'class', 25],
    ['volunteers sign up for shifts, max 5 per shift', 'Registration', 'shift', 5],
    ['a library where each pupil can borrow max 3 books', 'Loan', 'pupil', 3],
  ])('is a rule of what ties the two: %s', (prompt, on, per, most) => {
    expect(rulesOf(prompt)).toContainEqual({ on, kind: 'at-most', per, most });
  });

  it.each([
    ['we need something to book meeting rooms, no double bookings', 'Booking'],
    ['a tool to plan shifts, nobody may have two shifts at the same time', 'Shift'],
    ['Rental of tools, an item cannot be rented twice on the same day', 'Rental'],
  ])('forbids two at once: %s', (prompt, on) => {
    expect(rulesOf(prompt)).toContainEqual(expect.objectContaining({ on, kind: 'no-overlap' }));
  });

  it('is listed where it is of something else', () => {
    const prompt = 'a booking app for tennis courts, max 2 hours per day per member';
    expect(read(prompt).notUnderstood).toEqual(['max 2 hours per day per member']);
  });
});

describe('a kind of software with a list', () => {
  it.each([
    ['time tracking with clients, projects, invoices', 'Client Project TimeEntry Invoice'],
    ['recipe box with ingredients, steps and tags', 'Recipe Ingredient Step Tag'],
    ['inventory app with low stock alerts', 'Product Supplier Warehouse StockMovement'],
    ['a booking app for tennis courts', 'Member Court Booking'],
    ['Dog Trainer Booking App', 'Customer DogTrainer Booking'],
    ['like Trello but for legal cases', 'Board List LegalCase Member Label'],
  ])('keeps both: %s', (prompt, expected) => {
    expect(namesOf(prompt).join(' ')).toBe(expected);
  });

  it.each(['Chat app with rooms and messages', 'A blog with posts and tags'])(
    'keeps what it lists where that holds together: %s',
    (prompt) => {
      const texts = read(prompt).assumptions.map(({ text }) => text);
      expect(texts.join(' ')).not.toContain('such software usually');
      expect(namesOf(prompt)).toHaveLength(2);
    },
  );

  it('calls them as the prompt does', () => {
    expect(namesOf('invoicing for plumbers with clients and jobs')).toContain('Client');
    expect(namesOf('invoicing for plumbers with clients and jobs')).not.toContain('Customer');
  });
});

describe('an idea of a line', () => {
  it.each(corpusAP)('is a sound blueprint of which every word is told: $prompt', ({ prompt }) => {
    const { blueprint, phrases, notUnderstood } = read(prompt);
    expect(checkBlueprint(blueprint).ok).toBe(true);
    let end = 0;
    for (const phrase of phrases) {
      expect(prompt.slice(phrase.start, phrase.end)).toBe(phrase.text);
      expect(prompt.slice(end, phrase.start).trim()).toBe('');
      expect(
        phrase.became.length > 0 || notUnderstood.some((text) => text.startsWith(phrase.text)),
      ).toBe(true);
      end = phrase.end;
    }
    expect(prompt.slice(end).trim()).toBe('');
  });

  it.each(['The quick brown fox jumps over the lazy dog.', 'a book cover', 'purchase the milk'])(
    'is refused where it names nothing to keep: %s',
    (prompt) => {
      expect(readPrompt(prompt).ok).toBe(false);
    },
  );

  it('mends a long word with one typo', () => {
    const prompt = 'patients book appontments with doctors';
    expect(ownersOf(prompt, 'Appointment')).toEqual(['Patient', 'Doctor']);
  });
});
