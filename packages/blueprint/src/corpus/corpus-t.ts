import type { CorpusEntry } from './corpus-entry.ts';

/** Written after the mending that S called for and before anything was read. */
export const corpusT: CorpusEntry[] = [
  {
    id: 't-dental',
    prompt:
      'I manage a dental practice and need to keep track of dentists, patients and treatments. Every dentist has a name, a room number and a list of working days as text. Patients are identified by a patient number (unique); we also store their name, date of birth and phone. A treatment is performed by one dentist on one patient, on a certain date, and it has a tooth number, a code, a cost and a status (planned, done, billed).',
    expect: `
      Dentist: name string, roomNumber string, workingDays text|string
      Patient: patientNumber string unique, name string, dateOfBirth date, phone phone
      Treatment: date date, toothNumber string|integer, code string, cost money, status enum(planned|done|billed) | belongs-to Dentist, belongs-to Patient`,
  },
  {
    id: 't-kanban',
    prompt: `Kanban tool

- board: title, visibility (private/team/public)
- list: title, position; belongs to board
- card: title, description?, due date?, position; belongs to list; has many labels; assigned to many users
- label: name, color
- user: email (unique), display name`,
    expect: `
      Board: title string, visibility enum(private|team|public)
      List: title string, position integer | belongs-to Board
      Card: title string, description text optional, dueDate date optional, position integer | belongs-to List, many-to-many Label, many-to-many User
      Label: name string, color string
      User: email email unique, displayName string`,
  },
  {
    id: 't-taxi',
    prompt:
      'Taxi dispatch. Drivers have a name, a license number (unique) and a phone. Cars have a plate (unique), a model, seats and a colour; each car is driven by one driver. A trip has a pickup address, a drop-off address, a pickup time, a fare and a status that can be requested, ongoing, finished or cancelled. Every trip is booked by a customer and carried out by a driver. Customers have a name and phone number, and may leave a rating between 1 and 5 for a trip.',
    expect: `
      Driver: name string, licenseNumber string unique, phone phone
      Car: plate string unique, model string, seats integer, colour string | belongs-to Driver
      Trip: pickupAddress string, dropOffAddress string, pickupTime datetime, fare money, status enum(requested|ongoing|finished|cancelled) | belongs-to Customer, belongs-to Driver
      Customer: name string, phoneNumber|phone phone | has-many Rating
      Rating: value|rating|score integer | belongs-to Trip`,
  },
  {
    id: 't-cinema',
    prompt: `| Entity | Attributes |
|--------|------------|
| Movie | title, duration in minutes, age rating (G, PG, R), release date |
| Hall | name (unique), rows, seats per row |
| Screening | starts at, price, movie, hall |
| Ticket | row number, seat number, screening, price paid, sold at |`,
    expect: `
      Movie: title string, duration duration, ageRating enum(G|PG|R), releaseDate date
      Hall: name string unique, rows integer, seatsPerRow integer
      Screening: startsAt datetime, price money | belongs-to Movie, belongs-to Hall
      Ticket: rowNumber string|integer, seatNumber string|integer, pricePaid money, soldAt datetime | belongs-to Screening`,
  },
  {
    id: 't-recruit',
    prompt:
      'recruiting tool w/ companies (name, website), job postings (title, description, salary min, salary max, remote yes/no, posted on), candidates (name, email unique, cv url, years of experience) & applications. a company has many job postings. an application links a candidate to a job posting, w/ stage new/screen/interview/offer/hired/rejected (default new), applied at & cover letter (optional).',
    expect: `
      Company: name string, website url | has-many JobPosting
      JobPosting: title string, description text, salaryMin money, salaryMax money, remote boolean, postedOn date
      Candidate: name string, email email unique, cvUrl url, yearsOfExperience integer
      Application: stage enum(new|screen|interview|offer|hired|rejected) default, appliedAt datetime, coverLetter text|string optional | belongs-to Candidate, belongs-to JobPosting`,
  },
  {
    id: 't-choir',
    prompt:
      "We're a choir of about sixty singers. For each singer we need their name, email, voice (soprano, alto, tenor or bass) and when they joined. We rehearse weekly: a rehearsal has a date, a place and a start time. We want to know which singer came to which rehearsal, so there is an attendance with a present flag and an optional excuse. Concerts have a title, a date and a venue. A concert's programme consists of pieces; each piece has a composer, a title and a length in minutes, and may be part of several concerts.",
    expect: `
      Singer: name string, email email, voice enum(soprano|alto|tenor|bass), joinedAt|joinedOn|joined datetime|date
      Rehearsal: date date, place string, startTime time|datetime
      Attendance: present boolean, excuse string|text optional | belongs-to Singer, belongs-to Rehearsal
      Concert: title string, date date, venue string | many-to-many Piece
      Piece: composer string, title string, length integer|duration|decimal`,
  },
  {
    id: 't-invoices',
    prompt:
      'Invoicing for freelancers: Client (company name, contact name, email, VAT id optional, payment terms in days default 30). Project (name, hourly rate, client, active flag). Time entry (project, date, hours <= 24, note). Invoice (number unique, client, issue date, due date, status draft/sent/paid/overdue, tax rate %). Invoice line (invoice, description, quantity, unit price).',
    expect: `
      Client: companyName string, contactName string, email email, vatId string optional, paymentTerms integer|string default
      Project: name string, hourlyRate money, active boolean | belongs-to Client
      TimeEntry: date date, hours decimal, note text | belongs-to Project
      Invoice: number string unique, issueDate date, dueDate date, status enum(draft|sent|paid|overdue), taxRate percentage | belongs-to Client
      InvoiceLine: description text|string, quantity integer|decimal, unitPrice money | belongs-to Invoice`,
  },
  {
    id: 't-wildlife',
    prompt:
      'Application for a wildlife sanctuary that records animals, their species, enclosures and feedings. An animal has a name, a sex (male/female/unknown), an estimated age in years and an arrival date, belongs to one species and lives in one enclosure. A species has a common name and a latin name (unique). An enclosure has a code, an area in square metres and a maximum number of animals. Feedings are recorded per animal with the food, the amount in grams and the time. Keepers look after many enclosures and every enclosure has one or more keepers. A keeper has a name and an employee number.',
    expect: `
      Animal: name string, sex enum(male|female|unknown), estimatedAge integer, arrivalDate date | belongs-to Species, belongs-to Enclosure
      Species: commonName string, latinName string unique
      Enclosure: code string, area decimal, maximumNumberOfAnimals integer
      Feeding: food string, amount decimal|integer, time time|datetime | belongs-to Animal
      Keeper: name string, employeeNumber string | many-to-many Enclosure`,
  },
  {
    id: 't-hackathon',
    prompt:
      'A hackathon has a name, start date, end date and location. Teams register for a hackathon; a team has a name and a maximum of 5 participants. Participants: first name, last name, email (unique), t-shirt size S/M/L/XL. A participant is a member of exactly one team. Each team submits one project with a title, repository URL, demo URL (optional). Judges (name, company) score projects: a score has a criterion, points 0-10 and a comment.',
    expect: `
      Hackathon: name string, startDate date, endDate date, location string | has-many Team
      Team: name string | has-many Participant, has-one Project
      Participant: firstName string, lastName string, email email unique, tShirtSize enum(S|M|L|XL)
      Project: title string, repositoryUrl url, demoUrl url optional
      Judge: name string, company string | has-many Score
      Score: criterion string, points integer, comment text | belongs-to Project`,
  },
  {
    id: 't-library',
    prompt: `As a librarian, I want to manage books (title, ISBN unique, published year, copies available) so members can find them.
As a librarian, I want to manage authors (name, birth year); a book can have several authors and an author several books.
As a member, I want to borrow a book so that I can read it at home: a loan has a loan date, a due date and a return date (optional).
As a librarian, I want to record fines for a loan, with an amount, a reason and whether the fine was paid.
Members have a card number (unique), a name and an email.`,
    expect: `
      Book: title string, isbn string unique, publishedYear integer, copiesAvailable integer | many-to-many Author
      Author: name string, birthYear integer
      Loan: loanDate date, dueDate date, returnDate date optional | belongs-to Member, belongs-to Book
      Fine: amount money, reason text|string, paid|finePaid boolean | belongs-to Loan
      Member: cardNumber string unique, name string, email email`,
  },
  {
    id: 't-energy',
    prompt:
      'Solar plant monitoring: plant(name, latitude, longitude, peak power in kW, commissioned on), inverter(plant, serial number unique, manufacturer, rated power), measurement(inverter, measured at, power decimal, temperature decimal nullable), outage(plant, started at, ended at nullable, cause enum: grid, hardware, weather).',
    expect: `
      Plant: name string, latitude decimal, longitude decimal, peakPower decimal, commissionedOn date
      Inverter: serialNumber string unique, manufacturer string, ratedPower decimal | belongs-to Plant
      Measurement: measuredAt datetime, power decimal, temperature decimal optional | belongs-to Inverter
      Outage: startedAt datetime, endedAt datetime optional, cause enum(grid|hardware|weather) | belongs-to Plant`,
  },
  {
    id: 't-wedding',
    prompt:
      'wedding planner - guests have a name, email, plus one (yes/no), diet (none, vegetarian, vegan) and rsvp status pending/yes/no with default pending. tables have a number and a capacity, and each guest sits at one table (optional until seated). vendors have a name, category and price, and we pay them in payments with an amount, due date and paid flag. tasks: title, deadline, done.',
    expect: `
      Guest: name string, email email, plusOne boolean, diet enum(none|vegetarian|vegan), rsvpStatus enum(pending|yes|no) default | belongs-to Table optional
      Table: number string|integer, capacity integer
      Vendor: name string, category string, price money | has-many Payment
      Payment: amount money, dueDate date, paid boolean
      Task: title string, deadline date|datetime, done boolean`,
  },
  {
    id: 't-quiz',
    prompt:
      "Let's make a quiz platform. A quiz has a title, a topic and a time limit in minutes. Each quiz contains many questions. A question has a text, a number of points and a type, which is multiple choice, true/false or open. Each question has two or more answers; an answer has a text and is either correct or not. Players have a nickname (unique) and an email. An attempt records which player took which quiz, the score, when it was started and when it was finished.",
    expect: `
      Quiz: title string, topic string, timeLimit integer|duration|decimal | has-many Question
      Question: text text|string, numberOfPoints|points integer, type enum(multiple choice|true/false|open) | has-many Answer
      Answer: text text|string, correct|isCorrect boolean
      Player: nickname string unique, email email
      Attempt: score integer, startedAt datetime, finishedAt datetime | belongs-to Player, belongs-to Quiz`,
  },
  {
    id: 't-construction',
    prompt:
      'Site diary for builders. Sites: name, address, client name, budget. Workers: name, trade (carpenter, mason, electrician, plumber), hourly wage. Workers are assigned to sites, several per site, and a worker can be on several sites. Diary entries for a site: date, weather, summary, author (a worker). Deliveries to a site: supplier, material, quantity, unit, delivered at. Photos of a diary entry: file name, caption optional.',
    expect: `
      Site: name string, address string, clientName string, budget money
      Worker: name string, trade enum(carpenter|mason|electrician|plumber), hourlyWage money | many-to-many Site
      DiaryEntry: date date, weather string, summary text | belongs-to Site, belongs-to Worker
      Delivery: supplier string, material string, quantity integer|decimal, unit string, deliveredAt datetime | belongs-to Site
      Photo: fileName string, caption string|text optional | belongs-to DiaryEntry`,
  },
  {
    id: 't-forum',
    prompt:
      'Forum software. Users sign up with username (unique, 3 to 20 characters), email (unique) and an avatar url that is optional. There are boards; a board has a name, a slug and a description. Users start threads in a board. A thread has a title and can be pinned or locked. Threads contain posts; every post is written by a user and has a body and an edited at timestamp (optional). Users can upvote many posts. Moderators are users too.',
    expect: `
      User: username string unique, email email unique, avatarUrl url optional | has-many Thread, has-many Post, many-to-many Post
      Board: name string, slug slug, description text | has-many Thread
      Thread: title string, pinned|isPinned boolean, locked|isLocked boolean | has-many Post
      Post: body text, editedAt datetime optional`,
  },
  {
    id: 't-brewery',
    prompt: `Craft brewery
  Beer
    name (unique)
    style
    alcohol percentage
    bitterness (integer, 0 to 120)
  Batch
    batch number (unique)
    beer
    brewed on
    volume in litres
    status: fermenting, conditioning, packaged, dumped
  Ingredient
    name
    kind (malt, hop, yeast, other)
  A batch uses many ingredients and an ingredient is used in many batches.
  Tasting note
    batch, taster name, score 1-100, notes`,
    expect: `
      Beer: name string unique, style string, alcoholPercentage percentage, bitterness integer
      Batch: batchNumber string unique, brewedOn date, volume decimal, status enum(fermenting|conditioning|packaged|dumped) | belongs-to Beer, many-to-many Ingredient
      Ingredient: name string, kind enum(malt|hop|yeast|other)
      TastingNote: tasterName string, score integer, notes text | belongs-to Batch`,
  },
  {
    id: 't-emergency',
    prompt:
      'The fire brigade wants a system for incidents. An incident has a number, a type (fire, flood, accident, rescue), an address, the time of the call, and a severity from 1 to 5. Several vehicles are sent to an incident and a vehicle is sent to many incidents over time. Vehicles have a call sign that is unique and a type. Firefighters have a name, rank and service number (unique) and belong to one station. A station has a name, an address and houses vehicles.',
    expect: `
      Incident: number string|integer, type enum(fire|flood|accident|rescue), address string, timeOfCall|timeOfTheCall datetime|time, severity integer | many-to-many Vehicle
      Vehicle: callSign string unique, type string | belongs-to Station
      Firefighter: name string, rank string|integer, serviceNumber string unique | belongs-to Station
      Station: name string, address string`,
  },
  {
    id: 't-saas',
    prompt:
      'Subscription billing service: plans (code unique, name, monthly price, trial days default 14), customers (name, billing email, country), subscriptions (customer, plan, started on, cancelled on?, status active|trialing|past_due|cancelled), invoices for a subscription (number unique, amount due, due date, paid at?), payments per invoice (amount, method card/sepa/paypal, succeeded boolean).',
    expect: `
      Plan: code string unique, name string, monthlyPrice money, trialDays integer default
      Customer: name string, billingEmail email, country string
      Subscription: startedOn date, cancelledOn date optional, status enum(active|trialing|past_due|cancelled) | belongs-to Customer, belongs-to Plan
      Invoice: number string unique, amountDue money, dueDate date, paidAt datetime optional | belongs-to Subscription
      Payment: amount money, method enum(card|sepa|paypal), succeeded boolean | belongs-to Invoice`,
  },
  {
    id: 't-nursery',
    prompt:
      'Plant nursery shop. Plants: common name, botanical name, price, pot size in cm, sun needs (full sun, half shade, shade), stock. Suppliers deliver plants; a supplier has a name, city and e-mail. One plant may come from many suppliers. Customers buy plants: a sale has a date, a total and a payment method (cash or card) and consists of sale items with plant, quantity and price. Gift cards: code (unique), balance, expiry date, owned by a customer (optional).',
    expect: `
      Plant: commonName string, botanicalName string, price money, potSize decimal|integer, sunNeeds enum(full sun|half shade|shade), stock integer | many-to-many Supplier
      Supplier: name string, city string, email email
      Customer: | has-many Sale
      Sale: date date, total money, paymentMethod enum(cash|card) | has-many SaleItem
      SaleItem: quantity integer, price money | belongs-to Plant
      GiftCard: code string unique, balance money, expiryDate date | belongs-to Customer optional`,
  },
  {
    id: 't-research',
    prompt:
      'Please create a data model for a research group: researchers, papers, grants and experiments. A researcher has a full name, an ORCID that must be unique, a position (PhD student, postdoc, professor) and a start date. Papers have a title, an abstract, a DOI (unique, optional), a year of publication after 1950; each paper has one or more authors, who are researchers. A grant has a funder, an amount in euros, a start date and an end date, and it pays for many researchers. Experiments have a title, a hypothesis and an outcome, and are led by one researcher.',
    expect: `
      Researcher: fullName string, orcid string unique, position enum(PhD student|postdoc|professor), startDate date | has-many Experiment
      Paper: title string, abstract text, doi string unique optional, yearOfPublication integer | many-to-many Researcher
      Grant: funder string, amount money, startDate date, endDate date | has-many Researcher
      Experiment: title string, hypothesis text|string, outcome string|text`,
  },
  {
    id: 't-fitness',
    prompt:
      'workout log api: user has email + nickname. exercise = name, muscle group, equipment optional. workout belongs to user: started at, duration min, notes?. a workout has sets; each set is of one exercise w/ reps, weight kg, and rpe from 1 to 10 (optional). body measurements per user: date, weight kg, body fat %',
    expect: `
      User: email email, nickname string | has-many Workout
      Exercise: name string, muscleGroup string, equipment string optional
      Workout: startedAt datetime, duration|durationMin duration, notes text optional | has-many Set
      Set: reps integer, weight|weightKg decimal, rpe integer|decimal optional | belongs-to Exercise
      BodyMeasurement: date date, weight|weightKg decimal, bodyFat percentage|decimal | belongs-to User`,
  },
  {
    id: 't-archive',
    prompt:
      'Town archive. Documents are kept in boxes. A box has a signature (unique), a shelf and a year range. A document has a title, a language, a date which may be unknown, and is open to the public or restricted. People appear in many documents, and documents mention many people; a person has a name, a year of birth and a year of death, both optional. Readers request documents: a request has a desired date and is pending, granted or denied.',
    expect: `
      Document: title string, language string, date date optional, status|access|visibility enum(open to the public|restricted) | belongs-to Box, many-to-many Person
      Box: signature string unique, shelf string, yearRange string
      Person: name string, yearOfBirth integer optional, yearOfDeath integer optional
      Reader: | has-many Request
      Request: desiredDate date, status enum(pending|granted|denied) | belongs-to Document`,
  },
  {
    id: 't-ferry',
    prompt:
      'Ferry company backend. Ports (name, country). Ships (name, imo number unique, passenger capacity, car deck yes/no). A route runs from a departure port to an arrival port and has a distance in nautical miles. Sailings: route, ship, departs at, arrives at, status scheduled / departed / cancelled. Bookings: sailing, lead passenger name, number of passengers, vehicle (none, car, van, bike), total price, reference unique.',
    expect: `
      Port: name string, country string
      Ship: name string, imoNumber string unique, passengerCapacity integer, carDeck boolean
      Route: distance decimal | belongs-to Port
      Sailing: departsAt datetime, arrivesAt datetime, status enum(scheduled|departed|cancelled) | belongs-to Route, belongs-to Ship
      Booking: leadPassengerName string, numberOfPassengers integer, vehicle enum(none|car|van|bike), totalPrice money, reference string unique | belongs-to Sailing`,
  },
  {
    id: 't-mentoring',
    prompt:
      'Mentoring programme: mentors and mentees. Both have a name, an e-mail address and a short bio; a mentor additionally has a company and a number of years of experience. Each mentee has at most one mentor; a mentor can have many mentees. Pairs meet in sessions: a session is between one mentor and one mentee and has a date, a duration in minutes and notes. Mentees set goals with a title, a target date and whether the goal has been reached.',
    expect: `
      Mentor: name string, emailAddress|email email, bio text, company string, numberOfYearsOfExperience|yearsOfExperience integer | has-many Mentee
      Mentee: name string, emailAddress|email email, bio text | belongs-to Mentor optional, has-many Goal
      Session: date date, duration duration, notes text | belongs-to Mentor, belongs-to Mentee
      Goal: title string, targetDate date, reached|isReached boolean`,
  },
];
