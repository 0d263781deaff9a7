import { words } from './words.ts';

/**
 * What software does with some thing, whatever the thing is: `names: things. sentences`. `{thing}` and `{things}`
 * stand for what the words before it ("a beehive registry") or behind it ("a registry of beehives") name. A sentence "A
 * {thing} has ..." is told only of things of which `usual-things.ts` knows nothing. `(log)` marks those that keep what happens.
 */
const GENRES = `
  registry, register, catalog, catalogue, database, archive, collection, list, inventory, album: {things}. A {thing} has a name, an optional description and an optional location.
  directory, guide, finder, locator, map: {things} and reviews. A {thing} has a name, an optional description, an optional address, an optional phone and an optional website. A review belongs to a {thing}.
  review, reviews, rating, ratings: {things}, users and reviews. A {thing} has a name and an optional description. A review belongs to a {thing} and a user.
  tracker, tracking, keeper (log): {things}. A {thing} has a name, an optional date and an optional notes.
  log, logbook, log book, diary, journal, record, records, history (log): {things} and {thing} entries. A {thing} has a name. A {thing} entry has a date and a text. A {thing} entry belongs to a {thing}.
  planner, planning, organizer, organiser, scheduler, scheduling, schedule, roster, rota (plan): {things} and tasks. A {thing} has a title, a date, an optional place and an optional notes. A task has a title, an optional due date and a done flag. A task belongs to a {thing}.
  marketplace, market (deal): sellers, {things}, buyers, orders and reviews. A {thing} has a title, an optional description, a condition (new, good, worn), a price and a status (available, reserved, sold). A {thing} belongs to a seller. An order has a date and a status (placed, paid, handed over). An order belongs to a {thing} and a buyer. A review has a rating and a comment. A review belongs to an order.
  rental, rentals, hire, renting (deal): [customers], {things} and bookings. A {thing} has a name, an optional description and a price per day. A booking has a start date, an end date, an optional return date and a status (requested, confirmed, cancelled). A booking belongs to a {thing} and a [customer].
  sharing (deal): [members], {things} and bookings. A {thing} has a name and an optional description. A {thing} belongs to a [member]. A booking has a start time, an end time and a status (requested, confirmed, cancelled). A booking belongs to a {thing} and a [member].
  library, lending, loans, borrowing (deal): {things}, [members] and loans. A {thing} has a name, an optional description and a condition (new, good, worn). A loan belongs to a {thing} and a [member].
  booking, bookings, reservation, reservations (deal): [customers], {things} and bookings. A {thing} has a name and an optional description. A booking has a start time, an end time and a status (requested, confirmed, cancelled). A booking belongs to a [customer] and a {thing}.
  swap, swapping, exchange (deal): [members], {things} and swaps. A {thing} has a name, an optional description and a status (available, taken). A {thing} belongs to a [member]. A swap has a date and a status (offered, accepted, done). A swap belongs to a {thing} and a [member].
  sign up, signup, sign-up, registration, registrations, enrolment, enrollment (deal): {things}, [participants] and registrations. A {thing} has a title, a date, an optional place and an optional capacity as an integer. A registration has a date and a status (registered, cancelled). A registration belongs to a {thing} and a [participant].
  assignment, assignments, allocation (deal): {things} and assignments. A {thing} has a name, an optional email and an optional phone. An assignment has a title, a date, an optional place and a status (open, confirmed, done). An assignment belongs to a {thing}.
  waiting list, waitlist, wait list (deal): {things}, applicants and applications. A {thing} has a name and a status (free, taken). An applicant has a name, an email and an optional phone. An application has a date, a position as an integer and a status (waiting, offered, accepted, withdrawn). An application belongs to an applicant and optionally to a {thing}.
  maintenance log, maintenance tracker, service log, maintenance record, service book, maintenance: {things} and services. A {thing} has a name and an optional serial number. A service has a date, a description and an optional cost. A service belongs to a {thing}.
  ordering, orders, order tracker (deal): {things}, [customers], orders and order lines. A {thing} has a name and a price. An order has a date and a status (placed, ready, done). An order belongs to a [customer]. An order line has a quantity. An order line belongs to an order and a {thing}.
  approval, approvals, approval workflow (deal): {things} and decisions. A {thing} has a title, an optional description, an optional file and a status (submitted, approved, rejected). A decision has a date, an optional comment and an outcome (approved, rejected). A decision belongs to a {thing}.
  reminder, reminders: {things} and reminders. A {thing} has a name, a date and optional notes. A reminder has a date, an optional text and a done flag. A reminder belongs to a {thing}.
  reading, readings, measurement, measurements (deal): {things} and readings. A {thing} has a name, an optional location and an optional unit. A reading has a timestamp and a value as a decimal. A reading belongs to a {thing}.
`;

/** What is done to a thing again and again: "a boat cleaning log", "an equipment calibration register". */
export const CARE_LOG =
  '{things} and {records}. A {thing} has a name. A {record} has a date and optional notes. A {record} belongs to a {thing}.';
export const CARE = words(
  'feeding watering cleaning calibration inspection maintenance repair servicing washing milking testing painting mowing pruning vaccination grooming charging fuelling training checkup weighing tasting sighting harvest treatment',
);

/** Of people it is planned when they work. */
export const SHIFT_PLAN =
  '{things} and shifts. A {thing} has a name, an optional email and an optional phone. A shift has a start time and an end time. A shift belongs to a {thing}. Shifts of the same {thing} must not overlap.';

/** What is kept again and again where nothing but an activity is named: "fishing diary", "log book for a glider club". */
export const ACTIVITY_LOG =
  '{thing} entries. A {thing} entry has a date, a title, an optional duration, an optional place and an optional notes.';

/** The same of a club: whoever keeps the book writes of its members. */
export const CLUB_LOG =
  'members, {things} and log entries. A {thing} has a name. A log entry has a date, an optional start time, an optional duration and an optional notes. A log entry belongs to a member and optionally to a {thing}.';

export type UsualGenre = {
  said: string[];
  text: string;
  /** It keeps what happens, to a thing or by itself. */
  isLog: boolean;
  isDeal: boolean;
  isPlan: boolean;
};

/** The longest first. */
export const USUAL_GENRES: readonly UsualGenre[] = GENRES.split('\n')
  .flatMap((line) => {
    const [names = '', text] = line.trim().split(/: (.*)/);
    if (text === undefined) return [];
    const [isLog, isDeal] = [names.endsWith(' (log)'), names.endsWith(' (deal)')];
    const isPlan = names.endsWith(' (plan)');
    return names
      .replace(/ \(.*/, '')
      .split(', ')
      .map((name): UsualGenre => ({ said: name.split(' '), text, isLog, isDeal, isPlan }));
  })
  .sort((a, b) => b.said.length - a.said.length);
