import { describe, expect, it } from 'vitest';
import { readPrompt } from './read-prompt.ts';

function read(prompt: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { blueprint, notUnderstood, assumptions } = outcome.reading;
  const entity = (name: string) => {
    const found = blueprint.entities.find((each) => each.name === name);
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  };
  const fields = (name: string) => entity(name).fields.map((field) => field.name);
  const ties = (name: string) =>
    entity(name).relations.map(({ kind, target }) => `${kind} ${target}`);
  return { blueprint, notUnderstood, assumptions, entity, fields, ties };
}

describe('what users do with a thing', () => {
  it('is kept as a remark about it, whoever makes it', () => {
    const { ties, notUnderstood } = read(
      'A project contains issues; an issue has a title. Users can comment on issues.',
    );

    expect(ties('Comment')).toEqual(['belongs-to Issue']);
    expect(notUnderstood).toEqual([]);
  });

  it('keeps what is told of the remark', () => {
    const { fields, notUnderstood } = read(
      'A product has a name. Users can review products with a rating from 1 to 5 and a text.',
    );

    expect([fields('Review'), fields('Product'), notUnderstood]).toEqual([
      ['rating', 'text'],
      ['name'],
      [],
    ]);
  });

  it('says how far a rating goes', () => {
    const { entity, notUnderstood } = read(
      'A recipe has a title. Users can rate recipes from 1 to 10.',
    );

    expect(entity('Rating').fields).toMatchObject([{ name: 'rating', type: 'rating', max: 10 }]);
    expect(notUnderstood).toEqual([]);
  });

  it('ties the users where they are kept themselves', () => {
    const { ties } = read('Users have a handle. A post has a text. Users like posts.');

    expect(ties('User')).toContain('many-to-many Post');
  });

  it.each(['create', 'log', 'record', 'save', 'upload'])(
    'is what everybody can do where nobody signs in: %s',
    (verb) => {
      expect(read(`Users ${verb} workouts. A workout has a date.`).notUnderstood).toEqual([]);
    },
  );
});

describe('a thing of which nothing told says which one it is', () => {
  it('has a name nevertheless, and a person can take that back', () => {
    const prompt = 'Patients book appointments with doctors. Doctors have a specialty.';
    const { fields, assumptions } = read(prompt);
    const answer = assumptions.find(({ path }) => path === 'Doctor.name')?.answers[0]?.sentence;

    expect(fields('Doctor')).toEqual(['name', 'specialty']);
    expect(answer).toBe('A doctor has nothing else than what is told.');
    expect(read(`${prompt}\n\nDecided: ${answer}`).fields('Doctor')).toEqual(['specialty']);
  });

  it('has a title where such things have one', () => {
    expect(read('Albums contain tracks with a duration.').fields('Track')).toEqual([
      'title',
      'duration',
    ]);
  });

  it.each(['A table has a number and seats.', 'A coupon has a unique token and a discount.'])(
    'is none that is known by something else: %s',
    (prompt) => {
      const { blueprint } = read(prompt);

      expect(blueprint.entities[0]?.fields.map(({ name }) => name)).not.toContain('name');
    },
  );
});

describe('a total that is computed', () => {
  const order =
    'An order has many order items; an order item has a quantity and a unit price. An order has a number.';

  it('is the sum of its rows, which come to quantity times price', () => {
    const { entity, notUnderstood } = read(`${order} The order total is computed.`);
    const computed = (name: string) =>
      entity(name).fields.flatMap(({ name, computed }) => (computed ? [{ name, computed }] : []));

    expect(computed('OrderItem')).toEqual([
      { name: 'total', computed: { kind: 'product', of: ['quantity', 'unitPrice'] } },
    ]);
    expect(computed('Order')).toEqual([
      { name: 'total', computed: { kind: 'total', of: 'orderItems', field: 'total' } },
    ]);
    expect(notUnderstood).toEqual([]);
  });

  it('is listed where there is nothing to add up', () => {
    const { notUnderstood } = read('An invoice has a number. The total is computed.');

    expect(notUnderstood.join()).toContain('is computed');
  });
});

describe('what cannot be booked twice at the same time', () => {
  it('is taken by one of those that begin together, where a booking has no end', () => {
    const { entity, notUnderstood } = read(
      "A room has a name. A booking has a room, a date and a time. A room can't be booked twice at the same time.",
    );

    expect(entity('Booking').uniqueTogether).toEqual([['room', 'date', 'time']]);
    expect(notUnderstood).toEqual([]);
  });

  it('is listed where a booking that was cancelled would keep others out', () => {
    const { entity, notUnderstood } = read(
      "A room has a name. A booking has a room, a date, a time and a status (booked, cancelled). A room can't be booked twice at the same time.",
    );

    expect(entity('Booking').uniqueTogether).toBeUndefined();
    expect(notUnderstood.join()).toContain('booked twice');
  });
});

describe('what only its author may do', () => {
  it.each([
    'Messages can be edited and deleted by their author only.',
    'Only the author can edit or delete a message.',
  ])('leaves the row for others to read: %s', (rule) => {
    const { entity, notUnderstood } = read(`Users post messages. A message has a text. ${rule}`);

    expect(entity('Message').access).toMatchObject({ rows: 'own', readsAll: ['user', 'admin'] });
    expect(notUnderstood).toEqual([]);
  });
});

it('ties who joins with what is joined', () => {
  const { ties } = read('Students join clubs. A club has a name.');

  expect(ties('Student')).toEqual(['many-to-many Club']);
});

it.each(['m2', 'm²', 'sqm', 'sq ft', 'square metres'])('measures an area in %s', (unit) => {
  const { entity, notUnderstood } = read(`A flat has a name, an area in ${unit} and photos.`);

  expect(entity('Flat').fields).toMatchObject([
    { name: 'name' },
    { name: 'area', type: 'decimal' },
    {},
  ]);
  expect(notUnderstood).toEqual([]);
});

it('tells what users do apart from the list before it', () => {
  const { ties } = read('Albums contain tracks with a title, users create playlists of tracks.');

  expect(ties('Album')).toEqual(['has-many Track']);
  expect(ties('Playlist')).toEqual(['many-to-many Track']);
});

it('takes no deed for a thing', () => {
  const { blueprint, notUnderstood } = read(
    'Agents reply to tickets and close them. A ticket has a subject.',
  );

  expect(blueprint.entities.map(({ name }) => name)).toEqual(['Agent', 'Ticket']);
  expect(notUnderstood.join()).toContain('close them');
});

it('keeps a room free of two reservations with check-in and check-out dates', () => {
  const { entity } = read(
    'Rooms have a number. Guests make reservations for a room with check-in and check-out dates. No overlapping reservations for the same room.',
  );

  expect(entity('Reservation').rules).toMatchObject([{ kind: 'no-overlap', per: ['room'] }]);
});

it('lets stand alone what can be put somewhere, and knows numbers and addresses', () => {
  const { entity, fields } = read(
    'An address book: contacts with a name, several phone numbers and several email addresses. Contacts can be put in groups.',
  );

  expect(entity('Contact').relations.find(({ target }) => target === 'Group')?.required).toBe(
    false,
  );
  expect([fields('PhoneNumber'), fields('EmailAddress')]).toEqual([
    ['number', 'label'],
    ['address', 'label'],
  ]);
});

it('has no second thing for what a prompt describes itself', () => {
  const { blueprint } = read(
    'A marketplace where sellers list items with a title, description, price and images, and buyers place orders.',
  );

  expect(blueprint.entities.map(({ name }) => name)).toEqual(['Seller', 'Item', 'Buyer', 'Order']);
});
