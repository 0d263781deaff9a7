import type { FollowUpEntry } from './follow-up-entry.ts';

/** Tuned on: written with the reader, and mended until all of them were read. */
export const followUps: readonly FollowUpEntry[] = [
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
    expect: ['+ Book.rating: integer, optional, at least 1, at most 5'],
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
    expect: ['- Tag.tickets'],
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
    expect: ['~ Reservation.access: own rows; all of them for labManager'],
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
  {
    base: 'd-hr',
    text: 'drop min salary and max salary, and add a salary to the employee',
    expect: ['- Position.minSalary', '- Position.maxSalary', '+ Employee.salary: money, optional'],
  },
  {
    base: 'd-hr',
    text: 'min salary and max salary are optional',
    expect: ['~ Position.minSalary: optional', '~ Position.maxSalary: optional'],
  },
  {
    base: 'd-hr',
    text: 'an employee can have many skills and a skill many employees; a skill has a unique name',
    expect: ['+ Skill: name (string, required, unique)', '+ Employee.skills: many-to-many Skill'],
  },
  {
    base: 'd-hr',
    text: 'approved is no by default',
    expect: ['~ LeaveRequest.approved: false unless given'],
  },
  {
    base: 'd-hr',
    text: 'leave requests should be absences',
    expect: ['!'],
  },
  {
    base: 'd-hr',
    text: 'rename LeaveRequest to Absence',
    expect: ['> Absence: LeaveRequest', '> Employee.absences: leaveRequests'],
  },
  {
    base: 'd-hr',
    text: "change the employee's hired on to a datetime",
    expect: ['~ Employee.hiredOn: datetime, required'],
  },
  { base: 'd-hr', text: 'Remove the supervisor.', expect: ['- Employee.supervisor'] },
  {
    base: 'd-hr',
    text: 'the cost center code is unique',
    expect: ['~ Department.costCenterCode: required, unique'],
  },
  {
    base: 'library-with',
    text: 'drop the unique constraint on the isbn',
    expect: ['~ Book.isbn: string, required'],
  },
  { base: 'library-with', text: 'a loan has a loan date', expect: [] },
  { base: 'library-with', text: 'make the title required', expect: [] },
  {
    base: 'library-with',
    text: 'make the title optional. The title is required.',
    expect: ['?2'],
  },
  { base: 'library-with', text: 'drop the author, the author is optional', expect: ['?0'] },
  {
    base: 'library-with',
    text: 'published year is from 1450 to 2100',
    expect: ['~ Book.publishedYear: at least 1450, at most 2100'],
  },
  { base: 'library-with', text: 'add a shelf to the boook', expect: ['?1'] },
  { base: 'library-with', text: 'add a shelf', expect: ['+ Shelf: name'] },
  { base: 'library-with', text: 'add a colour', expect: ['?3'] },
  {
    base: 'library-with',
    text: 'add a page count and a language to books',
    expect: ['+ Book.pageCount: integer, optional', '+ Book.language: string, optional'],
  },
  {
    base: 'library-with',
    text: 'add reviews with a rating and a text; a review belongs to a book and a member',
    expect: [
      '+ Review: rating (integer, required); text (text, required); book (belongs-to Book, required); member (belongs-to Member, required)',
    ],
  },
  {
    base: 'library-with',
    text: 'call the app City Library',
    expect: ['~ name: city-library', '~ title: City Library'],
  },
  {
    base: 'library-with',
    text: 'Add a required shelf mark to the book. For existing books the shelf mark is unknown.',
    expect: ['+ Book.shelfMark: string, required'],
  },
  { base: 'library-with', text: 'drop everything', expect: ['!'] },
  { base: 'library-with', text: 'merge author and title', expect: ['!'] },
  {
    base: 'library-with',
    text: 'A loan is never longer than 30 days; the due date is after the loan date',
    expect: ['+ Loan.rules: loanDate is before dueDate', '!'],
  },
  {
    base: 'library-with',
    text: 'a member may have at most 5 loans',
    expect: ['+ Loan.rules: at most 5 per member'],
  },
  {
    base: 'library-with',
    text: 'when a book is deleted, its loans are deleted too',
    expect: ['~ Loan.book: when that is deleted: cascade'],
  },
  {
    base: 'p-expenses',
    text: 'Allow the date of an expense to be empty',
    expect: ['~ Expense.date: optional'],
  },
  {
    base: 'p-expenses',
    text: 'turn the category into text',
    expect: ['~ Expense.category: text, required'],
  },
  {
    base: 'p-expenses',
    text: 'set the default of the status to draft',
    expect: ['~ ExpenseReport.status: draft unless given'],
  },
  {
    base: 'p-expenses',
    text: 'require a receipt link',
    expect: ['~ Expense.receiptLink: url, required', '?1'],
  },
  {
    base: 'p-expenses',
    text: 'an expense report goes from draft to submitted to approved',
    expect: [
      '+ ExpenseReport.lifecycle: its status starts as draft',
      '+ ExpenseReport.lifecycle: from draft to submitted',
      '+ ExpenseReport.lifecycle: from submitted to approved',
    ],
  },
  {
    base: 'y-purchasing',
    text: 'remove rejected from the status',
    expect: [
      '~ PurchaseOrder.status: enum (draft, submitted, approved)',
      '- PurchaseOrder.lifecycle',
    ],
  },
  { base: 'y-purchasing', text: 'only directors may delete purchase orders', expect: ['?2'] },
  {
    base: 'y-purchasing',
    text: 'clerks may not delete purchase orders',
    expect: ['~ PurchaseOrder.access: delete: manager'],
  },
  { base: 'r-bakery', text: 'drop the price, the flavour and the size', expect: ['!'] },
  {
    base: 'shop-bullets',
    text: 'remove the minimum of the price',
    expect: ['~ Product.price: money, required'],
  },
  {
    base: 'shop-bullets',
    text: 'products need a weight in kg and a barcode, which must be unique',
    expect: ['+ Product.weight: decimal, optional', '+ Product.barcode: string, optional, unique'],
  },
  {
    base: 'shop-bullets',
    text: 'Orders belong to a customer. A customer has a name, an email and an optional phone.',
    expect: [
      '+ Customer: name (string, required); email (email, required); phone (phone, optional)',
      '+ Order.customer: belongs-to Customer, optional',
    ],
  },
];
