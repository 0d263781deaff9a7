import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

function read(prompt: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { blueprint, notUnderstood } = outcome.reading;
  expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  const things = blueprint.entities.map(({ name, fields, relations }) => {
    const belongs = relations.filter(({ kind }) => kind === 'belongs-to');
    const values = fields.map((each) => `${each.name}: ${each.values?.join('|') ?? each.type}`);
    return [name, [...values, ...belongs.map(({ target }) => `of ${target}`)].join(', ')];
  });
  return { things: Object.fromEntries(things), notUnderstood, blueprint };
}

describe('what stands in a list beside other things', () => {
  it.each([
    'Invoices are issued to students with a total and a paid flag. Students have a name.',
    'Students have a name. An invoice is issued to a student with a total and a paid flag.',
  ])('belongs to the subject: %s', (prompt) => {
    expect(read(prompt).things.Invoice).toBe('total: money, paid: boolean, of Student');
  });

  it('shares a last word only with what makes a pair with it', () => {
    const { things } = read('A class has a title, a start, an end and max participants.');
    expect(things.Class).toBe(
      'title: string, start: datetime, end: datetime, maxParticipants: integer',
    );
  });

  it('is tied to the subject also where another thing is called many-to-many', () => {
    const { things } = read(
      'Tickets have a subject. Tickets have comments (text, author) and tags (many-to-many).',
    );
    expect(things.Comment).toBe('text: text, author: string, of Ticket');
  });

  it('may be the kinds of something that one does', () => {
    const { things } = read(
      'Teachers have a name and teach one or more instruments (piano, violin, guitar).',
    );
    expect(things).toEqual({ Teacher: 'name: string, instruments: piano|violin|guitar' });
  });
});

describe('what a thing can be', () => {
  it('is told with the words of an order, and under the short name of the thing', () => {
    const { things } = read(
      'Expense reports contain expense items. Each item has an amount. A report is draft, then submitted, then approved or rejected, finally paid.',
    );
    expect(things.ExpenseReport).toBe('status: draft|submitted|approved|rejected|paid');
  });

  it('begins with a small word', () => {
    const { things } = read('Properties have an address and are for sale, under offer or sold.');
    expect(things.Property).toBe('address: string, status: for sale|under offer|sold');
  });
});

describe('a period', () => {
  it('is no thing, and a bound of it is listed', () => {
    const { things, notUnderstood } = read(
      'A family has a name. A parcel has a weight and belongs to a family. A family may get at most 2 parcels per month.',
    );
    expect(Object.keys(things)).toEqual(['Family', 'Parcel']);
    expect(notUnderstood.join()).toContain('per month');
  });
});

describe('a dealing with somebody', () => {
  it('belongs to that one, and not who asks for it', () => {
    const { things } = read(
      'Buyers and agents have a name. Properties have an address. Buyers book viewings of properties with an agent.',
    );
    expect(things.Viewing).toContain('of Property, of Agent, of Buyer');
    expect(things.Buyer).toBe('name: string');
  });
});

describe('a duration and a price in a clause', () => {
  it('are values of the thing', () => {
    const { things } = read(
      'Jobs have a name and last 30 to 180 minutes. Records have a title and how much I paid.',
    );
    expect(things).toEqual({
      Job: 'name: string, duration: integer',
      Record: 'title: string, pricePaid: money',
    });
  });
});

describe('two of a thing that overlap', () => {
  it('are refused for the one who has them', () => {
    const { blueprint } = read(
      'Teachers have a name. A lesson has a teacher, a start and an end. A teacher cannot have two overlapping lessons.',
    );
    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Teacher', 'Lesson']);
    expect(blueprint.entities[1]?.rules).toMatchObject([{ kind: 'no-overlap', per: ['teacher'] }]);
  });
});

describe('a bound that is not read', () => {
  it('is listed beside the quality that is, and makes no number of the value', () => {
    const { blueprint, notUnderstood } = read(
      'Projects have a key (unique, 2-5 uppercase letters) and a name.',
    );
    expect(blueprint.entities[0]?.fields[0]).toMatchObject({ type: 'string', unique: true });
    expect(notUnderstood.join()).toContain('uppercase');
  });
});

describe('what a sentence tells of a record', () => {
  it.each([
    [
      'Attendees have a name. Attendees get a ticket with a unique code. Tickets can be valid, used or refunded.',
      'Ticket',
      'code: string, status: valid|used|refunded, of Attendee',
    ],
    [
      'Deals have a name. Activities (call, meeting, email) are logged against a deal with notes and a due date.',
      'Activity',
      'type: call|meeting|email, notes: text, dueDate: date, of Deal',
    ],
    [
      'Pets have a name. Vets have a name. Vets see pets in visits; each visit has a date and a fee.',
      'Visit',
      'date: date, fee: money, of Vet, of Pet',
    ],
    [
      'Cars have a plate. We have branches where cars are located.',
      'Car',
      'plate: string, of Branch',
    ],
    [
      'Customers (name, date of birth - must be 21 or older, phone).',
      'Customer',
      'name: string, dateOfBirth: date, phone: phone',
    ],
    [
      'I track my houseplants. Each plant has a nickname and the date I bought it.',
      'Plant',
      'nickname: string, boughtOn: date',
    ],
    [
      'Posts have a title, published or draft, and a body.',
      'Post',
      'title: string, status: published|draft, body: text',
    ],
    [
      'A blog has posts (title), authors with a bio and an avatar, categories, and tags.',
      'Author',
      'name: string, bio: text, avatar: string, of Blog',
    ],
  ])('is kept of it: %s', (prompt, name, expected) => {
    expect(read(prompt).things[name]).toBe(expected);
  });
});
