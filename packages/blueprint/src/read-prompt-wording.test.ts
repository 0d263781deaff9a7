import { describe, expect, it } from 'vitest';
import { readInBrief } from './corpus/in-brief.ts';
import { readPrompt } from './read-prompt.ts';

function readingOf(prompt: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.reading;
}

function fieldOf(prompt: string, entity: string, field: string) {
  const { entities } = readingOf(prompt).blueprint;
  return entities.find(({ name }) => name === entity)?.fields.find(({ name }) => name === field);
}

describe('a deed whose values stand apart', () => {
  it.each([
    [
      'Customers (name) rent boats (name, daily rate) from a start date to an end date.',
      'Boat: name, dailyRate | ',
    ],
    ['Rent boats (name, daily rate) from a start date to an end date.', 'Boat: name, dailyRate | '],
  ])('%s', (prompt, boat) => {
    const read = readInBrief(prompt);

    expect(read).toContain(boat);
    expect(read.join()).toMatch(/Rental: startDate, endDate \| belongs-to Boat/);
  });
});

describe('what a wish names', () => {
  it.each([
    [
      'As a lawyer I can open a case for a client, with a number and a title.',
      'Case: number, title | belongs-to Client',
    ],
    [
      'As a clerk I can book an appointment for a client with a doctor, giving a date and a reason.',
      'Appointment: date, reason | belongs-to Client, belongs-to Doctor',
    ],
    [
      'As a lawyer I can add cases with a title. As a lawyer I can log my hours on a case with a date and a rate.',
      'TimeEntry: date, rate | belongs-to Case, belongs-to Lawyer',
    ],
    [
      'As an editor I can add songs with a title. As an editor I can add shows with a name. As an editor I can link a song to a show.',
      'Show: name | many-to-many Song',
    ],
    ['We sell flowers with a name and a price.', 'Flower: name, price | '],
  ])('%s', (prompt, line) => {
    expect(readInBrief(prompt)).toContain(line);
  });
});

describe('what is told of two things together', () => {
  it.each([
    [
      'Parcels have a weight. Products have a name. For each product in a parcel we note the quantity.',
      'ParcelProduct: quantity | belongs-to Parcel, belongs-to Product',
    ],
    [
      'Episodes have a title. Tracks have an artist. Store the position of every track in an episode.',
      'EpisodeTrack: position | belongs-to Episode, belongs-to Track',
    ],
    [
      'Scenes have a number. Characters have a name. Several characters appear in a scene and a character appears in more than one.',
      'Scene: number | many-to-many Character',
    ],
    [
      'Trials have a title. Sites have a city. A trial runs at several sites, and a site takes part in several trials.',
      'Trial: title | many-to-many Site',
    ],
    [
      'Boats (name, class) enter regattas with a crew size and a start time. Regattas have a title.',
      'Entry: crewSize, startTime | belongs-to Regatta, belongs-to Boat',
    ],
  ])('%s', (prompt, line) => {
    expect(readInBrief(prompt)).toContain(line);
  });
});

describe('where a thing is or to whom it is given', () => {
  it.each([
    [
      'Scenes have a number. Each scene is shot at one location (name, address).',
      'Scene: number | belongs-to Location',
    ],
    [
      'Households have a name. A parcel has a weight and is handed out to a household.',
      'Parcel: weight | belongs-to Household',
    ],
    [
      'Sites have a city. Trials have a title. Patients: code, enrolled at one site, in one trial.',
      'Patient: code | belongs-to Site, belongs-to Trial',
    ],
    [
      'Owners have a name. Invoices go to an owner monthly, with a month and a total.',
      'Invoice: month, total | belongs-to Owner',
    ],
  ])('%s', (prompt, line) => {
    expect(readInBrief(prompt)).toContain(line);
  });
});

describe('lists', () => {
  it.each([
    ['Camps have a name, a from, a to and a fee.', 'Camp: name, from, to, fee | '],
    ['Invoice: number, either open or paid, total', 'Invoice: number, status, total | '],
    [
      'Persons have a name. A marriage is between two persons and has a date.',
      'Marriage: date | belongs-to Person, belongs-to Person',
    ],
    [
      'Movers (name) are assigned to moves (date) with a role: driver, packer.',
      'Assignment: role | belongs-to Move, belongs-to Mover',
    ],
    [
      'Team: name, size\nVoucher: code, unique; value in euros; valid until; redeemed by a team (optional)',
      'Voucher: code, value, validUntil | belongs-to Team',
    ],
    [
      'Suppliers\n- name\n\nGreen coffees - what we buy\n- name\n- supplier\n- stock in kg, never below 0',
      'GreenCoffee: name, stock | belongs-to Supplier',
    ],
    [
      'Member: name, email\nTraining: held on, trainer -> Member',
      'Training: heldOn | belongs-to Member',
    ],
    [
      'Organisation: name, country\nTrial: title, sponsor: the organisation that pays for it',
      'Trial: title | belongs-to Organisation',
    ],
    [
      'Room: name, minutes to escape, needs training (boolean)',
      'Room: name, minutesToEscape, needsTraining | ',
    ],
    ['Tank: no. unique, cap. litres. Batch: code, planted yr, qty kg', 'Tank: number, capacity | '],
  ])('%s', (prompt, line) => {
    expect(readInBrief(prompt)).toContain(line);
  });

  it('lists what the cells of a table say, and no name of a column', () => {
    const prompt =
      '| entity | field | type | remarks |\n|---|---|---|---|\n| find | material | bone, metal, glass | |\n| find | weight | decimal | grams, optional |';

    expect(readInBrief(prompt)).toEqual(['Find: material, weight? | ']);
    expect(fieldOf(prompt, 'Find', 'material')).toMatchObject({
      values: ['bone', 'metal', 'glass'],
    });
    expect(readingOf(prompt).notUnderstood).toEqual([]);
  });
});

describe('what is said of a value', () => {
  it.each([
    [
      'Loans have a date and, once returned, a return date.',
      'Loan',
      'returnDate',
      { required: false },
    ],
    [
      'Lessons have a date and how many minutes it took.',
      'Lesson',
      'numberOfMinutes',
      { type: 'integer' },
    ],
    ['Lessons have a date and how long it took.', 'Lesson', 'duration', {}],
    ['Cases have a title and the date it was opened.', 'Case', 'openedOn', { type: 'date' }],
    [
      'Races have a name and a limit of participants.',
      'Race',
      'limitOfParticipants',
      { type: 'integer' },
    ],
    ['Members: name, email - must be unique, joined on', 'Member', 'email', { unique: true }],
    ['Cars have a plate (no two cars share it) and a make.', 'Car', 'plate', { unique: true }],
    ['Cars have a make and a plate that nobody else has.', 'Car', 'plate', { unique: true }],
    [
      'Dogs have a name and whether it gets on with cats.',
      'Dog',
      'getsOnWithCats',
      { type: 'boolean' },
    ],
    [
      'Claims have a message and a status, open by default, otherwise approved or rejected.',
      'Claim',
      'status',
      { values: ['open', 'approved', 'rejected'], default: 'open' },
    ],
    [
      'Inspections have a date and a result (ok, minor defects, out of service).',
      'Inspection',
      'result',
      { values: ['ok', 'minor defects', 'out of service'] },
    ],
  ])('%s', (prompt, entity, field, said) => {
    expect(fieldOf(prompt, entity, field)).toMatchObject(said);
  });

  it('keeps a value whose condition comes first with the thing spoken of', () => {
    expect(
      readInBrief(
        'Cars have a plate. An exam is either theory or practical, has a date and a score.',
      ),
    ).toEqual(['Car: plate | ', 'Exam: status, date, score | ']);
  });
});

describe('uniqueness within something that a thing does not belong to', () => {
  it.each([
    ['Invoices have a number, unique per customer, and a date.', 'unique per customer'],
    ['Users have an email that must be unique within a tenant.', 'must be unique within a tenant.'],
  ])('is listed with its reason: %s', (prompt, said) => {
    const { blueprint, notUnderstood } = readingOf(prompt);

    expect(notUnderstood).toContain(`${said} (it is not told that it belongs to that)`);
    expect(
      blueprint.entities.flatMap(({ fields }) => fields).filter(({ unique }) => unique),
    ).toEqual([]);
  });
});
