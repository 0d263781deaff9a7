import type { CorpusEntry } from './corpus-entry.ts';

/** Written after the mending that T called for and before anything was read. */
export const corpusU: CorpusEntry[] = [
  {
    id: 'u-pharmacy',
    prompt:
      'Pharmacy stock: medicines (name, active ingredient, dosage form: tablet/syrup/injection, prescription required yes/no, price), batches per medicine with batch number (unique), expiry date and quantity in stock, suppliers w/ name, phone & email. Each batch comes from one supplier.',
    expect: `
      Medicine: name string, activeIngredient string, dosageForm enum(tablet|syrup|injection), prescriptionRequired boolean, price money
      Batch: batchNumber string unique, expiryDate date, quantityInStock integer | belongs-to Medicine, belongs-to Supplier
      Supplier: name string, phone phone, email email`,
  },
  {
    id: 'u-hostel',
    prompt:
      'Hi! We run a hostel. There are dorms and private rooms, so a room has a name, a kind (dorm or private) and a price per bed. Every room has several beds, and a bed has a label. Guests check in with their full name, nationality and passport number (must be unique). A stay is for one guest and one bed, with an arrival date, a departure date and an optional remark.',
    expect: `
      Room: name string, kind enum(dorm|private), pricePerBed money | has-many Bed
      Bed: label string
      Guest: fullName string, nationality string, passportNumber string unique
      Stay: arrivalDate date, departureDate date, remark string|text optional | belongs-to Guest, belongs-to Bed`,
  },
  {
    id: 'u-issue',
    prompt: `Issue tracker
Project: key (unique, max 10 chars), name, description?
Milestone: title, due date, project
Issue: title, body, status (todo, doing, done) = todo, estimate (hours), project, milestone?, reporter (user), assignee? (user)
User: email unique, name
Label: name, colour; issues have many labels`,
    expect: `
      Project: key string unique, name string, description text optional
      Milestone: title string, dueDate date | belongs-to Project
      Issue: title string, body text, status enum(todo|doing|done) default, estimate decimal|integer | belongs-to Project, belongs-to Milestone optional, belongs-to User, many-to-many Label
      User: email email unique, name string
      Label: name string, colour string`,
  },
  {
    id: 'u-blooddonors',
    prompt:
      'A blood bank registers donors. For each donor it stores a donor code (unique), the name, the blood group (A, B, AB, O), the date of birth and a phone number. Donors make donations: a donation has a date, a volume in ml, a haemoglobin value and a centre where it took place. Centres have a name, an address and opening hours. Blood bags come from a donation and have a bag number (unique), a component (plasma, platelets, red cells) and an expiry date.',
    expect: `
      Donor: donorCode string unique, name string, bloodGroup enum(A|B|AB|O), dateOfBirth date, phoneNumber|phone phone | has-many Donation
      Donation: date date, volume decimal|integer, haemoglobinValue decimal | belongs-to Centre
      Centre: name string, address string, openingHours string|text
      BloodBag: bagNumber string unique, component enum(plasma|platelets|red cells), expiryDate date | belongs-to Donation`,
  },
  {
    id: 'u-store',
    prompt:
      'store: product(sku unique, name, price >= 0, stock default 0) | category(name unique) | customer(email unique, name, phone?) | order(placed at, status pending/paid/shipped) | order item(quantity >= 1, unit price). product n-1 category, customer 1-n order, order 1-n order item, order item n-1 product',
    expect: `
      Product: sku string unique, name string, price money, stock integer default | belongs-to Category
      Category: name string unique
      Customer: email email unique, name string, phone phone optional | has-many Order
      Order: placedAt datetime, status enum(pending|paid|shipped) | has-many OrderItem
      OrderItem: quantity integer, unitPrice money | belongs-to Product`,
  },
  {
    id: 'u-music-school',
    prompt: `As a music teacher I want to keep my students with their name, email and instrument.
As a music teacher I want to schedule lessons with a student, each with a date and time, a duration in minutes and a topic.
As a music teacher I want to record payments of a student with amount, date and method (cash, card, transfer).
As a music teacher I want to see which lessons were missed, so a lesson has an attended flag.`,
    expect: `
      Student: name string, email email, instrument string
      Lesson: dateTime datetime, duration duration, topic string, attended boolean | belongs-to Student
      Payment: amount money, date date, method enum(cash|card|transfer) | belongs-to Student`,
  },
  {
    id: 'u-airport',
    prompt:
      'Airport app. An airline has a name and a two letter code which is unique. Airlines operate flights. A flight has a flight number, a scheduled departure, an actual departure (optional) and a status of on time, delayed, boarding, departed or cancelled; it leaves from one gate. Gates belong to a terminal and have a number. A terminal has a name. Passengers hold tickets for flights; a ticket has a seat, a booking reference (unique) and a class (economy, business).',
    expect: `
      Airline: name string, code|twoLetterCode string unique | has-many Flight
      Flight: flightNumber string, scheduledDeparture datetime|string, actualDeparture datetime|string optional, status enum(on time|delayed|boarding|departed|cancelled) | belongs-to Gate
      Gate: number string|integer | belongs-to Terminal
      Terminal: name string
      Passenger: | has-many Ticket
      Ticket: seat string, bookingReference string unique, class enum(economy|business) | belongs-to Flight`,
  },
  {
    id: 'u-gallery',
    prompt: `## Art gallery

### Artist
- name: string, required
- birth year: integer
- biography: text, optional

### Artwork
- title: string
- medium: one of oil, acrylic, watercolour, print
- price: decimal, min 0
- sold: boolean, default false
- artist: reference to Artist

### Exhibition
- name
- opening date
- closing date

An exhibition shows many artworks and an artwork can be in many exhibitions.`,
    expect: `
      Artist: name string, birthYear integer, biography text optional
      Artwork: title string, medium enum(oil|acrylic|watercolour|print), price decimal|money, sold boolean default | belongs-to Artist
      Exhibition: name string, openingDate date, closingDate date | many-to-many Artwork`,
  },
  {
    id: 'u-babysit',
    prompt:
      'families post jobs for babysitters. a family has a name, a street, a city and a number of children. a job has a date, start time, end time, hourly pay and notes (optional). sitters have a name, a birthday, a bio and a minimum hourly pay. sitters apply for jobs, an application has a message and a status: sent, accepted, declined. after a job the family can leave a review about the sitter with a rating of 1-5 and a text.',
    expect: `
      Family: name string, street string, city string, numberOfChildren integer | has-many Job
      Job: date date, startTime time|datetime, endTime time|datetime, hourlyPay money, notes text optional
      Sitter: name string, birthday date, bio text, minimumHourlyPay money
      Application: message text, status enum(sent|accepted|declined) | belongs-to Sitter, belongs-to Job
      Review: rating integer, text text | belongs-to Sitter, belongs-to Family`,
  },
  {
    id: 'u-warranty',
    prompt:
      'Need sth to track our appliances & warranties. Appliance: brand, model, serial no. (unique), bought on, price, room (kitchen/bath/living room/other). Warranty: appliance, provider, valid until, coverage text. Repair: appliance, date, cost, technician name, fixed? (bool). Manual: appliance, title, file url.',
    expect: `
      Appliance: brand string, model string, serialNo|serialNumber string unique, boughtOn date, price money, room enum(kitchen|bath|living room|other)
      Warranty: provider string, validUntil date, coverage|coverageText text | belongs-to Appliance
      Repair: date date, cost money, technicianName string, fixed boolean | belongs-to Appliance
      Manual: title string, fileUrl url | belongs-to Appliance`,
  },
  {
    id: 'u-parliament',
    prompt:
      'Database of a parliament. Members of parliament have a name, a party and a constituency. A party has a name and an abbreviation that is unique. Bills have a number (unique), a title, a date of introduction and a stage: introduced, committee, passed or rejected. Every bill is introduced by one member. Votes: each vote is cast by a member on a bill and is yes, no or abstain. Committees have a name, consist of several members, and a member may sit on several committees.',
    expect: `
      Member: name string, constituency string | belongs-to Party
      Party: name string, abbreviation string unique
      Bill: number string|integer unique, title string, dateOfIntroduction date, stage enum(introduced|committee|passed|rejected) | belongs-to Member
      Vote: status|value|vote enum(yes|no|abstain) | belongs-to Bill, belongs-to Member
      Committee: name string | many-to-many Member`,
  },
  {
    id: 'u-catering',
    prompt:
      'Catering business: we have menus with a name and a price per person; a menu includes several dishes (name, course: starter, main or dessert, vegetarian flag) and the same dish may be in several menus. Clients (name, phone) book events. An event has a date, a venue address, a number of guests and a deposit, uses one menu, and is staffed by several employees; an employee works at many events. Employees: name, role, hourly rate.',
    expect: `
      Menu: name string, pricePerPerson money | many-to-many Dish
      Dish: name string, course enum(starter|main|dessert), vegetarian boolean
      Client: name string, phone phone | has-many Event
      Event: date date, venueAddress string, numberOfGuests integer, deposit money | belongs-to Menu, many-to-many Employee
      Employee: name string, role string, hourlyRate money`,
  },
  {
    id: 'u-scouts',
    prompt:
      'Scout troop: scouts (first name, last name, birthday, rank), patrols (name unique, colour), leaders (name, phone). every scout is in one patrol; every patrol is led by one leader. badges have a name, level (bronze, silver, gold) and requirements. scouts earn badges: an award has the date it was awarded and links a scout with a badge. camps: name, place, from, to, fee; scouts sign up for camps (many to many).',
    expect: `
      Scout: firstName string, lastName string, birthday date, rank string|integer | belongs-to Patrol, many-to-many Camp
      Patrol: name string unique, colour string | belongs-to Leader
      Leader: name string, phone phone
      Badge: name string, level enum(bronze|silver|gold), requirements text
      Award: awardedAt|dateAwarded|date|awardedOn date|datetime | belongs-to Scout, belongs-to Badge
      Camp: name string, place string, from date|datetime|string, to date|datetime|string, fee money`,
  },
  {
    id: 'u-repair',
    prompt:
      'I would like an API for a car repair shop, where customers bring in vehicles. Customer: name, phone, email optional. Vehicle: plate unique, make, model, year between 1950 and 2030, owned by a customer. Repair order: vehicle, mechanic, opened on, closed on (optional), status open/waiting for parts/done. Mechanic: name, certified yes/no. Parts used in a repair order: part name, part number, quantity, unit price.',
    expect: `
      Customer: name string, phone phone, email email optional | has-many Vehicle
      Vehicle: plate string unique, make string, model string, year integer
      RepairOrder: openedOn date, closedOn date optional, status enum(open|waiting for parts|done) | belongs-to Vehicle, belongs-to Mechanic
      Mechanic: name string, certified boolean
      Part: partName|name string, partNumber|number string, quantity integer, unitPrice money | belongs-to RepairOrder`,
  },
  {
    id: 'u-translation',
    prompt:
      'Translation agency management. Translators have a name, an email (unique) and a rate per word, and translate from and into several languages. Clients order projects. A project has a title, a source text word count, a deadline and a state (quoted, in progress, review, delivered). A project is split into jobs; each job is assigned to one translator and has a target language, a word count and a due date. Invoices are issued to a client and have a number (unique), an amount and a paid flag.',
    expect: `
      Translator: name string, email email unique, ratePerWord money|decimal | many-to-many Language
      Language:
      Client: | has-many Project
      Project: title string, sourceTextWordCount integer, deadline date|datetime, state enum(quoted|in progress|review|delivered) | has-many Job
      Job: wordCount integer, dueDate date | belongs-to Translator, belongs-to Language
      Invoice: number string unique, amount money, paid boolean | belongs-to Client`,
  },
  {
    id: 'u-weather',
    prompt: `Weather stations network:

| Entity | Fields | Relations |
|---|---|---|
| Station | name, code (unique), elevation, installed on | belongs to region |
| Region | name | has many stations |
| Observation | observed at, temperature, humidity %, wind speed, rain mm | belongs to station |
| Alert | level (yellow, orange, red), message, valid until | belongs to region |`,
    expect: `
      Station: name string, code string unique, elevation decimal|integer, installedOn date | belongs-to Region
      Region: name string
      Observation: observedAt datetime, temperature decimal, humidity percentage|decimal, windSpeed decimal, rain|rainMm decimal | belongs-to Station
      Alert: level enum(yellow|orange|red), message text, validUntil date|datetime | belongs-to Region`,
  },
  {
    id: 'u-library-things',
    prompt:
      'Library of things. People can borrow drills, tents, projectors and so on. A thing has a name, a description, a replacement value and a condition that is good, worn or broken. Things are sorted into categories. Borrowers have a name, email and a member since date. When a borrower takes a thing we record a loan with the thing, the borrower, the day it went out, the day it is due and, once returned, the return day.',
    expect: `
      Thing: name string, description text, replacementValue money|decimal, condition enum(good|worn|broken) | belongs-to Category
      Category:
      Borrower: name string, email email, memberSince date
      Loan: wentOutAt|wentOutOn|wentOut|dayOut|outDate|wentAt datetime|date, dueAt|due|dueDate datetime|date, returnDay|returnDate date|datetime|string optional | belongs-to Thing, belongs-to Borrower`,
  },
  {
    id: 'u-elections',
    prompt:
      'student election system. an election has a title, an opens at time and a closes at time. candidates stand in an election; a candidate has a full name, a programme text and a photo url. voters have a student number (unique) and an email (unique). a ballot belongs to an election and a voter and names one candidate; a ballot has a cast at timestamp.',
    expect: `
      Election: title string, opensAt datetime, closesAt datetime
      Candidate: fullName string, programme|programmeText text, photoUrl url | belongs-to Election
      Voter: studentNumber string unique, email email unique
      Ballot: castAt datetime | belongs-to Election, belongs-to Voter, belongs-to Candidate`,
  },
  {
    id: 'u-stud',
    prompt:
      'Horse stable: Horses have a name, breed, sex (mare, stallion, gelding), date of birth and height in cm. A horse is owned by one or more owners (name, phone, email) and an owner may own several horses. Boxes: number unique, size; a horse stands in at most one box. Vet visits per horse: date, vet name, diagnosis, cost. Riding lessons: a lesson has an instructor, a rider, a horse and a start time. Instructors and riders have a name and a phone.',
    expect: `
      Horse: name string, breed string, sex enum(mare|stallion|gelding), dateOfBirth date, height decimal|integer | many-to-many Owner, belongs-to Box optional
      Owner: name string, phone phone, email email
      Box: number string|integer unique, size string|decimal
      VetVisit: date date, vetName string, diagnosis text|string, cost money | belongs-to Horse
      Lesson: startTime datetime | belongs-to Instructor, belongs-to Rider, belongs-to Horse
      Instructor: name string, phone phone
      Rider: name string, phone phone`,
  },
  {
    id: 'u-feedback',
    prompt:
      'SaaS feedback portal: workspaces have a name & subdomain (unique); members belong to a workspace & have name, email, role owner/admin/member. boards per workspace w/ title, is public. ideas per board w/ title, details, status open/planned/shipped, votes default 0. comments on an idea by a member w/ body.',
    expect: `
      Workspace: name string, subdomain string unique
      Member: name string, email email, role enum(owner|admin|member) | belongs-to Workspace
      Board: title string, isPublic boolean | belongs-to Workspace
      Idea: title string, details text|string, status enum(open|planned|shipped), votes integer default | belongs-to Board
      Comment: body text | belongs-to Idea, belongs-to Member`,
  },
];
