import type { CorpusEntry } from './corpus-entry.ts';

/** A fifth round of prompts, invented after the fourth was measured. */
export const corpusG: CorpusEntry[] = [
  {
    id: 'g-bikes',
    prompt:
      'Bike rental: bikes have a unique frame number, a model, a daily rate, and a condition (excellent, good, poor). Customers have a name, an email and a phone number. Rentals belong to a bike and a customer, with a start date, an end date, and a total price.',
    expect: `
      Bike: frameNumber string unique, model string, dailyRate money, condition enum(excellent|good|poor)
      Customer: name string, email email, phoneNumber phone
      Rental: startDate date, endDate date, totalPrice money | belongs-to Bike, belongs-to Customer`,
  },
  {
    id: 'g-helpdesk',
    prompt:
      'I want to build a helpdesk application where customers submit tickets and agents respond to them. A ticket should include a subject, body, priority (low/normal/high), and status (new, in progress, resolved). Each ticket can have multiple attachments; an attachment stores a filename, a size in bytes and a url. Agents should have a name and email, and tickets may be assigned to an agent.',
    expect: `
      Customer: name string assumed | has-many Ticket
      Ticket: subject string, body text, priority enum(low|normal|high), status enum(new|in progress|resolved) | belongs-to Agent optional, has-many Attachment
      Attachment: filename string, size integer, url url
      Agent: name string, email email`,
  },
  {
    id: 'g-univ',
    prompt:
      'University: departments (name, building), professors (name, email, office number) belonging to a department, courses (code unique, title, credits between 1 and 10) taught by a professor, and enrollments linking students to courses with a grade (optional) and semester. Students have a student id (unique), name and enrollment year.',
    expect: `
      Department: name string, building string
      Professor: name string, email email, officeNumber string | belongs-to Department
      Course: code string unique, title string, credits integer | belongs-to Professor
      Enrollment: grade string|integer|decimal optional, semester string | belongs-to Student, belongs-to Course
      Student: studentId string unique, name string, enrollmentYear integer`,
  },
  {
    id: 'g-habit',
    prompt:
      'Habit tracker with habits (name, frequency: daily or weekly, color) and check-ins (date, note optional). A habit has many check-ins.',
    expect: `
      Habit: name string, frequency enum(daily|weekly), color string | has-many CheckIn
      CheckIn: date date, note text optional`,
  },
  {
    id: 'g-auction',
    prompt:
      'An online auction site: sellers list items; an item has a title, description, starting price, reserve price (optional), and closes at a given time. Bidders place bids on items. A bid has an amount and a placed at timestamp. Sellers and bidders both have a username (unique) and an email (unique).',
    expect: `
      Seller: username string unique, email email unique | has-many Item
      Item: title string, description text, startingPrice money, reservePrice money optional, closesAt datetime
      Bidder: username string unique, email email unique | has-many Bid
      Bid: amount money, placedAt datetime | belongs-to Item`,
  },
  {
    id: 'g-logistics',
    prompt: `Logistics tracker.

Shipment
* reference: unique string
* origin
* destination
* weight (kg)
* shipped on (date)
* status: pending | shipped | delivered

Carrier
* name: required
* contact email: optional

Each shipment is handled by one carrier.
A shipment has many tracking events.
A tracking event has a location, an occurred at and a message.`,
    expect: `
      Shipment: reference string unique, origin string, destination string, weight decimal, shippedOn date, status enum(pending|shipped|delivered) | belongs-to Carrier, has-many TrackingEvent
      Carrier: name string, contactEmail email optional
      TrackingEvent: location string, occurredAt datetime, message text`,
  },
  {
    id: 'g-family',
    prompt:
      'Family tree. A person has a first name, a last name, a birth date, an optional death date, a mother (a person, optional) and a father (a person, optional).',
    expect: `
      Person: firstName string, lastName string, birthDate date, deathDate date optional | belongs-to Person optional`,
  },
  {
    id: 'g-inspection',
    prompt:
      'App to manage building inspections; inspectors (name, certification number), buildings (address, year built, number of floors), inspections that have a scheduled date, a result (pass/fail), remarks, and reference the building and the inspector. Each inspection contains several findings with a severity from 1 to 5 and a description.',
    expect: `
      Inspector: name string, certificationNumber string
      Building: address string, yearBuilt integer, numberOfFloors integer
      Inspection: scheduledDate date, result enum(pass|fail), remarks text | belongs-to Building, belongs-to Inspector, has-many Finding
      Finding: severity integer, description text`,
  },
  {
    id: 'g-membership',
    prompt:
      "Members' names and emails must be stored, with unique emails. Every member has exactly one membership card with a card number (unique) and an expiry date. Members attend many workshops; a workshop has a topic, a max number of seats and takes place on a date.",
    expect: `
      Member: name string, email email unique | has-one MembershipCard, many-to-many Workshop
      MembershipCard: cardNumber string unique, expiryDate date
      Workshop: topic string, maxNumberOfSeats|maxSeats integer, date date`,
  },
  {
    id: 'g-feedback',
    prompt:
      'product feedback board - ideas (title, details, votes, status planned/in progress/done/declined), comments on ideas (text, author name), idea belongs to a category, categories: name unique',
    expect: `
      Idea: title string, details text, votes integer, status enum(planned|in progress|done|declined) | belongs-to Category, has-many Comment
      Comment: text text, authorName string
      Category: name string unique`,
  },
  {
    id: 'g-pharmacy',
    prompt:
      'Pharmacy stock system. Medicines have a name, a manufacturer, a dosage, a unit price and a requires prescription flag. Batches of a medicine have a batch number, an expiry date and a quantity. Suppliers deliver batches. Suppliers have a name, a contact person and a phone. Prescriptions are issued by a doctor to a patient and contain one or more prescription items (a medicine, a quantity and instructions).',
    expect: `
      Medicine: name string, manufacturer string, dosage string, unitPrice money, requiresPrescription boolean
      Batch: batchNumber string, expiryDate date, quantity integer | belongs-to Medicine, belongs-to Supplier
      Supplier: name string, contactPerson string, phone phone
      Prescription: | belongs-to Doctor, belongs-to Patient, has-many PrescriptionItem
      PrescriptionItem: quantity integer, instructions text | belongs-to Medicine
      Doctor: name string assumed
      Patient: name string assumed`,
  },
  {
    id: 'g-game-scores',
    prompt:
      'An API for tracking high scores in arcade games. A game has a name and a release year. Players have a unique nickname and a country code of exactly 2 characters. A score links a player and a game and has points (at least 0) and an achieved on date.',
    expect: `
      Game: name string, releaseYear integer
      Player: nickname string unique, countryCode string
      Score: points integer, achievedOn date | belongs-to Player, belongs-to Game`,
  },
];
