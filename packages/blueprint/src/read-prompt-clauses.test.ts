import { describe, expect, it } from 'vitest';
import { readInBrief } from './corpus/in-brief.ts';

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
    expect(readInBrief(prompt)).toContain(
      'Application: cv, coverLetter | belongs-to Candidate, belongs-to JobOpening',
    );
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
