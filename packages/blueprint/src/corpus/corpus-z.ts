import type { CorpusEntry } from './corpus-entry.ts';

/** Written as a whole, with AA and AB, before any of the three was read; tuned on afterwards. */
export const corpusZ: CorpusEntry[] = [
  {
    id: 'z-beehives',
    prompt:
      'Beekeeping log: apiaries (name, address), hives (number, colour, queen year) that stand in an apiary, and inspections of a hive with a date, a varroa count, the temper (calm, nervous, aggressive) and remarks.',
    expect: `
      Apiary: name string, address string
      Hive: number string|integer, colour string, queenYear integer | belongs-to Apiary
      Inspection: date date, varroaCount integer, temper enum(calm|nervous|aggressive), remarks text | belongs-to Hive`,
  },
  {
    id: 'z-bakery',
    prompt: `Hello there,

my husband and I run a small bakery and we take a lot of pre-orders by phone, which all end up on sticky notes. We would love a little program for that. It should be modern and quick, ideally something that also looks good on the tablet behind the counter.

What do we need? First of all our customers, with their name and a telephone number. Then our products: each has a name, a price, a category (bread, cake, pastry) and a checkbox whether it contains nuts. An order is placed by a customer. It has a pick-up date, a pick-up time and perhaps a note, and we need to know whether it has been paid. Of course an order consists of several items; an item is always about one product and tells us the quantity and, if the customer wants something written on the cake, the inscription.

Our two shops have a name, a street and a city, and every order is picked up at one of them.

Many thanks and kind regards, Anna`,
    expect: `
      Customer: name string, telephoneNumber phone
      Product: name string, price money, category enum(bread|cake|pastry), containsNuts boolean
      Order: pickUpDate date, pickUpTime time, note text|string optional, paid boolean | belongs-to Customer, belongs-to Shop
      Item|OrderItem: quantity integer, inscription string|text optional | belongs-to Order, belongs-to Product
      Shop: name string, street string, city string`,
  },
  {
    id: 'z-court',
    prompt: `Tennis club management

- Members
  - first name and last name
  - e-mail (unique)
  - birthday
  - membership: adult, youth, passive
- Courts
  - number (unique)
  - surface: clay, hard, carpet
  - has lights?
- Bookings
  - court
  - booked by (member)
  - starts at
  - ends at
  - opponent name (optional)
- Tournaments
  - title
  - start date, end date
  - entry fee
  - participants: members`,
    expect: `
      Member: firstName string, lastName string, email email unique, birthday date, membership enum(adult|youth|passive)
      Court: number string|integer unique, surface enum(clay|hard|carpet), hasLights|lights boolean
      Booking: startsAt datetime, endsAt datetime, opponentName string optional | belongs-to Court, belongs-to Member
      Tournament: title string, startDate date, endDate date, entryFee money | many-to-many Member`,
  },
  {
    id: 'z-helpdesk',
    prompt: `As an employee I can open a ticket with a subject, a description and a priority (low, normal, urgent).
As an employee I can add comments to a ticket, each with a text.
As a support agent I can assign a ticket to a technician.
As a support agent I can record the assets of an employee: a tag that is unique, a type (laptop, monitor, phone), the purchase date and the warranty end.
As a support agent I can link a ticket to an asset if there is one.
As an admin I can manage technicians with their name, email and skill level from 1 to 3.
As an admin I can manage employees with name, department and email.`,
    expect: `
      Ticket: subject string, description text, priority enum(low|normal|urgent) | belongs-to Technician optional, belongs-to Asset optional, belongs-to Employee
      Comment: text text | belongs-to Ticket, belongs-to Employee
      Technician: name string, email email, skillLevel integer
      Asset: tag string unique, type enum(laptop|monitor|phone), purchaseDate date, warrantyEnd date | belongs-to Employee
      Employee: name string, department string, email email`,
  },
  {
    id: 'z-greenhouse',
    prompt: `Greenhouse monitoring

| Table | Columns |
|---|---|
| greenhouse | name, area in m2, heated (yes/no) |
| bed | code (unique), greenhouse, soil (sand, peat, loam) |
| plant | latin name, common name, min temperature, max temperature |
| planting | bed, plant, planted on, count, removed on (optional) |
| sensor | serial number unique, bed, kind: moisture/temperature/light |
| reading | sensor, value, measured at |`,
    expect: `
      Greenhouse: name string, area decimal|integer, heated boolean
      Bed: code string unique, soil enum(sand|peat|loam) | belongs-to Greenhouse
      Plant: latinName string, commonName string, minTemperature|minimumTemperature decimal|integer, maxTemperature|maximumTemperature decimal|integer
      Planting: plantedOn date, count integer, removedOn date optional | belongs-to Bed, belongs-to Plant
      Sensor: serialNumber string unique, kind enum(moisture|temperature|light) | belongs-to Bed
      Reading: value decimal, measuredAt datetime | belongs-to Sensor`,
  },
  {
    id: 'z-taxi',
    prompt:
      'taxi dispatch: drivers (name, licence nr unique, mobile), vehicles (plate unique, seats, fuel: petrol/diesel/electric), a driver drives one vehicle per shift, shifts have a start and an end. rides: pickup address, destination, passenger name, requested at, fare (optional), status requested/running/done; a ride is part of a shift.',
    expect: `
      Driver: name string, licenceNumber|licenceNr string unique, mobile phone
      Vehicle: plate string unique, seats integer, fuel enum(petrol|diesel|electric)
      Shift: start datetime|time, end datetime|time | belongs-to Driver, belongs-to Vehicle
      Ride: pickupAddress string, destination string, passengerName string, requestedAt datetime, fare money optional, status enum(requested|running|done) | belongs-to Shift`,
  },
  {
    id: 'z-lawfirm',
    prompt:
      'We are a law firm and want to administer our matters. A matter is described by its reference, which must be unique, its title, the area of law and the date on which it was opened. Each matter is handled by one lawyer and concerns one client; further lawyers may assist. Lawyers are known by name, email and hourly rate. For clients we store the company name, the contact person and a phone number. Time spent is written down as entries: the lawyer, the matter, the day, the number of minutes and what was done. Documents are attached to matters and have a title, a file url and the date of receipt.',
    expect: `
      Matter: reference string unique, title string, areaOfLaw string, openedOn|dateOpened|openedAt date|datetime | belongs-to Lawyer, belongs-to Client, many-to-many Lawyer
      Lawyer: name string, email email, hourlyRate money
      Client: companyName string, contactPerson string, phoneNumber phone
      Entry|TimeEntry: day date, numberOfMinutes|minutes integer|duration, whatWasDone|description|done text|string | belongs-to Lawyer, belongs-to Matter
      Document: title string, fileUrl url, dateOfReceipt date | belongs-to Matter`,
  },
  {
    id: 'z-quiz',
    prompt:
      'Quiz app. A quiz consists of questions, a question has between 2 and 4 answers. Quizzes: title, topic, difficulty (easy, medium, hard). Questions: text, points, position. Answers: text, is correct (default no). Players (nickname unique, country) play quizzes and every attempt stores the score and the time it was finished.',
    expect: `
      Quiz: title string, topic string, difficulty enum(easy|medium|hard)
      Question: text text, points integer, position integer | belongs-to Quiz
      Answer: text text|string, isCorrect|correct boolean default | belongs-to Question
      Player: nickname string unique, country string|country
      Attempt: score integer|decimal, finishedAt|timeFinished datetime|time | belongs-to Player, belongs-to Quiz`,
  },
  {
    id: 'z-orchard',
    prompt:
      'Build a REST API (Node, please, with Docker) for a fruit farm. Orchards contain rows, and rows contain trees. An orchard has a name and a size in hectares; a row just has a number; a tree has a variety, a planting year and a health status of healthy, sick or dead. Pickers harvest rows: a harvest records the date, the crates filled and the weight per crate in kg. Pickers have a first name, a last name and a start date.',
    expect: `
      Orchard: name string, size decimal|integer
      Row: number string|integer | belongs-to Orchard
      Tree: variety string, plantingYear integer, healthStatus|health enum(healthy|sick|dead) | belongs-to Row
      Harvest: date date, cratesFilled|crates integer, weightPerCrate decimal|integer | belongs-to Picker, belongs-to Row
      Picker: firstName string, lastName string, startDate date`,
  },
  {
    id: 'z-erasmus',
    prompt: `# Exchange office

## Universities
Name, city, country and erasmus code (unique).

## Students
Matriculation number (unique), name, e-mail, field of study, semester (1 to 12).

## Agreements
An agreement is concluded with a university. It is valid from a date to a date and offers a number of places per year.

## Applications
A student applies for an agreement. The application has a motivation letter, the average grade, a preferred semester (winter or summer) and a status: submitted, nominated, rejected or withdrawn - submitted at first.

## Stays
When an application was successful there is a stay with arrival date, departure date and the number of credits earned (optional).`,
    expect: `
      University: name string, city string, country string|country, erasmusCode string unique
      Student: matriculationNumber string|integer unique, name string, email email, fieldOfStudy string, semester integer
      Agreement: validFrom date, validTo|validUntil date, placesPerYear|numberOfPlacesPerYear|numberOfPlaces integer | belongs-to University
      Application: motivationLetter text|string, averageGrade decimal, preferredSemester enum(winter|summer), status enum(submitted|nominated|rejected|withdrawn) default | belongs-to Student, belongs-to Agreement
      Stay: arrivalDate date, departureDate date, creditsEarned|numberOfCreditsEarned|numberOfCredits integer optional | belongs-to Application`,
  },
  {
    id: 'z-fleet',
    prompt:
      'Pls make a fleet managment tool. Vehciles have licence plate (unique), manufacturer, modell, mileage in km and next inspection date. Drivers has name, employee no. and licence class. Fuelings: vehicle, driver, date, litres, total price. Damages: vehicle, reported by driver, description, estimated cost (optional), repaired yes/no.',
    expect: `
      Vehicle: licencePlate string unique, manufacturer string, model|modell string, mileage integer|decimal, nextInspectionDate date
      Driver: name string, employeeNumber|employeeNo string, licenceClass string
      Fueling: date date, litres decimal|integer, totalPrice money | belongs-to Vehicle, belongs-to Driver
      Damage: description text, estimatedCost money optional, repaired boolean | belongs-to Vehicle, belongs-to Driver`,
  },
  {
    id: 'z-festival',
    prompt:
      'A film festival shows films in cinemas. Films are directed by one or several directors and are entered in exactly one section. A film has an original title, an English title (may be empty), a running time in minutes and a year. Sections have a name. Directors: name, nationality. Cinemas: name, number of seats, wheelchair access. A screening takes place in a cinema, shows a film and begins at a given time. Tickets are sold for screenings at a price, each with a seat number, which is unique within the screening. Juries consist of three jurors, and a jury awards prizes; a prize has a name and an endowment and goes to a film.',
    expect: `
      Film: originalTitle string, englishTitle string optional, runningTime duration|integer, year integer | many-to-many Director, belongs-to Section
      Section: name string
      Director: name string, nationality string
      Cinema: name string, numberOfSeats integer, wheelchairAccess boolean
      Screening: beginsAt|begin|beginTime datetime|time | belongs-to Cinema, belongs-to Film
      Ticket: price money, seatNumber string|integer | belongs-to Screening
      Jury: | has-many Juror
      Juror:
      Prize: name string, endowment money | belongs-to Jury, belongs-to Film`,
  },
  {
    id: 'z-meeting-rooms',
    prompt:
      'Meeting room booking for an office building with several floors: floor (level, name) -> rooms (name, seats, projector y/n) -> bookings (title, from, to, organiser email, cancelled: default false). Also equipment such as flipcharts: name, inventory number (unique), optional room.',
    expect: `
      Floor: level string|integer, name string
      Room: name string, seats integer, projector boolean | belongs-to Floor
      Booking: title string, from datetime|date, to datetime|date, organiserEmail email, cancelled boolean default | belongs-to Room
      Equipment: name string, inventoryNumber string unique | belongs-to Room optional`,
  },
  {
    id: 'z-kindergarten',
    prompt: `Kindergarten app please! Groups: Each group has a name and a room and is looked after by two educators. Children: first name, last name, date of birth, allergies (if any). Every child goes to one group. Parents have name, mobile phone and email; a child has up to two parents, siblings share theirs. Attendance: per child and day, we note arrival time and departure time. Educators are employed since a certain date, have a name and a qualification.`,
    expect: `
      Group: name string, room string | many-to-many Educator
      Child: firstName string, lastName string, dateOfBirth date, allergies string|text optional | belongs-to Group, many-to-many Parent
      Parent: name string, mobilePhone phone, email email
      Attendance: day|date date, arrivalTime time|datetime, departureTime time|datetime | belongs-to Child
      Educator: employedSince|employed date, name string, qualification string`,
  },
  {
    id: 'z-auction',
    prompt:
      'Online auction house where sellers put up lots for auction and bidders place bids on them. Sale: name, held on, location. Lot: lot number unique per sale, title, description, estimate low, estimate high, hammer price once it is sold. Each lot is part of a sale and comes from a seller. Sellers and bidders have a name, an email and a postal address. A bid has an amount and a timestamp.',
    expect: `
      Sale: name string, heldOn date, location string
      Lot: lotNumber string|integer, title string, description text, estimateLow money|integer|decimal, estimateHigh money|integer|decimal, hammerPrice money optional | belongs-to Sale, belongs-to Seller
      Seller: name string, email email, postalAddress string
      Bidder: name string, email email, postalAddress string
      Bid: amount money, timestamp datetime | belongs-to Lot, belongs-to Bidder`,
  },
  {
    id: 'z-coaching',
    prompt:
      'I coach people. Store my clients (name, email, goals as long text), the sessions I have with them - when, how long in minutes, notes, mood before and mood after (1-10) - and the homework I give at the end of a session: what to do, due date, finished or not. Clients buy packages. A package is a number of sessions for a price and expires on a date.',
    expect: `
      Client: name string, email email, goals text
      Session: when|date|dateTime datetime|date, duration|howLong|minutes|length duration|integer, notes text, moodBefore integer, moodAfter integer | belongs-to Client
      Homework: whatToDo|description|task string|text, dueDate date, finished boolean | belongs-to Session
      Package: numberOfSessions integer, price money, expiresOn|expiryDate|expiresAt date|datetime | belongs-to Client`,
  },
];
