import type { FollowUpEntry } from './follow-up-entry.ts';

/** Put aside for long, until some of them were known to those who made rules (18 of 28 read as meant by then). Tuned on afterwards. */
export const followUpsE: readonly FollowUpEntry[] = [
  {
    base: 'q-events',
    text: "Let's add a website to the event and get rid of the venue.",
    expect: ['+ Event.website: url, optional', '- Event.venue'],
  },
  {
    base: 'q-events',
    text: 'Speakers should also have an email address and a short bio.',
    expect: ['+ Speaker.email|emailAddress: email, optional', '+ Speaker.bio: text, optional'],
  },
  {
    base: 'q-events',
    text: 'max attendees can be left empty',
    expect: ['~ Event.maxAttendees: integer, optional'],
  },
  {
    base: 'q-events',
    text: 'introduce sponsors: each sponsor has a name and a logo and sponsors many events',
    expect: [
      '+ Sponsor: name (string, required); logo (image, optional)',
      '+ Event.sponsors|+ Sponsor.events',
    ],
  },
  {
    base: 'q-events',
    text: 'ticket type gets a third option: student',
    expect: ['~ Registration.ticketType: enum (standard, vip, student)'],
  },
  {
    base: 'q-events',
    text: 'Attendees are called participants from now on.',
    expect: ['> Participant: Attendee', '> Registration.participant: attendee'],
  },
  {
    base: 'q-events',
    text: 'the price paid may not be negative',
    expect: ['~ Registration.pricePaid: at least 0'],
  },
  {
    base: 'k-cms-table',
    text: 'Posts need a cover image. Comments should have a created at timestamp and an optional email.',
    expect: ['+ Post.coverImage: image, optional', '+ Comment.email: email, optional'],
  },
  {
    base: 'k-cms-table',
    text: 'drop archived from the post status',
    expect: ['~ Post.status: enum (draft, published)'],
  },
  {
    base: 'k-cms-table',
    text: 'the author is optional for posts',
    expect: ['~ Post.author: belongs-to Author, optional'],
  },
  {
    base: 'k-cms-table',
    text: 'new posts are draft by default and comments are not approved by default',
    expect: ['~ Post.status: draft unless given', '~ Comment.approved: false unless given'],
  },
  {
    base: 'k-cms-table',
    text: 'replace tags with categories',
    expect: ['?2'],
  },
  {
    base: 'g-pharmacy',
    text: 'Record the date of birth and the insurance number of each patient',
    expect: [
      '+ Patient.dateOfBirth: date, optional',
      '+ Patient.insuranceNumber: string, optional',
    ],
  },
  {
    base: 'g-pharmacy',
    text: 'quantity has to be greater than zero',
    expect: ['?2'],
  },
  {
    base: 'g-pharmacy',
    text: "I don't want the contact person of suppliers any more, but an email instead",
    expect: ['- Supplier.contactPerson', '+ Supplier.email: email, optional'],
  },
  {
    base: 'g-pharmacy',
    text: 'doctors have a specialty and a unique licence number',
    expect: [
      '+ Doctor.specialty: string, optional',
      '+ Doctor.licenceNumber: string, optional, unique',
    ],
  },
  {
    base: 'g-pharmacy',
    text: 'make instructions optional, quantity of a prescription item at least 1',
    expect: [
      '~ PrescriptionItem.instructions: text, optional',
      '~ PrescriptionItem.quantity: at least 1',
    ],
  },
  {
    base: 'y-leave',
    text: 'Employees can also be on parental leave: add parental to the type.',
    expect: ['~ LeaveRequest.type: enum (vacation, sick, unpaid, parental)'],
  },
  {
    base: 'y-leave',
    text: 'nobody may delete leave requests',
    expect: ['~ LeaveRequest.access: delete: nobody'],
  },
  {
    base: 'y-diary',
    text: 'entries also get a photo and tags',
    expect: ['+ Entry.photo: image, optional', '+ Entry.tags: many-to-many Tag', '+ Tag: name'],
  },
  {
    base: 'y-diary',
    text: 'text becomes content',
    expect: ['> Entry.content: text'],
  },
  {
    base: 'c-lease',
    text: 'Rename the unit number of apartments to door number and remove the deposit',
    expect: ['> Apartment.doorNumber: unitNumber', '- Lease.deposit'],
  },
  {
    base: 'c-lease',
    text: 'a building has several photos; each photo has a caption',
    expect: ['+ Photo: caption (string, required); building (belongs-to Building, required)'],
  },
  {
    base: 'c-lease',
    text: 'monthly rent as integer please',
    expect: ['~ Apartment.monthlyRent: integer, required'],
  },
  {
    base: 'c-lease',
    text: 'an apartment cannot be leased twice at the same time',
    expect: ['+ Lease.rules: no two overlap from startDate to endDate for the same apartment'],
  },
  {
    base: 'recruiting',
    text: 'kick out the linkedin url and let rating be optional',
    expect: ['- Candidate.linkedInUrl', '~ Application.rating: optional'],
  },
  {
    base: 'recruiting',
    text: 'remove the screening stage',
    expect: ['~ Application.stage: enum (applied, interview, offer, rejected)'],
  },
  {
    base: 'recruiting',
    text: 'applications should have an assigned recruiter, who is an employee with a name and an email',
    expect: [
      '+ Employee: name (string, required); email (email, required)',
      '+ Application.recruiter|assignedRecruiter|Application.assignedRecruiter: belongs-to Employee, optional',
    ],
  },
  {
    base: 'd-timesheet',
    text: "Let's also track which manager approved a time entry and when",
    expect: [
      '+ Manager',
      '+ TimeEntry.manager|TimeEntry.approvedBy|TimeEntry.approvingManager: belongs-to Manager, optional',
      '+ TimeEntry.approvedAt|TimeEntry.approvedOn: ',
    ],
  },
];
