import type { FollowUpEntry } from './follow-up-entry.ts';

/** Put aside before the rules that they would have led to were made: measured as a number, never read while rules are made. */
export const heldOutFollowUps: readonly FollowUpEntry[] = [
  {
    base: 'd-vet',
    text: 'Pets need a chip number, and no two pets can have the same one',
    expect: ['+ Pet.chipNumber: string, optional, unique'],
  },
  {
    base: 'd-vet',
    text: 'a visit does not always have a diagnosis, and rename reason to complaint',
    expect: ['~ Visit.diagnosis: text, optional', '> Visit.complaint: reason'],
  },
  {
    base: 'd-timesheet',
    text: 'Comments on time entries should be mandatory from now on, use "none" for the old ones',
    expect: ['~ TimeEntry.comment: text, required'],
  },
  {
    base: 'd-timesheet',
    text: 'hours can go up to 12 only, and every employee gets an hourly rate',
    expect: ['~ TimeEntry.hours: 12', '+ Employee.hourlyRate: money, optional'],
  },
  {
    base: 'd-timesheet',
    text: 'A client may have several addresses, each with a street, a city and a postal code',
    expect: [
      '+ Address: street (string, required); city (string, required); postalCode (string, required); client (belongs-to Client, required)',
    ],
  },
  {
    base: 'e-catering',
    text: 'Bookings should have a status: requested, confirmed, done. New bookings are requested',
    expect: ['+ Booking.status: enum (requested, confirmed, done)'],
  },
  {
    base: 'e-catering',
    text: 'Split contact person into first name and last name',
    expect: ['?1'],
  },
  {
    base: 'f-assets',
    text: 'Put "lost" after "in repair" in the asset status',
    expect: ['~ Asset.status: enum (in use, in stock, in repair, lost, retired)'],
  },
  {
    base: 'f-assets',
    text: 'People should log in, and only admins may remove assets',
    expect: ['+ people: admin', '~ Asset.access: admin'],
  },
  {
    base: 'f-assets',
    text: 'purchase price is not needed for every asset; an asset also has a warranty end date',
    expect: ['~ Asset.purchasePrice: money, optional', '+ Asset.warrantyEndDate: date, optional'],
  },
  {
    base: 'd-iot',
    text: 'An alert should record when it was acknowledged instead of just a flag',
    expect: ['- Alert.acknowledged', '+ Alert.acknowledgedAt: datetime, optional'],
  },
  {
    base: 'd-iot',
    text: 'severity should have critical too, it comes after high',
    expect: ['~ Alert.severity: enum (low, medium, high, critical)'],
  },
  {
    base: 'f-tutoring',
    text: 'Lessons can be rated by the student with 1 to 5 stars, and there may be a short comment',
    expect: ['+ Lesson.rating|stars: optional', '+ Lesson.comment|shortComment: optional'],
  },
  {
    base: 'f-tutoring',
    text: "Let's drop the grade level and have a date of birth instead",
    expect: ['- Student.gradeLevel', '+ Student.dateOfBirth: date, optional'],
  },
  {
    base: 'e-airline',
    text: 'Passengers should have a nationality and a frequent flyer number, which must be unique if given',
    expect: [
      '+ Passenger.nationality: string, optional',
      '+ Passenger.frequentFlyerNumber: string, optional, unique',
    ],
  },
  {
    base: 'e-airline',
    text: 'the arrival time must be later than the departure time',
    expect: ['+ Flight.rules: departureTime is before arrivalTime'],
  },
  {
    base: 'recruiting',
    text: 'Interviews: date and time, interviewer name, notes (optional). An application can have multiple interviews.',
    expect: [
      '+ Interview: dateTime (datetime, required); interviewerName (string, required); notes (text, optional); application (belongs-to Application, required)',
    ],
  },
  {
    base: 'recruiting',
    text: 'Candidates can apply without a resume link',
    expect: ['~ Candidate.resumeLink: url, optional'],
  },
  {
    base: 'e-bank',
    text: 'I want an IBAN on accounts and I no longer want the opened on date',
    expect: ['+ Account.iban: optional', '- Account.openedOn'],
  },
  {
    base: 'e-bank',
    text: 'every transaction belongs to a category; categories have a unique name and a colour',
    expect: [
      '+ Category: name (string, required, unique)',
      '+ Transaction.category: belongs-to Category',
    ],
  },
];
