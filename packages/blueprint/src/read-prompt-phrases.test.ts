import { describe, expect, it } from 'vitest';
import { readInBrief } from './corpus/in-brief.ts';
import { readPrompt } from './read-prompt.ts';

describe('what records a deed', () => {
  it('is told of beside the deed, or after a colon', () => {
    expect(
      readInBrief(
        'Players have a nickname. Quizzes have a title. Players play quizzes and every attempt stores the score.',
      ),
    ).toContain('Attempt: score | belongs-to Player, belongs-to Quiz');
    expect(
      readInBrief(
        'Rows have a number. Pickers harvest rows: a harvest records the date. Pickers have a name.',
      ),
    ).toContain('Harvest: date | belongs-to Picker, belongs-to Row');
  });

  it('is what a passive deed with values or a noun of its own speaks of', () => {
    expect(
      readInBrief(
        'A berth has a number. A berth is reserved by a skipper from an arrival to a departure. Skippers have a name.',
      ),
    ).toContain('Reservation: arrival, departure | belongs-to Berth, belongs-to Skipper');
    expect(
      readInBrief(
        'Bikes have a brand. Mechanics have a name. Repairs: received on, mechanic, bike. Bikes are repaired by mechanics.',
      ),
    ).toEqual([
      'Bike: brand | ',
      'Mechanic: name | ',
      'Repair: receivedOn | belongs-to Mechanic, belongs-to Bike',
    ]);
  });

  it('is named per deed, or given after it', () => {
    expect(
      readInBrief(
        'Drivers (name), vehicles (plate), a driver drives one vehicle per shift, shifts have a start and an end.',
      ),
    ).toContain('Shift: start, end | belongs-to Driver, belongs-to Vehicle');
    expect(
      readInBrief(
        'Animals have a name. Customers buy animals, we need the date of purchase. Customers have a name.',
      ),
    ).toContain('Purchase: dateOfPurchase | belongs-to Animal, belongs-to Customer');
  });
});

describe('pronouns and questions', () => {
  it('finds the things that "them" and "its" mean', () => {
    expect(
      readInBrief(
        'Our two shops have a name, and every order is picked up at one of them. An order has a date.',
      ),
    ).toEqual(['Shop: name | ', 'Order: date | belongs-to Shop']);
    expect(
      readInBrief(
        'A concert has a date; its programme is made up of several pieces in a fixed order. Pieces have a title.',
      ),
    ).toEqual(['Concert: date | many-to-many Piece', 'Piece: title | many-to-many Concert']);
  });

  it('takes what is asked for as what is kept', () => {
    expect(
      readInBrief(
        'Customers have a name. For every job I want to know who the customer is, what the problem is, how urgent it is (today, this week) and on which day we go there.',
      ),
    ).toContain('Job: problem, urgent, day | belongs-to Customer');
    expect(
      readInBrief(
        'Buses have a number, and we also want to know their capacity and whether they are accessible.',
      ),
    ).toEqual(['Bus: number, capacity, accessible | ']);
    expect(
      readInBrief('Customers call us. We need to write down their name and their phone number.'),
    ).toEqual(['Customer: name, phoneNumber | ']);
  });

  it('counts what was used of each', () => {
    expect(
      readInBrief(
        'Jobs have a date. Materials have a name. For each job we note which materials were used and how many.',
      ),
    ).toContain('JobMaterial: quantity | belongs-to Job, belongs-to Material');
  });
});

describe('values in other words', () => {
  it.each([
    ['A screening begins at a given time and has a title.', 'Screening: beginsAt, title | '],
    ['Agreements are valid from a date to a date.', 'Agreement: validFrom, validUntil | '],
    [
      'Educators are employed since a certain date and have a name.',
      'Educator: employedSince, name | ',
    ],
    ['A matter has a title and the date on which it was opened.', 'Matter: title, openedOn | '],
    ['Jobs have a title and a salary range (from and to).', 'Job: title, salaryFrom, salaryTo | '],
    ['A lot has a title and a hammer price once it is sold.', 'Lot: title, hammerPrice? | '],
    ['An invoice has a total and a tick when it has been paid.', 'Invoice: total, paid | '],
    [
      'A product has a name and a checkbox whether it contains nuts.',
      'Product: name, containsNuts | ',
    ],
    ['Every course has a title and is rated from 1 to 5.', 'Course: title, rating | '],
    [
      'A delivery has a date, delivered or not, and a weight.',
      'Delivery: date, delivered, weight | ',
    ],
    ['Films are characterised through title and distributor.', 'Film: title, distributor | '],
    ['Cages have a number and a size (small medium large).', 'Cage: number, size | '],
  ])('reads "%s"', (prompt, entity) => {
    expect(readInBrief(prompt)).toEqual([entity]);
  });

  it('takes a dash or "at first" behind the values for the one it starts with', () => {
    const outcome = readPrompt(
      'Applications have a name and a status: submitted, nominated or rejected - submitted at first.',
    );
    expect(outcome.ok && outcome.reading.blueprint.entities[0]?.fields[1]).toMatchObject({
      values: ['submitted', 'nominated', 'rejected'],
      default: 'submitted',
    });
  });

  it('puts what is known of somebody into brackets', () => {
    expect(
      readInBrief(
        'Each parcel is checked by an officer, of whom we keep the name and the badge number. Parcels have a code.',
      ),
    ).toEqual(['Parcel: code | belongs-to Officer', 'Officer: name, badgeNumber | ']);
  });

  it('does not keep why, how often or in which order', () => {
    const outcome = readPrompt(
      'Jobs have a date and a title, because everything lives in my head. Clients have a name.',
    );
    expect(outcome.ok && outcome.reading.blueprint.entities.map(({ name }) => name)).toEqual([
      'Job',
      'Client',
    ]);
    expect(outcome.ok && outcome.reading.notUnderstood.join(' ')).toContain('my head');
  });
});

describe('who belongs to what', () => {
  it.each([
    [
      'Apiaries (name), hives (number) that stand in an apiary.',
      'Hive: number | belongs-to Apiary',
    ],
    ['Drivers have a name. Damages: cost, reported by driver.', 'Damage: cost | belongs-to Driver'],
    [
      'Applications have a text. When an application was successful there is a stay with an arrival date.',
      'Stay: arrivalDate | belongs-to Application',
    ],
    [
      'Children have a name. Attendance: per child and day, we note the arrival time.',
      'Attendance: day, arrivalTime | belongs-to Child',
    ],
    ['Books have a title and a publisher, which has a name.', 'Book: title | belongs-to Publisher'],
    [
      'Tournaments\n- title\n- participants: members\n\nMembers\n- name\n- email',
      'Tournament: title | many-to-many Member',
    ],
    ['floor (level) -> rooms (seats) -> bookings (title)', 'Booking: title | belongs-to Room'],
    [
      'Lawyers have a name. Time spent is written down as entries: the lawyer and the number of minutes.',
      'Entry: numberOfMinutes | belongs-to Lawyer',
    ],
    [
      'As a clerk I can assign a ticket to a technician. Tickets have a subject. Technicians have a name.',
      'Ticket: subject | belongs-to Technician',
    ],
    [
      'As a clerk I can record the assets of an employee: a tag and a type. Employees have a name.',
      'Asset: tag, type | belongs-to Employee',
    ],
    [
      'As a clerk I can sort items into categories. Items have a title. Categories have a name.',
      'Item: title | belongs-to Category',
    ],
  ])('reads "%s"', (prompt, entity) => {
    expect(readInBrief(prompt)).toContain(entity);
  });

  it('leaves out the organisation that speaks in the first sentence', () => {
    expect(
      readInBrief(
        'A film festival shows films in cinemas. Films have a title. Cinemas have a name. A cinema has many halls.',
      ),
    ).not.toContain(expect.stringMatching(/^FilmFestival/));
  });

  it('takes the misspelt name for the one that is said more often', () => {
    expect(
      readInBrief('Vehciles have a plate. Fuelings: vehicle, date. Damages: vehicle, cost.'),
    ).toEqual(expect.arrayContaining(['Vehicle: plate | ', 'Fueling: date | belongs-to Vehicle']));
  });
});
