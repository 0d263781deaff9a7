import { type FollowUpEntry, followUpsOf } from './follow-up-entry.ts';

/** Written to try what the ones before had mended, on other things; 14 of 28 were read as meant at first. */
export const followUpsH: readonly FollowUpEntry[] = [
  ...followUpsOf('library-with', {
    'Axe the published year, and make the author optional': [
      '- Book.publishedYear',
      '~ Book.author: optional',
    ],
    "a member's email isn't needed anymore": ['- Member.email'],
    'Books belong to a publisher, which has a name and a country, instead of just having an author':
      ['- Book.author', '+ Publisher: name', '+ Book.publisher: belongs-to Publisher, optional'],
    'actually rename member to patron': ['> Patron: Member', '> Loan.patron: member'],
    'every loan should have a fine, zero by default': [
      '+ Loan.fine: money, required, 0 unless given',
    ],
  }),
  ...followUpsOf('support-tickets', {
    'There should be a new status, on hold, between open and pending': [
      '~ Ticket.status: enum (open, on hold, pending, closed)',
    ],
    'Before closed there is resolved': ['~ Ticket.status: enum (open, pending, resolved, closed)'],
    'Tickets get a due date; they also have a category: billing, technical or other': [
      '+ Ticket.dueDate: date',
      '+ Ticket.category: enum (billing, technical, other)',
    ],
    'drop the connection between tickets and agents': ['- Ticket.agent'],
    'comments are internal by default': ['~ Comment.isInternal: true unless given'],
    'the body of a comment may be up to 2000 characters': ['~ Comment.body: 2000'],
  }),
  ...followUpsOf('v-toolshare', {
    'Turn the condition into a choice: new, good, worn': [
      '~ Tool.condition: enum (new, good, worn)',
    ],
    'The colour of a tool should be stored too': ['+ Tool.colour: string, optional'],
    "we've decided that tools no longer have a purchase price": ['- Tool.purchasePrice'],
    'Storage locations become depots': [
      '> Depot: StorageLocation',
      '> Tool.depot: storageLocation',
    ],
    'Both the borrow date and the due date default to today': [
      '~ Loan.borrowDate: today unless given',
      '~ Loan.dueDate: today unless given',
    ],
    'Tools and members should both have a note': ['+ Tool.note', '+ Member.note'],
  }),
  ...followUpsOf('tasks-with-people', {
    'Only managers may change the status of a task': ['!'],
    'Make due date optional and default status to open': [
      '~ Task.dueDate: optional',
      '~ Task.status: open unless given',
    ],
    'Tasks should have an estimate in hours and they get a comment': [
      '+ Task.estimate',
      '+ Task.comment',
    ],
  }),
  ...followUpsOf('clinic-chatty', {
    'An appointment can have a room; each room has a number': [
      '+ Room: number',
      '+ Appointment.room: belongs-to Room, optional',
    ],
    'Doctors may have more than one specialty': ['!'],
    "Don't store the date of birth": ['- Patient.dateOfBirth'],
    'patient names must be unique and at most 80 chars': ['~ Patient.fullName: unique, at most 80'],
  }),
  ...followUpsOf('hotel', {
    'a room also has a view: sea, garden or street': ['+ Room.view: enum (sea, garden, street)'],
    'nightly rate is now called price per night and may not be negative': [
      '> Room.pricePerNight: nightlyRate',
      '~ Room.pricePerNight: money, required, at least 0',
    ],
    'Every guest must have a passport number': ['~ Guest.passportNumber: required', '?1'],
    'Guests do not check in before noon': ['!'],
  }),
  ...followUpsOf('f-assets', {
    'Get rid of categories; assets have a type of laptop, phone or chair instead': [
      '- Category',
      '- Asset.category',
      '+ Asset.type: enum (laptop, phone, chair), optional',
    ],
    'add a table suppliers with name, website and phone and link assets to it': [
      '+ Asset.supplier: belongs-to Supplier, optional',
      '+ Supplier: name (string, required); website (url, required); phone (phone, required)',
    ],
    'rename serial number to serial and colour': ['!'],
    'serial number is called serial and is optional': [
      '> Asset.serial: serialNumber',
      '~ Asset.serial: string, optional',
    ],
  }),
];
