// FROM THE LEAD: a second blind set, not seen by the reader. Once Q is done: note its figures at first reading as blind (0 of 18), mend
// general causes only, register it in corpus.ts, remove these lines.
import type { CorpusEntry } from './corpus-entry.ts';

/** Written after set Q was mended and before it was read: again in the words of people in a hurry. */
export const corpusR: CorpusEntry[] = [
  {
    id: 'r-vet',
    prompt:
      'Vet practice software. Owners have a name, phone and address and can own several pets. For each pet we store its name, species (dog, cat, rabbit or other), breed and birth date. Visits are recorded per pet with the date, the weight, a diagnosis and the fee.',
    expect: `
      Owner: name string, phone phone, address string | has-many Pet
      Pet: name string, species enum(dog|cat|rabbit|other), breed string, birthDate date
      Visit: date date, weight decimal, diagnosis text, fee money | belongs-to Pet`,
  },
  {
    id: 'r-airline',
    prompt:
      'Airline reservations: airports (IATA code of exactly 3 letters, unique; name; city), flights (flight number, departs at, arrives at) going from an airport to an airport, passengers (full name, passport number) and bookings that connect a passenger with a flight, with a seat and a fare class: economy, business, first.',
    expect: `
      Airport: iataCode string unique, name string, city string
      Flight: flightNumber string, departsAt datetime, arrivesAt datetime | belongs-to Airport
      Passenger: fullName string, passportNumber string
      Booking: seat string, fareClass enum(economy|business|first) | belongs-to Passenger, belongs-to Flight`,
  },
  {
    id: 'r-shop',
    prompt:
      'I need an online shop backend. Customers place orders. Every order consists of one or more order items; each order item refers to one product and has a quantity and a unit price. Products are grouped into categories, have a name, a unique SKU, a price of at least 0 and a stock count. Customers have a name, a unique email and optionally a shipping address. The order status is one of pending, paid, shipped, cancelled and starts as pending.',
    expect: `
      Customer: name string, email email unique, shippingAddress string|text optional | has-many Order
      Order: status enum(pending|paid|shipped|cancelled) default | has-many OrderItem
      OrderItem: quantity integer, unitPrice money | belongs-to Product
      Product: name string, sku string unique, price money, stockCount|stock integer | belongs-to Category
      Category: name string assumed`,
  },
  {
    id: 'r-library',
    prompt:
      'library: books (isbn unique, title, published year), authors (name, born), a book can have several authors and an author several books, members (card number, name), loans: book, member, borrowed on, due on, returned on (optional)',
    expect: `
      Book: isbn string unique, title string, publishedYear integer | many-to-many Author
      Author: name string, born date|integer
      Member: cardNumber string, name string
      Loan: borrowedOn date, dueOn date, returnedOn date optional | belongs-to Book, belongs-to Member`,
  },
  {
    id: 'r-tickets',
    prompt:
      'Bug tracker. Projects contain issues. An issue: title (max 120 chars), description, severity (minor | major | blocker), reporter and assignee, both of which are users; the assignee is optional. Users: username (unique), display name. Issues can block other issues.',
    expect: `
      Project: name string assumed | has-many Issue
      Issue: title string, description text, severity enum(minor|major|blocker) | belongs-to User, many-to-many Issue
      User: username string unique, displayName string`,
  },
  {
    id: 'r-payroll',
    prompt:
      'Payroll: an employee (first name, last name, IBAN, start date, hourly rate) works for a department. Departments are run by a manager, who is an employee, and have a cost center code. Time sheets hold the employee, the week starting date, hours (0 to 80) and whether they are approved.',
    expect: `
      Employee: firstName string, lastName string, iban string, startDate date, hourlyRate money|decimal | belongs-to Department
      Department: costCenterCode string | belongs-to Employee
      TimeSheet: weekStartingDate date, hours decimal|integer, approved boolean | belongs-to Employee`,
  },
  {
    id: 'r-weather',
    prompt:
      'stations report measurements. station = name, latitude, longitude, altitude, active (default true). measurement = station, taken at, temperature, humidity (0-100), wind speed, remarks?',
    expect: `
      Station: name string, latitude decimal, longitude decimal, altitude decimal, active boolean default | has-many Measurement
      Measurement: takenAt datetime, temperature decimal, humidity decimal|percentage|integer, windSpeed decimal, remarks text optional`,
  },
  {
    id: 'r-course',
    prompt: `# Online academy

## Course
- title (required, at most 100 characters)
- summary
- price
- level: beginner, intermediate or advanced
- belongs to an instructor

## Instructor
- name
- email, unique
- bio (optional)

## Lesson
- title
- length in minutes
- position
- part of a course`,
    expect: `
      Course: title string, summary text, price money, level enum(beginner|intermediate|advanced) | belongs-to Instructor
      Instructor: name string, email email unique, bio text optional
      Lesson: title string, length|lengthInMinutes integer, position integer | belongs-to Course`,
  },
  {
    id: 'r-hotel',
    prompt:
      'We are a small hotel with rooms and guests. Rooms have a number, a type that is single, double or suite, and a nightly price. Guests give us their full name, email and nationality. A reservation is for exactly one room, is made by a guest, runs from a check-in date to a check-out date, and may carry special requests.',
    expect: `
      Room: number string|integer, type enum(single|double|suite), nightlyPrice money
      Guest: fullName string, email email, nationality string
      Reservation: checkInDate date, checkOutDate date, specialRequests text optional | belongs-to Room, belongs-to Guest`,
  },
  {
    id: 'r-charity',
    prompt:
      'Donations platform where donors give to campaigns: a campaign has a title, a goal amount, a deadline and a description; a donation has an amount of at least 1, a donated at timestamp, an anonymous flag, and belongs to one donor and one campaign; donors have a display name and an email nobody else uses.',
    expect: `
      Donor: displayName string, email email unique
      Campaign: title string, goalAmount money, deadline date|datetime, description text
      Donation: amount money, donatedAt datetime, anonymous boolean | belongs-to Donor, belongs-to Campaign`,
  },
  {
    id: 'r-music',
    prompt:
      'Music streaming catalogue. Artists release albums, albums have tracks. Artists: name, country. Albums: title, release year, cover URL. Tracks: title, duration in seconds, explicit (yes/no). Listeners create playlists (name, public or private) that contain many tracks; a track may be in many playlists.',
    expect: `
      Artist: name string, country string | has-many Album
      Album: title string, releaseYear integer, coverUrl url | has-many Track
      Track: title string, duration|durationInSeconds integer, explicit boolean
      Listener: name string assumed | has-many Playlist
      Playlist: name string, visibility|access|publicOrPrivate enum(public|private) | many-to-many Track`,
  },
  {
    id: 'r-parking',
    prompt:
      'Parking garage: levels with a number and a height limit, parking spots with a code and a flag for whether they are occupied, each spot on one level. Cars (licence plate, colour) enter and leave; a parking session notes the car, the spot, the entry time and the exit time, if any, and the amount due.',
    expect: `
      Level: number integer|string, heightLimit decimal
      ParkingSpot: code string, occupied boolean | belongs-to Level
      Car: licencePlate string, colour string
      ParkingSession: entryTime datetime, exitTime datetime optional, amountDue money | belongs-to Car, belongs-to ParkingSpot`,
  },
  {
    id: 'r-elections',
    prompt:
      'Run club elections. An election has a name, opens on and closes on dates. Candidates stand in an election and have a name and a statement. Voters have a name and a unique member number. Each vote is cast by one voter for one candidate.',
    expect: `
      Election: name string, opensOn date, closesOn date | has-many Candidate
      Candidate: name string, statement text
      Voter: name string, memberNumber string unique
      Vote: name string assumed | belongs-to Voter, belongs-to Candidate`,
  },
  {
    id: 'r-construction',
    prompt:
      'Construction site manager: sites, contractors, work orders and inspections. A site has an address and a start date. A contractor has a company name, a trade and a phone number. Work orders are issued to a contractor at a site; they have a description, an estimated cost, a due date and a state: open, in progress, done. Inspections of a site have an inspector name, a date, and a result of passed or failed.',
    expect: `
      Site: address string, startDate date
      Contractor: companyName string, trade string, phoneNumber|phone phone
      WorkOrder: description text, estimatedCost money, dueDate date, state enum(open|in progress|done) | belongs-to Contractor, belongs-to Site
      Inspection: inspectorName string, date date, result enum(passed|failed) | belongs-to Site`,
  },
  {
    id: 'r-expenses',
    prompt:
      'expense tracker for a family. expenses: what, amount, date, category (food, rent, fun, other), paid by a person. people: name, color. monthly budget per category with a limit',
    expect: `
      Expense: what string, amount money, date date, category enum(food|rent|fun|other) | belongs-to Person
      Person: name string, color string
      MonthlyBudget: limit money|integer|decimal, category enum(food|rent|fun|other)|string`,
  },
  {
    id: 'r-dating',
    prompt:
      'An app where pet sitters offer services to pet owners. A sitter has a profile with a headline and an hourly rate. Owners and sitters exchange messages: each message has text and a sent time and is from an owner to a sitter. Owners review sitters with a rating from 1 to 5 and a comment.',
    expect: `
      PetSitter: headline string, hourlyRate money
      PetOwner: name string assumed
      Message: text text, sentTime|sentAt datetime | belongs-to PetOwner, belongs-to PetSitter
      Review: rating integer, comment text | belongs-to PetOwner, belongs-to PetSitter`,
  },
  {
    id: 'r-assets',
    prompt:
      'IT asset inventory. Track laptops and who has them. Laptop: asset tag (unique), model, purchase date, warranty until (optional), purchase price. Person: name, email, department. A laptop is assigned to at most one person; a person can have more than one laptop.',
    expect: `
      Laptop: assetTag string unique, model string, purchaseDate date, warrantyUntil date optional, purchasePrice money | belongs-to Person optional
      Person: name string, email email, department string`,
  },
  {
    id: 'r-league',
    prompt:
      'Football league: teams (name, founded year, stadium), players (name, shirt number 1-99, position goalkeeper/defender/midfielder/forward) who play for a team, matches between a home team and an away team with kick-off time, home goals and away goals. Goals are scored by a player in a match at a minute.',
    expect: `
      Team: name string, foundedYear integer, stadium string
      Player: name string, shirtNumber integer, position enum(goalkeeper|defender|midfielder|forward) | belongs-to Team
      Match: kickOffTime|kickOff datetime, homeGoals integer, awayGoals integer | belongs-to Team
      Goal: minute integer | belongs-to Player, belongs-to Match`,
  },
];
