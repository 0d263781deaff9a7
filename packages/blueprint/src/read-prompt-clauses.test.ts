import { describe, expect, it } from 'vitest';
import { readInBrief } from './corpus/in-brief.ts';
import { readPrompt } from './read-prompt.ts';

/** `[prompt, the line of one entity as it is read]`. */
const TOLD_IN_CLAUSES: readonly (readonly [string, string])[] = [
  ['Events have a title. Events happen at venues.', 'Event: title | belongs-to Venue'],
  ['A shelf has a letter and is dedicated to a topic.', 'Shelf: letter | belongs-to Topic'],
  [
    'A crate has a code. A clerk has a name. A clerk is responsible for each crate.',
    'Crate: code | belongs-to Clerk',
  ],
  [
    'Tickets have a subject. Tickets are handled by agents who are grouped in teams.',
    'Agent: name | belongs-to Team',
  ],
  [
    'A crate has a code. A crate is given to a clerk who works in a shed.',
    'Clerk: name | belongs-to Shed',
  ],
  [
    'Sites have a name. In every building several meters are installed. A meter has a number.',
    'Meter: number | belongs-to Building',
  ],
  [
    'When a customer brings in a device we open a ticket. A ticket has a date. Devices have a brand.',
    'Ticket: date | belongs-to Customer, belongs-to Device',
  ],
  [
    'When a customer brings in a device we open a ticket. A ticket has a date. Devices have a brand.',
    'Device: brand | belongs-to Customer',
  ],
  [
    'A company has a name. SLA policy per company: response time in hours, resolution time in hours.',
    'SlaPolicy: responseTime, resolutionTime | belongs-to Company',
  ],
  [
    'A park has a name. A park contains inverters. They have a serial number.',
    'Inverter: serialNumber | belongs-to Park',
  ],
  [
    'Objects have a title. Objects are stored in a depot or displayed in an exhibition.',
    'Object: title | belongs-to Depot, belongs-to Exhibition',
  ],
  [
    'Teams have a name. For each goal we need the minute and for which team.',
    'Goal: minute | belongs-to Team',
  ],
  [
    'Dogs have a name. A kennel has a number. A stay is one dog in one kennel from arrival to departure.',
    'Stay: arrival, departure | belongs-to Dog, belongs-to Kennel',
  ],
  [
    'Plots have a number, and in each plot there are rows. A row has a length.',
    'Row: length | belongs-to Plot',
  ],
  [
    'Owner (first name, last name)\nAnimal (name, born on, belongs to Owner)',
    'Animal: name, bornOn | belongs-to Owner',
  ],
  ['cust: name, email.\nbike: brand, colour, of a cust.', 'Bike: brand, colour | belongs-to Cust'],
  [
    'Each family is accompanied by a mentor. Mentors visit families: date, duration, topic.',
    'Visit: date, duration, topic | belongs-to Mentor, belongs-to Family',
  ],
  [
    'A mechanic has a name. An order has a number. We book hours per mechanic and order with the date.',
    'TimeEntry: hours, date | belongs-to Mechanic, belongs-to Order',
  ],
  [
    'A team has a name. A round has a topic. Per team and round we note the points and whether it is final.',
    'RoundTeam: points, final | belongs-to Round, belongs-to Team',
  ],
  [
    'Every cow has an ear tag, which is of course unique, and a breed, and she lives in one of our barns. A barn has a name.',
    'Cow: earTag, breed | belongs-to Barn',
  ],
  [
    'For every wedding (date, venue) we keep track of the guests and the vendors. A guest has a name.',
    'Guest: name | belongs-to Wedding',
  ],
  [
    'Shows have a name. We store the start and the end of the show and whether it is confirmed.',
    'Show: name, start, end, confirmed | ',
  ],
];

describe('what clauses tell of things', () => {
  it.each(TOLD_IN_CLAUSES)('reads %j', (prompt, expected) => {
    expect(readInBrief(prompt)).toContain(expected);
  });

  it('takes the sentence after a deed for what is kept of it', () => {
    const prompt =
      'Villagers have a name. A book has a title. Villagers borrow books for three weeks;';

    expect(readInBrief(`${prompt} we track the borrowing date and the due date.`)).toContain(
      'Borrowing: borrowingDate, dueDate | belongs-to Book, belongs-to Villager',
    );
  });

  it.each([
    'Job openings have a title. Candidates apply to job openings with a CV and a cover letter.',
    'Job openings have a title. As a candidate I want to apply to a job opening with my CV and a cover letter.',
  ])('gives what is handed in to the application: %s', (prompt) => {
    const application = readInBrief(prompt).find((each) => each.startsWith('Application: '));
    expect(application).toContain('cv?, coverLetter | ');
    expect(application).toContain('belongs-to Candidate');
    expect(application).toContain('belongs-to JobOpening');
  });
});

describe('names that stand beside something else', () => {
  it('leaves out how many there are', () => {
    const [donation] = readInBrief(
      'We get many donations, every donation is with amount and date.',
    );

    expect(donation).toMatch(/^Donation: amount, date/);
  });

  it.each([
    [
      'A decision has a date and an outcome (granted, refused, granted with conditions).',
      'outcome',
    ],
    ['A product has a name and allergens (gluten, milk, egg, nuts).', 'allergens'],
    ['A player has a name and a rating number (Elo).', 'ratingNumber'],
    ['A class has a name e.g. "7b" and a room.', 'name, room'],
  ])('reads one value in %j', (prompt, expected) => {
    const [only, second] = readInBrief(prompt);

    expect(only).toContain(expected);
    expect(second).toBeUndefined();
  });

  it('lists examples of things and keeps no values for them', () => {
    const outcome = readPrompt(
      'Families have a name. Families get aid packages such as food or clothes.',
    );

    expect(outcome.ok && outcome.reading.notUnderstood.join(' ')).toMatch(/food.*clothes/);
  });

  it('takes what the speaker has one of for no thing to keep', () => {
    expect(readInBrief('My orchard is split into plots. A plot has a number.')).toEqual([
      'Plot: number | ',
    ]);
  });

  it('takes a title above labelled lines for no thing', () => {
    const prompt = 'Homeowners portal\nUnits: number, floor, area\nOwners: name, email, phone';

    expect(readInBrief(prompt)).toEqual([
      'Unit: number, floor, area | ',
      'Owner: name, email, phone | ',
    ]);
  });

  it('reads a table whose head does not say that it lists things', () => {
    const prompt = [
      '| Thing | What we store |',
      '|---|---|',
      '| Teacher | name, email, room |',
      '| Pupil | first name, last name, birthday |',
      '| Absence | pupil, from, to, excused yes/no |',
    ].join('\n');

    expect(readInBrief(prompt)).toEqual([
      'Teacher: name, email, room | ',
      'Pupil: firstName, lastName, birthday | ',
      'Absence: from, to, excused | belongs-to Pupil',
    ]);
  });
});
