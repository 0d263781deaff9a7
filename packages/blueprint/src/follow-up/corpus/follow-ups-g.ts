import { type FollowUpEntry, followUpsOf } from './follow-up-entry.ts';

const invoicing: Readonly<Record<string, readonly string[]>> = {
  "Actually, scrap the fax number and let's store a website for each client instead": [
    '- Client.faxNumber',
    '+ Client.website: url, optional',
  ],
  'make teh phone optinal': ['~ Client.phone: phone, optional'],
  'The product of a line item is optional now, and stock becomes quantity in stock': [
    '~ LineItem.product: optional',
    '> Product.quantityInStock: stock',
  ],
  'Instead of a total, an invoice should have a net amount and a tax amount': [
    '- Invoice.total',
    '+ Invoice.netAmount: money, optional',
    '+ Invoice.taxAmount: money, optional',
  ],
  'Between sent and paid there is a new state, overdue': [
    '~ Invoice.status: enum (draft, sent, overdue, paid)',
  ],
  'Remove the link between line items and products': ['- LineItem.product'],
  'Give invoices a payment date and mark them as reminded': [
    '+ Invoice.paymentDate: date, optional',
    '?1',
  ],
  "The price of a product can't be negative and its title should be at most 120 characters long": [
    '~ Product.price: 0',
    '~ Product.title: 120',
  ],
  'Each client is looked after by an account manager who has a name and an email': [
    '+ AccountManager: name (string, required); email (email, required)',
    '+ Client.accountManager: belongs-to AccountManager, optional',
  ],
};

const tasks: Readonly<Record<string, readonly string[]>> = {
  'Rename the role manager to lead': ['!'],
  'Introduce a role called auditor; auditors can see every task but change nothing': [
    '~ people: roles member, auditor, manager',
    '~ Project.access: read: member, auditor, manager; update: member, manager',
    '~ Task.access: read by auditor; create: member, manager',
  ],
  'Members may no longer delete tasks': ['~ Task.access: delete: manager'],
  'New tasks start as open': ['~ Task.status: open unless given'],
  'Tasks can be blocked too, and they need a priority (low, medium, high)': [
    '~ Task.status: enum (open, in progress, done, blocked)',
    '+ Task.priority: enum (low, medium, high)',
  ],
  'We want subtasks: a subtask belongs to a task and has a title and a done flag': [
    '+ Subtask: title (string, required); done (boolean',
  ],
};

const vet: Readonly<Record<string, readonly string[]>> = {
  "the breed isn't optional any longer, put 'mixed' where it is missing": [
    '~ Pet.breed: string, required',
  ],
  'Move the fee from the visit to the vet': ['?2'],
  'species should be free text': ['~ Pet.species: text'],
  'oh and the licence number is called registration number these days': [
    '> Vet.registrationNumber: licenseNumber',
  ],
  'A visit can have several treatments. Each treatment has a name, a dose and a price.': [
    '+ Treatment: name (string, required); dose',
  ],
};

const timesheet: Readonly<Record<string, readonly string[]>> = {
  'hours should be a whole number': ['~ TimeEntry.hours: integer'],
  "Projects don't need a client anymore": ['- Project.client'],
};

const assets: Readonly<Record<string, readonly string[]>> = {
  'Employees belong to a department (name, cost centre)': [
    '+ Department: name (string, required); costCentre',
    '+ Employee.department: belongs-to Department, optional',
  ],
  'purchase price and serial number are both optional from now on': [
    '~ Asset.purchasePrice: money, optional',
    '~ Asset.serialNumber: string, optional',
  ],
};

const hotel: Readonly<Record<string, readonly string[]>> = {
  'Swap the passport number for an ID document number': ['?2'],
  'Room types: add family and drop double': ['~ Room.type: enum (single, suite, family)'],
  'Rename guest to visitor, check in date to arrival and check out date to departure': [
    '> Visitor: Guest',
    '> Reservation.visitor: guest',
    '> Reservation.arrival: checkInDate',
    '> Reservation.departure: checkOutDate',
  ],
  'reservations get a confirmation code, six characters long, unique': [
    '+ Reservation.confirmationCode: string, optional, unique',
  ],
  'Allow several guests per reservation': ['!'],
};

/** Several edits in one sentence, "instead", misspelt words, roles and states; 14 of 30 were read as meant before. */
export const followUpsG: readonly FollowUpEntry[] = [
  ...followUpsOf('stranger-invoicing', invoicing),
  ...followUpsOf('tasks-with-people', tasks),
  ...followUpsOf('d-vet', vet),
  ...followUpsOf('d-timesheet', timesheet),
  ...followUpsOf('f-assets', assets),
  ...followUpsOf('hotel', hotel),
];
