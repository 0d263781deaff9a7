import type { CorpusEntry } from './corpus-entry.ts';

/** Written as a whole, with Z and AA, before any of the three was read; held out until 1 December 2026, when it became a set to develop on. */
export const corpusAB: CorpusEntry[] = [
  {
    id: 'ab-observatory',
    prompt:
      'Observatory log: telescopes (name, aperture in mm, mount), observers (name, email unique), observations of a celestial object by an observer with a telescope: start time, exposure in seconds, seeing from 1 to 5, image url (optional). Celestial objects have a catalogue number (unique), a type (star, planet, galaxy, nebula) and a magnitude.',
    expect: `
      Telescope: name string, aperture integer|decimal, mount string
      Observer: name string, email email unique
      Observation: startTime time|datetime, exposure integer|duration, seeing integer, imageUrl url|image optional | belongs-to CelestialObject, belongs-to Observer, belongs-to Telescope
      CelestialObject: catalogueNumber string|integer unique, type enum(star|planet|galaxy|nebula), magnitude decimal`,
  },
  {
    id: 'ab-riding',
    prompt: `Hi team,

I manage a riding school with about thirty horses and I'd like an app to organise it. I have tried a few products, but they are all far too complicated for us and cost a fortune.

So: every horse has a name, a birth year, a breed and a size (pony or horse). Some horses are owned by a private owner, the rest belong to the school. Owners have a name, a phone number and an iban. Our riders have a first name, a last name, a birth date and a level, which is beginner, intermediate or advanced. Riding lessons take place on a date at a start time, last a certain number of minutes and are given by a trainer. Up to six riders take part in a lesson, and each of them rides one horse there. Trainers have a name, an email and an hourly wage. The farrier visits regularly, so for each horse we want to keep the farrier visits with date, cost and remarks.

It would be great if the start page showed today's lessons. Cheers, Tom`,
    expect: `
      Horse: name string, birthYear integer, breed string, size enum(pony|horse) | belongs-to Owner optional
      Owner: name string, phoneNumber phone, iban iban|string
      Rider: firstName string, lastName string, birthDate date, level enum(beginner|intermediate|advanced)
      Lesson|RidingLesson: date date, startTime time|datetime, duration|minutes|numberOfMinutes duration|integer | belongs-to Trainer
      LessonRider|Participation|RidingLessonRider: | belongs-to Lesson|RidingLesson, belongs-to Rider, belongs-to Horse
      Trainer: name string, email email, hourlyWage money
      FarrierVisit: date date, cost money, remarks text | belongs-to Horse`,
  },
  {
    id: 'ab-vinyl',
    prompt: `Vinyl collection

- Artists: name, country (optional), formed in
- Labels: name (unique)
- Records:
  - artist
  - label
  - title
  - release year
  - format: LP, EP, single
  - condition: mint, good, fair, poor
  - purchase price (optional)
  - bought on (optional)
- Tracks:
  - record
  - side (A or B)
  - position
  - title
  - length in seconds
- Genres: name; a record can have several genres`,
    expect: `
      Artist: name string, country string|country optional, formedIn integer|date
      Label: name string unique
      Record: title string, releaseYear integer, format enum(LP|EP|single), condition enum(mint|good|fair|poor), purchasePrice money optional, boughtOn date optional | belongs-to Artist, belongs-to Label, many-to-many Genre
      Track: side enum(A|B), position integer, title string, length integer|duration | belongs-to Record
      Genre: name string`,
  },
  {
    id: 'ab-nursing',
    prompt: `As a ward nurse I can admit a patient with first name, last name, date of birth and insurance number (unique).
As a ward nurse I can assign a patient to a bed; beds have a label and stand in a room.
As a ward nurse I can record vital signs of a patient: pulse, temperature, systolic and diastolic blood pressure, and when they were measured.
As a doctor I can prescribe medication to a patient with a drug name, a dose, a frequency (daily, twice daily, weekly) and a start and an optional end date.
As a doctor I can write a discharge letter for a patient, consisting of a text and a date.
As a ward manager I can maintain rooms with a number, a floor and the number of beds.`,
    expect: `
      Patient: firstName string, lastName string, dateOfBirth date, insuranceNumber string|integer unique | belongs-to Bed optional
      Bed: label string | belongs-to Room
      VitalSign|VitalSigns: pulse integer, temperature decimal, systolicBloodPressure|systolic integer|decimal, diastolicBloodPressure integer|decimal, measuredAt datetime | belongs-to Patient
      Prescription|Medication: drugName string, dose string|decimal, frequency enum(daily|twice daily|weekly), startDate|start date, endDate date optional | belongs-to Patient
      DischargeLetter: text text, date date | belongs-to Patient
      Room: number string|integer, floor integer|string, numberOfBeds integer`,
  },
  {
    id: 'ab-solar',
    prompt: `# Solar installer CRM

| Entity | Attributes |
|---|---|
| Lead | name, phone, email?, source (web, fair, referral), created on |
| Site | address, roof type (flat, pitched), roof area m2, lead |
| Quote | number (unique), site, total price, valid until, accepted (bool) |
| Panel | manufacturer, model, watt peak, unit cost |
| Quote line | quote, panel, quantity |
| Installation | quote, planned for, completed on?, crew leader -> Worker |
| Worker | name, phone, electrician? (yes/no) |`,
    expect: `
      Lead: name string, phone phone, email email optional, source enum(web|fair|referral), createdOn date
      Site: address string, roofType enum(flat|pitched), roofArea decimal|integer | belongs-to Lead
      Quote: number string|integer unique, totalPrice money, validUntil date, accepted boolean | belongs-to Site
      Panel: manufacturer string, model string, wattPeak integer|decimal, unitCost money
      QuoteLine: quantity integer | belongs-to Quote, belongs-to Panel
      Installation: plannedFor date|datetime, completedOn date optional | belongs-to Quote, belongs-to Worker
      Worker: name string, phone phone, electrician boolean`,
  },
  {
    id: 'ab-toolshare',
    prompt:
      'neighbourhood tool sharing: neighbours (name, flat no, phone opt.) lend tools to each other; tool = name, descr., value, owner (a neighbour). a loan has tool, borrower (also a neighbour), from, until, returned y/n. ratings 1-5 w/ comment per loan.',
    expect: `
      Neighbour: name string, flatNumber|flatNo string|integer, phone phone optional
      Tool: name string, description|descr text|string, value money|decimal | belongs-to Neighbour
      Loan: from date|datetime, until date|datetime, returned boolean | belongs-to Tool, belongs-to Neighbour
      Rating: rating|value|stars|score integer, comment text | belongs-to Loan`,
  },
  {
    id: 'ab-publishing',
    prompt:
      'A publishing house administrates its books. Books are written by authors and sometimes translated by a translator; both are persons with a name, a biography and an email. A book is characterised by its ISBN (unique), title, subtitle if it has one, and publication date, and it appears in a series if there is one. Series have a title and an editor in chief. Each book is available in editions: an edition has a format (hardcover, paperback, ebook), a price and a print run. Contracts are concluded with authors for a book, including the royalty percentage, the advance and the signing date.',
    expect: `
      Book: isbn string unique, title string, subtitle string optional, publicationDate date | many-to-many Person, belongs-to Person optional, belongs-to Series optional
      Person: name string, biography text, email email
      Series: title string, editorInChief string
      Edition: format enum(hardcover|paperback|ebook), price money, printRun integer | belongs-to Book
      Contract: royaltyPercentage percentage, advance money|integer|decimal, signingDate date | belongs-to Person, belongs-to Book`,
  },
  {
    id: 'ab-kanban',
    prompt:
      'Kanban board: boards have columns and columns have cards in a certain order. Board: title, archived (default false). Column: title, position, WIP limit (optional). Card: title, body in markdown, position, due on (optional), estimate 1/2/3/5/8. Cards can be assigned to several people and carry coloured labels; a label belongs to a board and has a name and a colour. People have a name and an email that is unique. Checklist items hang on a card: text and done.',
    expect: `
      Board: title string, archived boolean default
      Column: title string, position integer, wipLimit integer optional | belongs-to Board
      Card: title string, body text, position integer, dueOn date optional, estimate enum(1|2|3|5|8)|integer | belongs-to Column, many-to-many Person, many-to-many Label
      Label: name string, colour string | belongs-to Board
      Person: name string, email email unique
      ChecklistItem: text text|string, done boolean | belongs-to Card`,
  },
  {
    id: 'ab-customs',
    prompt:
      'We need an internal tool (single sign-on would be nice later) for customs declarations. Every declaration has a reference number which may not occur twice, a direction (import or export), a date of submission and belongs to exactly one company. Companies have a name, a country and an EORI number. A declaration covers one or more goods items; a goods item is described by a tariff code, a description, the net weight in kilograms, the customs value and the country of origin. Duties are levied on goods items with a rate in percent and an amount. Each declaration is checked by an officer, of whom we keep the name and the badge number.',
    expect: `
      Declaration: referenceNumber string unique, direction enum(import|export), dateOfSubmission date | belongs-to Company, belongs-to Officer
      Company: name string, country string|country, eoriNumber string
      GoodsItem: tariffCode string, description text, netWeight decimal|integer, customsValue money|decimal, countryOfOrigin string|country | belongs-to Declaration
      Duty: rate percentage|decimal, amount money | belongs-to GoodsItem
      Officer: name string, badgeNumber string|integer`,
  },
  {
    id: 'ab-fitness',
    prompt:
      'Fitness tracker. Users log workouts (date, type, duration in min, calories) and weigh-ins with date and weight in kg. A workout is made up of exercises with sets, reps and weight; exercises come from a catalogue with a name, a muscle group (legs, chest, back, arms) and an instruction video url. Users have a nickname, an email (unique), a height in cm and a target weight.',
    expect: `
      User: nickname string, email email unique, height integer|decimal, targetWeight decimal|integer
      Workout: date date, type string, duration duration|integer, calories integer | belongs-to User
      WeighIn: date date, weight decimal|integer | belongs-to User
      Exercise: name string, muscleGroup enum(legs|chest|back|arms), instructionVideoUrl url
      WorkoutExercise: sets integer, reps integer, weight decimal|integer | belongs-to Workout, belongs-to Exercise`,
  },
  {
    id: 'ab-housing',
    prompt: `Property managment

Building - street, house no., postcode, city, construction year
Flat - belongs to a building; number, floor, size in sqm, rooms
Tennant - first name, last name, email, phone
Lease - flat, tennant, start, end (optional), monthly rent, deposit
Payment - for a lease: amount, received on, month
Defect - reported by a tennant for a flat, with title, descripton, reported at and status (new, in repair, fixed)`,
    expect: `
      Building: street string, houseNumber|houseNo string|integer, postcode string, city string, constructionYear integer
      Flat: number string|integer, floor integer|string, size decimal|integer, rooms integer | belongs-to Building
      Tenant|Tennant: firstName string, lastName string, email email, phone phone
      Lease: start date|datetime, end date|datetime optional, monthlyRent money, deposit money | belongs-to Flat, belongs-to Tenant|Tennant
      Payment: amount money, receivedOn date, month string|date|integer | belongs-to Lease
      Defect: title string, description text, reportedAt datetime, status enum(new|in repair|fixed) | belongs-to Tenant|Tennant, belongs-to Flat`,
  },
  {
    id: 'ab-esports',
    prompt:
      'Build an e-sports league backend with the following: teams have a name (unique), a tag of at most 4 characters and a founding date; players play for a team and have a gamertag (unique), real name, country and role (tank, support, damage); a season has a name, starts on and ends on; matches are played between two teams in a season, at a scheduled time, with the score of the home team and the score of the away team once it is over; a player can be named player of the match.',
    expect: `
      Team: name string unique, tag string, foundingDate date
      Player: gamertag string unique, realName string, country string|country, role enum(tank|support|damage) | belongs-to Team
      Season: name string, startsOn date, endsOn date
      Match: scheduledTime|scheduledAt time|datetime, homeScore|homeTeamScore|scoreOfHomeTeam|scoreOfTheHomeTeam integer optional, awayScore|awayTeamScore|scoreOfAwayTeam|scoreOfTheAwayTeam integer optional | belongs-to Team, belongs-to Season, belongs-to Player optional`,
  },
  {
    id: 'ab-ngo-wells',
    prompt:
      'Our NGO drills wells in villages. A village lies in a district and has a name, a population and GPS latitude/longitude. Wells: code, unique; depth in m; drilled on; status - working, broken or dry. Water samples are taken from wells: date, ph value, bacteria count, drinkable (yes/no). When a well breaks, a repair request is filed by a village contact, with a description and a priority high/medium/low. Every village has at least one contact, with name and mobile. Districts: name, region.',
    expect: `
      Village: name string, population integer, latitude decimal, longitude decimal | belongs-to District
      District: name string, region string
      Well: code string unique, depth decimal|integer, drilledOn date, status enum(working|broken|dry) | belongs-to Village
      WaterSample|Sample: date date, phValue decimal, bacteriaCount integer, drinkable boolean | belongs-to Well
      RepairRequest: description text, priority enum(high|medium|low) | belongs-to Well, belongs-to Contact|VillageContact
      Contact|VillageContact: name string, mobile phone | belongs-to Village`,
  },
  {
    id: 'ab-ferry',
    prompt:
      'Ferry bookings. Ports: code (3 letters, unique), name. Ships: name, passenger capacity, car deck yes/no. Sailings go from one port to another port on a ship and have a departure time, an arrival time and a base fare. A booking is made by a customer for a sailing. It contains the passengers, each with a full name, a date of birth and a document number, and, if they travel by car, the licence plate. Customers: email (unique), full name, phone.',
    expect: `
      Port: code string unique, name string
      Ship: name string, passengerCapacity integer, carDeck boolean
      Sailing: departureTime time|datetime, arrivalTime time|datetime, baseFare money | belongs-to Port, belongs-to Ship
      Booking: licencePlate string optional | belongs-to Customer, belongs-to Sailing
      Passenger: fullName string, dateOfBirth date, documentNumber string|integer | belongs-to Booking
      Customer: email email unique, fullName string, phone phone`,
  },
  {
    id: 'ab-newsletter',
    prompt:
      'Make me a newsletter service: subscriber (email unique, first name optional, confirmed boolean default false, subscribed at), list (name, description), subscribers can be on many lists. campaign (subject, html body, send at, status: draft, scheduled, sent) goes to one list. for each campaign and subscriber we log a delivery with opened at and clicked at (both optional).',
    expect: `
      Subscriber: email email unique, firstName string optional, confirmed boolean default, subscribedAt datetime | many-to-many List
      List: name string, description text
      Campaign: subject string, htmlBody text, sendAt datetime, status enum(draft|scheduled|sent) | belongs-to List
      Delivery: openedAt datetime optional, clickedAt datetime optional | belongs-to Campaign, belongs-to Subscriber`,
  },
  {
    id: 'ab-apprentice',
    prompt:
      'I train apprentices and need a report book. Apprentices have a name, an occupation, an apprenticeship start and their trainer. A weekly report is written by an apprentice, covers a calendar week of a year, contains the activities, the lessons at school and the hours, and is signed by the trainer, the date of signature is stored. Departments have a name; an apprentice passes through departments, in each from a date until a date. Trainers are responsible for apprentices and have name, mail and telephone.',
    expect: `
      Apprentice: name string, occupation string, apprenticeshipStart date|string | belongs-to Trainer
      Trainer: name string, mail|email email, telephone phone
      WeeklyReport|Report: calendarWeek integer|string, year integer, activities text|string, lessonsAtSchool|lessons text|string, hours decimal|integer|duration, dateOfSignature|signatureDate|signedOn date optional | belongs-to Apprentice
      Department: name string
      ApprenticeDepartment|Rotation|Passage|Stage|Placement: fromDate|from date, untilDate|until|toDate date | belongs-to Apprentice, belongs-to Department`,
  },
];
