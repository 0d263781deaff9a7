import type { CorpusEntry } from './corpus-entry.ts';

/** Written as a whole after Z and AA were mended and before it was read; tuned on afterwards. */
export const corpusAC: CorpusEntry[] = [
  {
    id: 'ac-brewery',
    prompt:
      'Microbrewery: beers are brewed in batches. A beer has a name, a style (lager, ale, stout) and an alcohol content in percent. For a batch we record the brew date, the volume in litres, the tank it ferments in and the brewer. Tanks are identified by a code and have a capacity. Brewers are employees with a name and a start date. Bars order kegs: an order states the bar, the delivery date and whether it has been invoiced; each order line says which beer and how many kegs. Bars have a name, an address and a contact person.',
    expect: `
      Beer: name string, style enum(lager|ale|stout), alcoholContent percentage|decimal
      Batch: brewDate date, volume decimal|integer | belongs-to Beer, belongs-to Tank, belongs-to Brewer
      Tank: code string, capacity decimal|integer
      Brewer|Employee: name string, startDate date
      Order: deliveryDate date, invoiced boolean | belongs-to Bar
      OrderLine: numberOfKegs|quantity|kegs integer | belongs-to Order, belongs-to Beer
      Bar: name string, address string, contactPerson string`,
  },
  {
    id: 'ac-climbing',
    prompt: `Climbing gym app

Walls
- name
- height in m
- type (lead, boulder)

Routes (several per wall)
- grade
- colour
- setter: a staff member
- set on
- taken down on (empty as long as the route is up)

Staff
- name
- role: setter / trainer / desk

Members
- name, email (unique), birthday
- waiver signed? (yes/no)

Ascents
- member
- route
- climbed on
- style: flash, redpoint, onsight
- attempts (number, at least 1)`,
    expect: `
      Wall: name string, height decimal|integer, type enum(lead|boulder)
      Route: grade string, colour string, setOn date, takenDownOn date optional | belongs-to Wall, belongs-to Staff|StaffMember
      Staff|StaffMember: name string, role enum(setter|trainer|desk)
      Member: name string, email email unique, birthday date, waiverSigned boolean
      Ascent: climbedOn date, style enum(flash|redpoint|onsight), attempts integer | belongs-to Member, belongs-to Route`,
  },
  {
    id: 'ac-nursery',
    prompt:
      'We sell plants online and want to replace the old shop. Every plant has a latin name, a common name, a price, a pot size in cm and a flag that says if it is winter hardy. Plants belong to one or more categories, and a category can have subcategories. Customers register with name, email and delivery address and place orders. In an order there are several positions, each with a plant, a quantity and the unit price at the time of the order. Orders are paid by invoice or card, have an order date and are shipped by a carrier, for which we keep the name and a tracking url. Customers may leave reviews for plants consisting of stars from 1 to 5 and a text.',
    expect: `
      Plant: latinName string, commonName string, price money, potSize decimal|integer, winterHardy|isWinterHardy boolean | many-to-many Category
      Category: | belongs-to Category optional
      Customer: name string, email email, deliveryAddress string
      Order: orderDate date, paidBy|paymentMethod|payment enum(invoice|card) | belongs-to Customer, belongs-to Carrier
      Position: quantity integer, unitPrice money | belongs-to Order, belongs-to Plant
      Carrier: name string, trackingUrl url
      Review: stars integer, text text | belongs-to Customer, belongs-to Plant`,
  },
  {
    id: 'ac-archive',
    prompt: `Digital archive of a town

| Object | Fields |
| --- | --- |
| Document | signature (unique), title, created in (year), number of pages, language, digitised (bool), box |
| Box | label, shelf |
| Shelf | room, number |
| Person | name, born on (optional), died on (optional), occupation |
| Loan request | document, requested by, requested on, purpose, status (open/granted/refused) |

A document mentions many persons and a person is mentioned in many documents. Each box stands on one shelf.`,
    expect: `
      Document: signature string unique, title string, createdIn|yearCreated integer, numberOfPages integer, language string|language, digitised boolean | belongs-to Box, many-to-many Person
      Box: label string | belongs-to Shelf
      Shelf: room string, number string|integer
      Person: name string, bornOn date optional, diedOn date optional, occupation string
      LoanRequest: requestedBy string, requestedOn date, purpose string|text, status enum(open|granted|refused) | belongs-to Document`,
  },
  {
    id: 'ac-paintball',
    prompt:
      'paintball field bookings plz. fields: name, max players, price per hour. groups: contact name, phone, size. a group books a field from a start time to an end time, with a deposit. equipment rental: booking, item, quantity. items - name, daily fee, how many we own. staff (name, cell) supervise bookings, one per booking.',
    expect: `
      Field: name string, maxPlayers integer, pricePerHour money
      Group: contactName string, phone phone, size integer
      Booking: startTime time|datetime, endTime time|datetime, deposit money | belongs-to Group, belongs-to Field, belongs-to Staff
      EquipmentRental: quantity integer | belongs-to Booking, belongs-to Item
      Item: name string, dailyFee money, numberOwned|howMany|quantity|owned|numberOfWe integer
      Staff: name string, cell phone`,
  },
  {
    id: 'ac-journal',
    prompt:
      'An academic journal needs a submission system. Authors submit manuscripts. A manuscript has a title, an abstract, keywords and a submission date, and may be withdrawn. A manuscript is written by one or more authors, of whom one is the corresponding author. Editors assign reviewers to manuscripts. Each assignment has a due date and, once it is finished, a verdict (accept, minor revision, major revision, reject) and a report. Authors, editors and reviewers have a name, an email and an affiliation.',
    expect: `
      Author: name string, email email, affiliation string
      Manuscript: title string, abstract text|string, submissionDate date, withdrawn boolean | many-to-many Author, many-to-many Keyword
      Keyword:
      Editor: name string, email email, affiliation string
      Reviewer: name string, email email, affiliation string
      Assignment: dueDate date, verdict enum(accept|minor revision|major revision|reject) optional, report text|string optional | belongs-to Reviewer, belongs-to Manuscript`,
  },
  {
    id: 'ac-chimney',
    prompt: `As a chimney sweep I want to manage my customers (name, street, town, phone).
As a chimney sweep I want to store the chimneys of a customer with their height, the year they were built and the fuel (wood, gas, oil).
As a chimney sweep I want to plan visits: each visit is for a chimney, on a date, and is done by a sweep.
As a chimney sweep I want to write down the defects found during a visit, with a description, a severity from 1 to 4 and a deadline for the repair.
As an office worker I want to create invoices for visits with a number, an amount and a payment date that is empty at first.`,
    expect: `
      Customer: name string, street string, town string, phone phone
      Chimney: height decimal|integer, yearBuilt|builtIn|builtAt|year integer|datetime|date, fuel enum(wood|gas|oil) | belongs-to Customer
      Visit: date date | belongs-to Chimney, belongs-to Sweep
      Sweep:
      Defect: description text, severity integer, deadline|deadlineForTheRepair date | belongs-to Visit
      Invoice: number string|integer, amount money, paymentDate date optional | belongs-to Visit`,
  },
  {
    id: 'ac-debate',
    prompt:
      'Create a backend for debating tournaments. Tournament (name, city, start date, end date). Institution (name, short name unique). Team: name, institution, tournament, two speakers. Speaker: full name, email, novice (bool). Round: tournament, number, motion, starts at. Debate: round, room, judge. In each debate exactly four teams compete, and every team gets a rank and points per debate. Judge: full name, email, experience level (1-9).',
    expect: `
      Tournament: name string, city string, startDate date, endDate date
      Institution: name string, shortName string unique
      Team: name string | belongs-to Institution, belongs-to Tournament, many-to-many Speaker
      Speaker: fullName string, email email, novice boolean
      Round: number integer|string, motion string, startsAt datetime | belongs-to Tournament
      Debate: room string | belongs-to Round, belongs-to Judge
      DebateTeam|TeamDebate: rank integer, points integer | belongs-to Debate, belongs-to Team
      Judge: fullName string, email email, experienceLevel integer`,
  },
  {
    id: 'ac-cleaning',
    prompt:
      'Good day, I run a cleaning company. For each client I need the company name, a contact, an address and the agreed hourly rate. Clients have one or more objects (buildings) with an address, an area in square metres and the number of floors. My cleaners - first name, last name, date of birth, mobile - are scheduled for objects in shifts. A shift has a day, a from and a to time and an optional comment. If a cleaner is ill, an absence is recorded with a first day, a last day and a reason (illness, holiday, other). At the end of the month there is one invoice per client.',
    expect: `
      Client: companyName string, contact string, address string, agreedHourlyRate|hourlyRate money
      Object|Building: address string, area decimal|integer, numberOfFloors integer | belongs-to Client
      Cleaner: firstName string, lastName string, dateOfBirth date, mobile phone
      Shift: day date, from|fromTime time|date|datetime, to|toTime time|date|datetime, comment text|string optional | belongs-to Cleaner, belongs-to Object|Building
      Absence: firstDay date, lastDay date, reason enum(illness|holiday|other) | belongs-to Cleaner
      Invoice: | belongs-to Client`,
  },
  {
    id: 'ac-photo',
    prompt:
      'Photographers upload photos into albums. A photo has a title, a file url, the camera it was taken with, a taken at time and optional coordinates text. Albums belong to a photographer, have a name and a visibility of public, unlisted or private. Visitors can like photos and write comments on them (text, posted at). Photos can be tagged with several tags, and tags are just names. Photographers have a display name (unique), a bio and a website.',
    expect: `
      Photographer: displayName string unique, bio text, website url
      Photo: title string, fileUrl url, camera string, takenAt datetime, coordinatesText|coordinates text|string optional | belongs-to Album, belongs-to Photographer, many-to-many Tag
      Album: name string, visibility enum(public|unlisted|private) | belongs-to Photographer
      Comment: text text, postedAt datetime | belongs-to Photo
      Tag: name string`,
  },
  {
    id: 'ac-drone',
    prompt:
      'Drone inspection of power lines. The following information has to be administrated: lines (designation, voltage in kV, owner), pylons which stand along a line (number, latitude, longitude, material: steel or wood), flights which are carried out by a pilot with a drone on a date, and findings that were made during a flight at a pylon (category, urgency low/medium/high, photo url, remedied yes/no). Drones possess a serial number (unique) and a max. flight time in minutes. Pilots possess a name and a licence which is valid until a certain date.',
    expect: `
      Line: designation string, voltage decimal|integer, owner string
      Pylon: number string|integer, latitude decimal, longitude decimal, material enum(steel|wood) | belongs-to Line
      Flight: date date | belongs-to Pilot, belongs-to Drone
      Finding: category string, urgency enum(low|medium|high), photoUrl url, remedied boolean | belongs-to Flight, belongs-to Pylon
      Drone: serialNumber string unique, maxFlightTime|maximumFlightTime duration|integer
      Pilot: name string, licence string, validUntil|licenceValidUntil date`,
  },
  {
    id: 'ac-farmshop',
    prompt:
      '{ "what": "egg stand" } just kidding. I need: hens (ring number unique, breed, hatched on), coops (name, max hens), hens live in coops. every day we count eggs per coop -> egg count: coop, day, count, broken. customers: name, phone?; sales: customer?, date, dozens, price per dozen, paid?',
    expect: `
      Hen: ringNumber string|integer unique, breed string, hatchedOn date | belongs-to Coop
      Coop: name string, maxHens|maximumHens integer
      EggCount: day date, count integer, broken integer|boolean | belongs-to Coop
      Customer: name string, phone phone optional
      Sale: date date, dozens integer, pricePerDozen money, paid boolean | belongs-to Customer optional`,
  },
  {
    id: 'ac-therapy',
    prompt:
      'Practice for physiotherapy: patients with name, birth date, insurance (public, private) and a phone number; prescriptions that a doctor issued to a patient, stating the diagnosis, the number of sessions and the issue date; appointments, in which a therapist treats a patient on the basis of a prescription, with date, start time and duration (20, 40 or 60 minutes). Doctors: name, practice address. Therapists: name, qualification. A prescription is used up after all its sessions.',
    expect: `
      Patient: name string, birthDate date, insurance enum(public|private), phoneNumber phone
      Prescription: diagnosis text|string, numberOfSessions integer, issueDate date | belongs-to Doctor, belongs-to Patient
      Appointment: date date, startTime time|datetime, duration duration|integer|enum | belongs-to Therapist, belongs-to Patient, belongs-to Prescription
      Doctor: name string, practiceAddress string
      Therapist: name string, qualification string`,
  },
  {
    id: 'ac-fundraise',
    prompt:
      'Campaigns (title, goal amount, ends on) collect pledges from backers. Backers have an email, unique, and optionally a display name. With each pledge come an amount and a pledge date. Campaigns offer rewards; each reward has a title, a minimum amount and a limit, and a pledge can select at most one reward. Updates are posted to a campaign by its creator, with a title, a body and the time of posting. Creators are people with a name, an email and an iban; every campaign has exactly one creator.',
    expect: `
      Campaign: title string, goalAmount money, endsOn date | belongs-to Creator
      Pledge: amount money, pledgeDate date | belongs-to Campaign, belongs-to Backer, belongs-to Reward optional
      Backer: email email unique, displayName string optional
      Reward: title string, minimumAmount money, limit integer|decimal | belongs-to Campaign
      Update: title string, body text, timeOfPosting|postedAt time|datetime | belongs-to Campaign, belongs-to Creator
      Creator: name string, email email, iban iban|string`,
  },
];
