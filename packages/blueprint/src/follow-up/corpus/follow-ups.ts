import type { FollowUpEntry } from './follow-up-entry.ts';

import { moreFollowUps } from './more-follow-ups.ts';

/** Tuned on: written with the reader, and mended until all of them were read. */
export const followUps: readonly FollowUpEntry[] = [
  ...moreFollowUps,
  {
    base: 'invoicing',
    text: 'Add a discount to the invoice, drop the due date',
    expect: ['+ Invoice.discount: percentage, optional', '- Invoice.dueDate'],
  },
  {
    base: 'invoicing',
    text: 'rename customer to client',
    expect: ['> Client: Customer', '> Invoice.client: customer'],
  },
  {
    base: 'library-with',
    text: 'make the isbn optional',
    expect: ['~ Book.isbn: optional, unique'],
  },
  {
    base: 's-support',
    text: 'make the email of the agent optional and not unique',
    expect: ['~ Agent.email: email, optional'],
  },
  {
    base: 'j-apartment',
    text: 'make the email of a tenant required and unique',
    expect: ['~ Tenant.email: email, required, unique'],
  },
  {
    base: 'invoicing',
    text: 'Invoices also have a paid on date and many payments; a payment has an amount and a date.',
    expect: [
      '+ Invoice.paidOn: date, optional',
      '+ Payment: amount (money, required); date (date, required); invoice (belongs-to Invoice, required)',
    ],
  },
  {
    base: 'invoicing',
    text: 'the status can also be cancelled',
    expect: ['~ Invoice.status: enum (draft, sent, paid, cancelled)'],
  },
  {
    base: 'j-apartment',
    text: 'phone is required now, and a property has a country; the default country is Austria',
    expect: ['~ Tenant.phone: required', '+ Property.country: Austria unless given', '?1'],
  },
  {
    base: 'library-with',
    text: 'a book has a rating from 1 to 5',
    expect: ['+ Book.rating: rating, optional'],
  },
  {
    base: 'invoicing',
    text: 'unit price must be at least 0',
    expect: ['~ LineItem.unitPrice: money, required, at least 0'],
  },
  { base: 's-support', text: 'remove the tags', expect: ['?2'] },
  {
    base: 's-support',
    text: 'remove the tags from the ticket',
    expect: ['- Ticket.tags'],
  },
  {
    base: 'shop-bullets',
    text: 'Couriers have a name and a phone. Each order belongs to a courier.',
    expect: [
      '+ Courier: name (string, required); phone (phone, required)',
      '+ Order.courier: belongs-to Courier, optional',
    ],
  },
  { base: 'shop-bullets', text: 'move the total from order to product', expect: ['?2'] },
  {
    base: 'y-equipment',
    text: 'only lab managers may create instruments',
    expect: ['~ Instrument.access: create: labManager; read: researcher, labManager'],
  },
  {
    base: 'y-helpdesk',
    text: 'Agents may delete tickets too.',
    expect: ['~ Ticket.access: delete: agent, admin'],
  },
  {
    base: 'y-equipment',
    text: 'researchers see only their own reservations',
    expect: ['~ Reservation.access: own rows; all of them for labManager', '?0'],
  },
  {
    base: 's-support',
    text: 'split the name of a customer into first and last name',
    expect: ['?1'],
  },
  {
    base: 'invoicing',
    text: 'due date defaults to today',
    expect: ['~ Invoice.dueDate: today unless given'],
  },
  {
    base: 'invoicing',
    text: 'change quantity to decimal',
    expect: ['~ LineItem.quantity: decimal, required'],
  },
  {
    base: 'g-pharmacy',
    text: 'sort out: drop the table Suppliers',
    expect: ['- Supplier', '- Batch.supplier'],
  },
  { base: 'invoicing', text: 'undo', expect: ['!'] },
  { base: 'invoicing', text: 'drop the due dat', expect: ['?1'] },
  { base: 's-support', text: 'drop the email', expect: ['?2'] },
  {
    base: 's-support',
    text: 'Drop the email.\n\nDecided:\nDrop the email of a customer.',
    expect: ['- Customer.email'],
  },
  {
    base: 'hotel',
    text: 'please remove the passport number',
    expect: ['- Guest.passportNumber'],
  },
  {
    base: 'hotel',
    text: 'We no longer need the floor. Guests also have a date of birth and a phone number.',
    expect: ['- Room.floor', '+ Guest.dateOfBirth: date, optional', '+ Guest.phoneNumber: phone'],
  },
  {
    base: 'hotel',
    text: 'add a unique booking code to reservations and call guests visitors',
    expect: [
      '+ Reservation.bookingCode: string, optional, unique',
      '> Visitor: Guest',
      '> Reservation.visitor: guest',
    ],
  },
  {
    base: 'hotel',
    text: 'rename the nightly rate to price per night',
    expect: ['> Room.pricePerNight: nightlyRate'],
  },
  {
    base: 'hotel',
    text: 'add family to the type of the room',
    expect: ['~ Room.type: enum (single, double, suite, family)'],
  },
  {
    base: 'hotel',
    text: 'remove suite from the type',
    expect: ['~ Room.type: enum (single, double)'],
  },
  {
    base: 'hotel',
    text: 'the type of a room is single, double, twin or suite',
    expect: ['~ Room.type: enum (single, double, twin, suite)'],
  },
  {
    base: 'hotel',
    text: 'Number of guests must be between 1 and 4.',
    expect: ['~ Reservation.numberOfGuests: at least 1, at most 4'],
  },
  {
    base: 'hotel',
    text: 'number of guests defaults to 2 and is at most 6',
    expect: ['~ Reservation.numberOfGuests: at most 6, 2 unless given'],
  },
  {
    base: 'hotel',
    text: 'a reservation has many extras, and an extra has a name and a price',
    expect: [
      '+ Extra: name (string, required); price (money, required); reservation (belongs-to Reservation, required)',
    ],
  },
  {
    base: 'e-kanban',
    text: 'cards can have comments with a text and an author',
    expect: ['+ Comment: text (text, required); author (string, required)'],
  },
  {
    base: 'e-kanban',
    text: 'give each card a priority (low, medium, high)',
    expect: ['+ Card.priority: enum (low, medium, high), optional'],
  },
  {
    base: 'e-kanban',
    text: 'the description of a card is required, its title is at most 80 characters long',
    expect: ['~ Card.description: required', '~ Card.title: at most 80 characters', '?1'],
  },
  {
    base: 'e-kanban',
    text: 'limit the title to 120 characters',
    expect: ['~ Card.title: at most 120 characters'],
  },
  { base: 'e-kanban', text: 'Delete the labels table.', expect: ['- Label', '- Card.labels'] },
  {
    base: 'e-kanban',
    text: 'columns should be called lists',
    expect: ['> List: Column', '> Board.lists: columns', '> Card.list: column'],
  },
  { base: 'e-kanban', text: 'make position optional', expect: ['?2'] },
  {
    base: 'crm-stories',
    text: 'deals get a probability in percent',
    expect: ['+ Deal.probability: percentage, optional'],
  },
  {
    base: 'crm-stories',
    text: 'make the phone optional and the email unique',
    expect: ['~ Contact.phone: optional', '~ Contact.email: required, unique'],
  },
  {
    base: 'crm-stories',
    text: 'the owner of a deal is optional',
    expect: ['~ Deal.owner: belongs-to User, optional'],
  },
  {
    base: 'crm-stories',
    text: 'rename value to amount, and stage to phase',
    expect: ['> Deal.amount: value', '> Deal.phase: stage'],
  },
  {
    base: 'crm-stories',
    text: 'add "negotiation" to the stages',
    expect: ['~ Deal.stage: enum (lead, qualified, won, lost, negotiation)'],
  },
  {
    base: 'crm-stories',
    text: 'contacts no longer belong to a company',
    expect: ['- Contact.company'],
  },
  {
    base: 'crm-stories',
    text: 'a contact does not need a phone',
    expect: ['- Contact.phone'],
  },
  {
    base: 'crm-stories',
    text: 'I want to add notes. A note has a text and belongs to a contact.',
    expect: ['+ Note: text (text, required); contact (belongs-to Contact, required)'],
  },
  {
    base: 'crm-stories',
    text: 'website should be optional',
    expect: ['~ Company.website: url, optional'],
  },
];
