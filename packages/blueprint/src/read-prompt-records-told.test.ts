import { describe, expect, it } from 'vitest';
import { readInBrief } from './corpus/in-brief.ts';
import { readPrompt } from './read-prompt.ts';

function notUnderstood(prompt: string): readonly string[] {
  const outcome = readPrompt(prompt);
  return outcome.ok ? outcome.reading.notUnderstood : [outcome.refusal.code];
}

describe('records told in words of their own', () => {
  it.each([
    [
      'A permit shows the zone (A, B or C), the licence plate, valid from and valid until.',
      ['Permit: zone, licencePlate, validFrom, validUntil | '],
    ],
    [
      'A contract says the start date and the notice period in weeks.',
      ['Contract: startDate, noticePeriod | '],
    ],
    ['A label bears a code and a weight.', ['Label: code, weight | ']],
  ])('has what it shows, says or bears: %s', (prompt, entities) => {
    expect(readInBrief(prompt)).toEqual(entities);
    expect(notUnderstood(prompt)).toEqual([]);
  });

  it('keeps things of which each belongs to one of the others', () => {
    const prompt =
      'We want to keep clients, the policies of each client and the claims on each policy.';
    expect(readInBrief(prompt)).toEqual([
      'Client: name | ',
      'Policy: name | belongs-to Client',
      'Claim: name | belongs-to Policy',
    ]);
  });

  it('keeps nothing of who speaks', () => {
    expect(
      readInBrief('Our law office keeps clients and matters. A client has a tax number.'),
    ).toEqual(['Client: taxNumber | ', 'Matter: name | ']);
  });

  it('gives several of what stands before the colon to each', () => {
    const prompt =
      'Restaurants have a city.\nFridges: each restaurant has several, with a label and a maximum temperature.';
    expect(readInBrief(prompt)).toEqual([
      'Restaurant: city | ',
      'Fridge: label, maximumTemperature | belongs-to Restaurant',
    ]);
  });

  it('keeps the one who does something as somebody', () => {
    expect(readInBrief('Each job has one technician and a title.')).toEqual([
      'Job: title | belongs-to Technician',
      'Technician: name | ',
    ]);
  });

  it('has what there is with each, and who is in charge', () => {
    expect(
      readInBrief('With every client we have contracts. A contract has a start date.'),
    ).toEqual(['Client: name | ', 'Contract: startDate | belongs-to Client']);
    const group = 'A group has a name and an age range, and one educator is in charge of it.';
    expect(readInBrief(group)).toEqual([
      'Group: name, ageRange | belongs-to Educator',
      'Educator: name | ',
    ]);
  });

  it.each([
    ['subscriber list for our magazine: name, email', ['Subscriber: name, email | ']],
    ['member register of the club: name, joined on', ['Member: name, joinedOn | ']],
  ])('keeps what a list is of, and not whose: %s', (prompt, entities) => {
    expect(readInBrief(prompt)).toEqual(entities);
  });

  it('keeps nothing of the frame of a letter', () => {
    const prompt =
      'Subject: software for our nursery\n\nWe keep children. A child has a name.\n\nKind regards,\nPetra';
    expect(readInBrief(prompt)).toEqual(['Child: name | ']);
  });
});

describe('what is said as people talk', () => {
  it.each([
    ['For the houses we only need the street and the postcode.', ['House: street, postcode | ']],
    [
      'customer: name email passport nr nationality',
      ['Customer: name, email, passportNumber, nationality | '],
    ],
    [
      'Every damage is fixed by one craftsman, of whom we have the company name and the trade. A damage has a title.',
      ['Damage: title | belongs-to Craftsman', 'Craftsman: companyName, trade | '],
    ],
    [
      'A household has a name. There is also a comment, which mostly stays empty.',
      ['Household: name, comment? | '],
    ],
    [
      'Every day we write down the attendance of a child, with the date and the arrival time.',
      ['Attendance: date, arrivalTime | belongs-to Child', 'Child: name | '],
    ],
    [
      'Food comes from donors, mostly supermarkets and bakeries. For a donor we keep the name.',
      ['Food: name | belongs-to Donor', 'Donor: name | '],
    ],
    [
      'One of our volunteers packs each parcel. A parcel has a size. Volunteers have a name.',
      ['Parcel: size | belongs-to Volunteer', 'Volunteer: name | '],
    ],
    ['A damage has a title. One photo per damage would be nice too.', ['Damage: title, photo? | ']],
    ['Each part in our store has a part number.', ['Part: partNumber | ']],
  ])('is read like a specification: %s', (prompt, entities) => {
    expect(readInBrief(prompt)).toEqual(entities);
  });
});

describe('a table that is set in spaces', () => {
  it('is read as one with bars', () => {
    const table = `Quality control

table        columns
-----        -------
product      article no, name
batch        batch no, product, produced on

Inspectors have a name.`;
    expect(readInBrief(table)).toEqual([
      'Product: articleNo, name | ',
      'Batch: batchNo, producedOn | belongs-to Product',
      'Inspector: name | ',
    ]);
  });

  it('is a table of members under the thing that they are of', () => {
    const table = `Member

column       type       notes
---------    -------    ---------
name         text       required
joined on    date
email        email      unique`;
    expect(readInBrief(table)).toEqual(['Member: name, joinedOn, email | ']);
  });
});
