import type { FollowUpEntry } from './follow-up-entry.ts';

/** Written as a whole and measured before any rule was made for it (30 of 51); tuned on afterwards. */
export const followUpsB: readonly FollowUpEntry[] = [
  {
    base: 'invoicing',
    text: 'Could you please add a phone number and an address to the customers?',
    expect: ['+ Customer.phoneNumber: phone, optional', '+ Customer.address: string, optional'],
  },
  {
    base: 'invoicing',
    text: 'Invoices should have a total',
    expect: ['+ Invoice.total: money, optional'],
  },
  {
    base: 'invoicing',
    text: "I'd like invoices to have a currency",
    expect: ['+ Invoice.currency: string, optional'],
  },
  {
    base: 'invoicing',
    text: 'we also need a description on the line items',
    expect: ['+ LineItem.description: text, optional'],
  },
  {
    base: 'invoicing',
    text: 'rename unit price -> price',
    expect: ['> LineItem.price: unitPrice'],
  },
  {
    base: 'invoicing',
    text: 'status: add overdue',
    expect: ['~ Invoice.status: enum (draft, sent, paid, overdue)'],
  },
  {
    base: 'invoicing',
    text: 'the status should also include overdue and void',
    expect: ['~ Invoice.status: enum (draft, sent, paid, overdue, void)'],
  },
  {
    base: 'invoicing',
    text: 'an invoice may have no due date',
    expect: ['~ Invoice.dueDate: date, optional'],
  },
  {
    base: 'invoicing',
    text: "the due date isn't required",
    expect: ['~ Invoice.dueDate: optional'],
  },
  {
    base: 'invoicing',
    text: 'number must be unique across all invoices',
    expect: ['~ Invoice.number: required, unique'],
  },
  {
    base: 'invoicing',
    text: 'no two invoices may have the same number',
    expect: ['~ Invoice.number: required, unique'],
  },
  {
    base: 'invoicing',
    text: "quantity can't be less than 1",
    expect: ['~ LineItem.quantity: at least 1'],
  },
  {
    base: 'invoicing',
    text: 'quantity should never exceed 999',
    expect: ['~ LineItem.quantity: at most 999'],
  },
  {
    base: 'invoicing',
    text: 'customers must have a name',
    expect: ['+ Customer.name: string, optional'],
  },
  { base: 'invoicing', text: 'get rid of line items entirely', expect: ['- LineItem'] },
  { base: 'invoicing', text: 'line items are no longer needed', expect: ['- LineItem'] },
  {
    base: 'invoicing',
    text: 'store the VAT number of the customer',
    expect: ['+ Customer.vatNumber: string, optional'],
  },
  {
    base: 'invoicing',
    text: 'An invoice is created by a user; users have a name.',
    expect: ['+ User: name (string, required)', '+ Invoice.user: belongs-to User, optional'],
  },
  {
    base: 'invoicing',
    text: 'set number to at most 20 characters',
    expect: ['~ Invoice.number: at most 20 characters'],
  },
  {
    base: 'invoicing',
    text: 'the due date should be a date and time',
    expect: ['~ Invoice.dueDate: datetime, required'],
  },
  {
    base: 'invoicing',
    text: 'default status: draft',
    expect: ['~ Invoice.status: draft unless given'],
  },
  {
    base: 'invoicing',
    text: 'new invoices start as draft',
    expect: ['~ Invoice.status: draft unless given'],
  },
  {
    base: 'invoicing',
    text: 'Let customers have several addresses, each with a street, a city and a zip code',
    expect: [
      '+ Address: street (string, required); city (string, required); zipCode (string, required)',
    ],
  },
  {
    base: 'hotel',
    text: 'Instead of a floor, rooms have a building',
    expect: ['- Room.floor', '+ Room.building: string, optional'],
  },
  { base: 'hotel', text: 'replace floor by building', expect: ['?2'] },
  {
    base: 'hotel',
    text: 'The check-in date must be before the check-out date.',
    expect: ['+ Reservation.rules: checkInDate is before checkOutDate'],
  },
  { base: 'hotel', text: 'the room type is optional', expect: ['~ Room.type: optional'] },
  {
    base: 'hotel',
    text: 'guests: add nationality, drop passport number',
    expect: ['+ Guest.nationality: string, optional', '- Guest.passportNumber'],
  },
  {
    base: 'hotel',
    text: 'for rooms, add a view (sea, garden, street)',
    expect: ['+ Room.view: enum (sea, garden, street), optional'],
  },
  {
    base: 'hotel',
    text: 'rooms get amenities',
    expect: ['+ Amenity: name', '+ Room.amenities: many-to-many Amenity'],
  },
  {
    base: 's-support',
    text: 'the customer of a ticket is optional and the agent is required',
    expect: ['~ Ticket.customer: optional', '~ Ticket.agent: required', '?1'],
  },
  {
    base: 's-support',
    text: 'urgent is no longer a priority',
    expect: ['~ Ticket.priority: enum (low, normal, high)'],
  },
  { base: 'hotel', text: 'email of guests unique please', expect: ['~ Guest.email: unique'] },
  { base: 'hotel', text: 'Change type to category', expect: ['> Room.category: type'] },
  {
    base: 'hotel',
    text: 'nightly rate: between 10 and 5000',
    expect: ['~ Room.nightlyRate: at least 10, at most 5000'],
  },
  {
    base: 'hotel',
    text: "let's call reservations bookings",
    expect: [
      ...[
        '> Booking: Reservation',
        '> Room.bookings: reservations',
        '> Guest.bookings: reservations',
      ],
    ],
  },
  { base: 'hotel', text: 'a room can have a photo', expect: ['+ Room.photo: image, optional'] },
  { base: 'hotel', text: 'delete guest.email', expect: ['- Guest.email'] },
  {
    base: 'hotel',
    text: 'make Guest.email unique',
    expect: ['~ Guest.email: email, required, unique'],
  },
  { base: 'd-hr', text: 'hired on is not needed any more', expect: ['- Employee.hiredOn'] },
  {
    base: 'd-hr',
    text: 'personal email becomes required',
    expect: ['~ Employee.personalEmail: email, required', '?1'],
  },
  {
    base: 'd-hr',
    text: 'every position needs a level from 1 to 10',
    expect: ['+ Position.level: integer, optional, at least 1, at most 10'],
  },
  {
    base: 'd-hr',
    text: 'the type of a leave request can also be parental or study',
    expect: ['~ LeaveRequest.type: enum (vacation, sick, unpaid, parental, study)'],
  },
  {
    base: 'd-hr',
    text: 'employees no longer have a supervisor',
    expect: ['- Employee.supervisor'],
  },
  { base: 'd-hr', text: 'an employee can work in several departments', expect: ['!'] },
  {
    base: 's-support',
    text: 'Add a due date to tickets, required, default today',
    expect: ['+ Ticket.dueDate: date, required, today unless given'],
  },
  {
    base: 's-support',
    text: 'agents may have a phone',
    expect: ['+ Agent.phone: phone, optional'],
  },
  {
    base: 's-support',
    text: 'remove normal from the list of priorities',
    expect: ['~ Ticket.priority: enum (low, high, urgent)'],
  },
  {
    base: 's-support',
    text: 'subject max 100 chars',
    expect: ['~ Ticket.subject: at most 100 characters'],
  },
  { base: 's-support', text: "drop the ticket's body", expect: ['- Ticket.body'] },
  {
    base: 's-support',
    text: 'company is now required for customers',
    expect: ['~ Customer.company: required', '?1'],
  },
  {
    base: 'y-helpdesk',
    text: 'only admins may delete comments',
    expect: ['~ Comment.access: delete: admin'],
  },
  {
    base: 'y-helpdesk',
    text: 'customers can no longer create tickets',
    expect: ['~ Ticket.access: create: agent, admin'],
  },
];
