import type { CorpusEntry } from './corpus-entry.ts';

/** A fourth round of prompts, invented after the third was measured. */
export const corpusF: CorpusEntry[] = [
  {
    id: 'f-simple-crm',
    prompt: 'CRM with contacts, companies and deals',
    expect: `
      Contact: name string assumed
      Company: name string assumed
      Deal: name string assumed`,
  },
  {
    id: 'f-store-users',
    prompt:
      'Users have an email (unique), a display name and an avatar (optional). Users can create many playlists. A playlist has a name and an is public flag. Songs have a title, artist, and duration. Playlists contain many songs and songs can be in many playlists.',
    expect: `
      User: email email unique, displayName string, avatar string|url optional | has-many Playlist
      Playlist: name string, isPublic boolean | many-to-many Song
      Song: title string, artist string, duration duration|integer`,
  },
  {
    id: 'f-assets',
    prompt:
      'IT asset management: an asset has an asset tag (unique, required), a serial number, a purchase date, a purchase price and a status that is one of in use, in stock, in repair or retired (default in stock). Assets belong to a category. Assets may be assigned to an employee. An employee has a first name, a last name and a unique email. Each category has a name.',
    expect: `
      Asset: assetTag string unique, serialNumber string, purchaseDate date, purchasePrice money, status enum(in use|in stock|in repair|retired) default | belongs-to Category, belongs-to Employee optional
      Employee: firstName string, lastName string, email email unique
      Category: name string`,
  },
  {
    id: 'f-tutoring',
    prompt:
      'Tutoring marketplace. Tutors offer lessons in subjects. A tutor has a name, hourly rate, bio and years of experience. A subject has a unique name. A lesson has a date, a start time, a duration in minutes, and is booked by a student. Students have a name, an email and a grade level between 1 and 12. Every lesson belongs to a tutor and a subject.',
    expect: `
      Tutor: name string, hourlyRate money, bio text, yearsOfExperience integer
      Subject: name string unique
      Lesson: date date, startTime datetime|time, duration integer | belongs-to Student, belongs-to Tutor, belongs-to Subject
      Student: name string, email email, gradeLevel integer`,
  },
  {
    id: 'f-construction',
    prompt:
      'Construction site log\n\n- sites: name, address, started on, budget\n- workers: name, trade (mason, electrician, plumber), phone\n- daily reports: date, weather, notes (optional), workers on site (number)\n- each daily report belongs to a site\n- workers work on many sites and sites have many workers',
    expect: `
      Site: name string, address string, startedOn date, budget money | many-to-many Worker
      Worker: name string, trade enum(mason|electrician|plumber), phone phone
      DailyReport: date date, weather string, notes text optional, workersOnSite|workers integer|decimal | belongs-to Site`,
  },
  {
    id: 'f-voting',
    prompt:
      'An election has a title, a start date, an end date and at least two candidates. A candidate has a name, a party and a vote count, which cannot be negative and starts at 0.',
    expect: `
      Election: title string, startDate date, endDate date | has-many Candidate
      Candidate: name string, party string, voteCount integer default`,
  },
  {
    id: 'f-chess',
    prompt:
      'Chess club: members (name, email unique, rating between 100 and 3000, joined at), games with a result of white, black or draw, played on date and number of moves. A game has a white player (a member) and a black player (a member).',
    expect: `
      Member: name string, email email unique, rating integer, joinedAt datetime
      Game: result enum(white|black|draw), playedOn date, numberOfMoves integer | belongs-to Member`,
  },
  {
    id: 'f-warehouse-json',
    prompt:
      'Entities: Supplier {name, email unique, rating 1-5}; Product {name, sku unique, price, reorder_level}; Delivery {received_at, quantity, note optional}. Delivery belongs to Supplier. Delivery belongs to Product.',
    expect: `
      Supplier: name string, email email unique, rating integer
      Product: name string, sku string unique, price money, reorderLevel integer
      Delivery: receivedAt datetime, quantity integer, note text optional | belongs-to Supplier, belongs-to Product`,
  },
  {
    id: 'f-church',
    prompt:
      'Please make something where our choir can keep members, rehearsals and songs. For members we need name, voice (soprano, alto, tenor, bass) and phone. Rehearsals happen on a date at a location. Songs have a title, composer and key signature. We also want to record attendance: each attendance record belongs to a member and a rehearsal and has a present flag.',
    expect: `
      Member: name string, voice enum(soprano|alto|tenor|bass), phone phone
      Rehearsal: date date, location string
      Song: title string, composer string, keySignature string
      AttendanceRecord: present boolean | belongs-to Member, belongs-to Rehearsal`,
  },
  {
    id: 'f-tax',
    prompt:
      'Receipt book: receipts with vendor, amount (positive), currency (EUR, USD, GBP), paid on, payment method (cash, card, transfer), and optional photo url. Receipts belong to a trip; trips have destination, purpose, start date and end date. A trip belongs to a traveller. Traveller: name, employee id unique.',
    expect: `
      Receipt: vendor string, amount money, currency enum(EUR|USD|GBP), paidOn date, paymentMethod enum(cash|card|transfer), photoUrl url optional | belongs-to Trip
      Trip: destination string, purpose string, startDate date, endDate date | belongs-to Traveller
      Traveller: name string, employeeId string unique`,
  },
  {
    id: 'f-streams',
    prompt:
      'I want an API to manage a zoo. Animals have a name, species, sex (male or female), birth date (may be unknown) and weight in kg. Animals live in an enclosure. Enclosures have a code (unique), a type and a maximum capacity. Keepers (name, phone) look after many enclosures, and every enclosure has one head keeper.',
    expect: `
      Animal: name string, species string, sex enum(male|female), birthDate date optional, weight decimal | belongs-to Enclosure
      Enclosure: code string unique, type string, maximumCapacity integer | belongs-to Keeper
      Keeper: name string, phone phone`,
  },
  {
    id: 'f-rules',
    prompt:
      'Leave tracker: employees (name, unique email, annual allowance in days). Leave requests have a start date, an end date, a reason (optional) and a status: pending, approved or rejected. A leave request belongs to an employee. The end date must be after the start date. Managers approve requests. Send an email when a request is approved.',
    expect: `
      Employee: name string, email email unique, annualAllowance integer
      LeaveRequest: startDate date, endDate date, reason text|string optional, status enum(pending|approved|rejected) | belongs-to Employee`,
  },
];
