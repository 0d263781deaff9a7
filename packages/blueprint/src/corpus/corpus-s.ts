import type { CorpusEntry } from './corpus-entry.ts';

/** Every style of asking: abbreviations, stories, schemas, tables, talk. Written before the mending that P called for. */
export const corpusS: CorpusEntry[] = [
  {
    id: 's-vet',
    prompt:
      'Vet clinic app: owners w/ name, phone & email; pets w/ name, species, breed, birth date, each pet belongs to one owner; visits per pet w/ date, reason, diagnosis (optional) and fee; vets w/ name & license no; each visit is handled by one vet.',
    expect: `
      Owner: name string, phone phone, email email | has-many Pet
      Pet: name string, species string, breed string, birthDate date
      Visit: date date, reason text|string, diagnosis text|string optional, fee money | belongs-to Pet, belongs-to Vet
      Vet: name string, licenseNo|licenseNumber string`,
  },
  {
    id: 's-lms',
    prompt: `As an instructor, I want to create courses with a title, a description and a level (beginner, intermediate, advanced).
As an instructor, I want to add lessons to a course, each with a title, content and duration.
As a student, I want to enroll in courses.
As a student, I want to leave a review on a course with a rating from 1 to 5 and a comment.`,
    expect: `
      Course: title string, description text, level enum(beginner|intermediate|advanced) | has-many Lesson
      Lesson: title string, content text, duration duration
      Student: | many-to-many Course, has-many Review
      Review: rating integer, comment text | belongs-to Course`,
  },
  {
    id: 's-hr',
    prompt: `HR system.

Department: name (unique), budget
Employee: first name, last name, email (unique), hire date, salary, manager (optional, another employee), department
Leave request: employee, start date, end date, type (vacation, sick, unpaid), status (pending, approved, rejected) default pending, comment (optional)
Skill: name
Employees have many skills.`,
    expect: `
      Department: name string unique, budget money
      Employee: firstName string, lastName string, email email unique, hireDate date, salary money | belongs-to Employee optional, belongs-to Department, many-to-many Skill
      LeaveRequest: startDate date, endDate date, type enum(vacation|sick|unpaid), status enum(pending|approved|rejected) default, comment text|string optional | belongs-to Employee
      Skill: name string`,
  },
  {
    id: 's-shop',
    prompt:
      'hey! we sell handmade candles online. could you make a backend for it? we have products (name, scent, burn time in hours, price, stock count) that are grouped into categories. customers register with an email, a full name and a shipping address. a customer can place lots of orders. an order has a date, a total and a status: new, paid, shipped or returned. an order is made up of order items, where each item points at a product and has a quantity and a unit price. thanks!!',
    expect: `
      Product: name string, scent string, burnTime decimal|duration|integer, price money, stockCount integer | belongs-to Category
      Category:
      Customer: email email, fullName string, shippingAddress string|text | has-many Order
      Order: date date, total money, status enum(new|paid|shipped|returned) | has-many OrderItem
      OrderItem: quantity integer, unitPrice money | belongs-to Product`,
  },
  {
    id: 's-schema',
    prompt: `Book { title: string, isbn: string unique, pages: int, published_on: date, price: decimal optional }
Author { name: string, born: date optional }
Publisher { name: string unique, city: string }
A book has one publisher and many authors; an author can write many books.`,
    expect: `
      Book: title string, isbn string unique, pages integer, publishedOn date, price decimal|money optional | belongs-to Publisher, many-to-many Author
      Author: name string, born date optional
      Publisher: name string unique, city string`,
  },
  {
    id: 's-table',
    prompt: `Please set up a database for our coworking space.

| Table | Columns |
| --- | --- |
| Member | name, email (unique), joined on, plan (basic, plus, pro) |
| Desk | code (unique), floor, type (hot, fixed) |
| Meeting room | name, capacity, hourly rate |
| Booking | start time, end time, notes (optional) |

Each booking is made by a member for a meeting room. A desk can be assigned to one member.`,
    expect: `
      Member: name string, email email unique, joinedOn date, plan enum(basic|plus|pro)
      Desk: code string unique, floor integer, type enum(hot|fixed) | belongs-to Member optional
      MeetingRoom: name string, capacity integer, hourlyRate money
      Booking: startTime datetime, endTime datetime, notes text|string optional | belongs-to Member, belongs-to MeetingRoom`,
  },
  {
    id: 's-lab',
    prompt:
      'Lab sample tracking - samples have a barcode (unique, exactly 12 characters), a collected at timestamp, a storage temperature in celsius and a status of received, in testing, reported or discarded. Every sample comes from one patient and is tested with many tests; a test result has a value, a unit, whether it is abnormal, and refers to one sample and one test. Tests: name, method, price.',
    expect: `
      Sample: barcode string unique, collectedAt|collected datetime, storageTemperature decimal, status enum(received|in testing|reported|discarded) | belongs-to Patient
      Patient:
      Test: name string, method string, price money
      TestResult: value decimal|string, unit string, abnormal|isAbnormal boolean | belongs-to Sample, belongs-to Test`,
  },
  {
    id: 's-property',
    prompt: `Property management:
* Buildings
  - name
  - address
  - number of floors
* Units (each in a building)
  - unit number
  - bedrooms
  - monthly rent
  - occupied: yes/no
* Tenants
  - full name
  - email
  - phone (optional)
* Leases
  - tenant
  - unit
  - start date
  - end date
  - deposit`,
    expect: `
      Building: name string, address string, numberOfFloors|floors integer
      Unit: unitNumber string, bedrooms integer, monthlyRent money, occupied boolean | belongs-to Building
      Tenant: fullName string, email email, phone phone optional
      Lease: startDate date, endDate date, deposit money | belongs-to Tenant, belongs-to Unit`,
  },
  {
    id: 's-tournament',
    prompt:
      'I need to organise chess tournaments. A tournament has a name, a location, a start date and a number of rounds between 3 and 11. Players have a name, a rating and a federation, and can register for several tournaments. A game is played between a white player and a black player in a tournament, in a given round, with a result of white, black or draw.',
    expect: `
      Tournament: name string, location string, startDate date, numberOfRounds|rounds integer | many-to-many Player
      Player: name string, rating integer, federation string
      Game: round integer|string, result enum(white|black|draw) | belongs-to Player, belongs-to Tournament`,
  },
  {
    id: 's-support',
    prompt:
      'Helpdesk. Agents: name, email unique. Customers: name, email unique, company optional. Tickets: subject, body, priority (low|normal|high|urgent) default normal, status (open|pending|solved|closed) default open, opened by a customer, assigned to an agent (optional). Replies: body, internal (boolean), sent at; belong to a ticket. Tags: name unique; a ticket can have many tags and a tag many tickets.',
    expect: `
      Agent: name string, email email unique
      Customer: name string, email email unique, company string optional
      Ticket: subject string, body text, priority enum(low|normal|high|urgent) default, status enum(open|pending|solved|closed) default | belongs-to Customer, belongs-to Agent optional, many-to-many Tag
      Reply: body text, internal boolean, sentAt datetime | belongs-to Ticket
      Tag: name string unique`,
  },
  {
    id: 's-museum',
    prompt:
      'For our museum: we keep exhibits (title, year, artist name, description, insured value) which are shown in rooms. A room has a number and a floor. Guided tours have a theme, a language, a date and time and a maximum group size, and are led by a guide. Guides have a name and speak one or more languages. Visitors book tours; a booking has a number of people and whether it has been paid.',
    expect: `
      Exhibit: title string, year integer, artistName string, description text, insuredValue money|decimal | belongs-to Room
      Room: number string|integer, floor integer
      GuidedTour: theme string, language string, dateTime datetime, maximumGroupSize integer | belongs-to Guide
      Guide: name string | many-to-many Language
      Language:
      Visitor: | has-many Booking
      Booking: numberOfPeople integer, paid|isPaid boolean | belongs-to GuidedTour`,
  },
  {
    id: 's-social',
    prompt:
      'Mini social network. Users have a unique username, email, bio (optional, max 160 chars) and birthday. Users write posts; a post has text (max 280 characters), an optional image URL and a posted at time. Users can like many posts. Users follow other users. Posts can be tagged with hashtags. Each comment belongs to a post and to a user and has text.',
    expect: `
      User: username string unique, email email, bio text|string optional, birthday date | many-to-many Post, has-many Post, many-to-many User, has-many Comment
      Post: text text|string, imageUrl url optional, postedAt datetime | many-to-many Hashtag
      Hashtag:
      Comment: text text|string | belongs-to Post`,
  },
  {
    id: 's-logistics',
    prompt:
      'Shipment tracking API: shipment has tracking number (unique), weight in kg, sender address, recipient address and status (created / in transit / delivered / lost). A shipment goes through many checkpoints, each with location, scanned at and remark?. Couriers (name, phone, vehicle type: bike, van or truck) carry shipments.',
    expect: `
      Shipment: trackingNumber string unique, weight decimal, senderAddress string, recipientAddress string, status enum(created|in transit|delivered|lost) | has-many Checkpoint
      Checkpoint: location string, scannedAt datetime, remark text|string optional
      Courier: name string, phone phone, vehicleType enum(bike|van|truck) | has-many Shipment`,
  },
  {
    id: 's-theatre',
    prompt:
      'We are a community theatre and want to get rid of our spreadsheets. Productions have a title, a premiere date and a director. Every production has several performances, each with a date, start time and ticket price. People are cast in roles: a role has a character name and is played by one actor, and it belongs to a production. Actors have a name, an email and a phone number which is optional.',
    expect: `
      Production: title string, premiereDate date, director string | has-many Performance
      Performance: date date, startTime time|datetime, ticketPrice money
      Role: characterName string | belongs-to Actor, belongs-to Production
      Actor: name string, email email, phoneNumber|phone phone optional`,
  },
  {
    id: 's-iot',
    prompt:
      'IoT dashboard backend - sites(name, city), devices(serial unique, model, firmware version, online flag, last seen at) in a site, sensors(kind temperature/humidity/co2, unit) on a device, readings(value decimal, taken at) per sensor, alerts for a sensor with severity info|warning|critical, message, acknowledged yes/no',
    expect: `
      Site: name string, city string
      Device: serial string unique, model string, firmwareVersion string, online boolean, lastSeenAt datetime | belongs-to Site
      Sensor: kind enum(temperature|humidity|co2), unit string | belongs-to Device
      Reading: value decimal, takenAt datetime | belongs-to Sensor
      Alert: severity enum(info|warning|critical), message text, acknowledged boolean | belongs-to Sensor`,
  },
  {
    id: 's-insurance',
    prompt:
      'Insurance broker: clients take out policies. Each policy has a policy number that must be unique, a premium, a start date and an end date, and covers one or more vehicles. A vehicle has a registration plate, a make and a model. Claims are filed against a policy: a claim has an incident date, a description, a claimed amount and an approved amount (may be empty), and its status is open, accepted or rejected.',
    expect: `
      Client: | has-many Policy
      Policy: policyNumber string unique, premium money, startDate date, endDate date | has-many Vehicle
      Vehicle: registrationPlate string, make string, model string
      Claim: incidentDate date, description text, claimedAmount money, approvedAmount money optional, status enum(open|accepted|rejected) | belongs-to Policy`,
  },
  {
    id: 's-habits',
    prompt:
      'habit tracker: a user has an email & a time zone. habits belong to a user & have a name, frequency (daily/weekly), target count >= 1 and archived (default false). check-ins belong to a habit: date, count, mood 1..5 optional',
    expect: `
      User: email email, timeZone string | has-many Habit
      Habit: name string, frequency enum(daily|weekly), targetCount integer, archived boolean default
      CheckIn: date date, count integer, mood integer optional | belongs-to Habit`,
  },
  {
    id: 's-restaurant',
    prompt:
      'Restaurant: the menu is split into sections (name, position). Dishes sit in a section and have a name, price, is vegan flag and allergens. Tables have a number and seats. Reservations are for a table and record the guest name, guest phone, party size, date and time. Waiters (name, pin 4 digits) serve tables.',
    expect: `
      Section: name string, position integer | has-many Dish
      Dish: name string, price money, isVegan boolean, allergens string|text
      Table: number integer|string, seats integer
      Reservation: guestName string, guestPhone phone, partySize integer, dateTime datetime | belongs-to Table
      Waiter: name string, pin string | has-many Table`,
  },
  {
    id: 's-grants',
    prompt:
      'Grant management for a foundation. Organisations apply for grants. An organisation has a name, a registration number (unique), a country and a contact person. A programme has a name, a total budget and a deadline. An application belongs to an organisation and a programme and has a project title, a requested amount of at most 50000, a summary and a submission date. Reviewers score applications: each review has a score between 0 and 100, a recommendation (fund, decline, revise) and remarks.',
    expect: `
      Organisation: name string, registrationNumber string unique, country string, contactPerson string
      Grant:
      Programme: name string, totalBudget money, deadline date|datetime
      Application: projectTitle string, requestedAmount money, summary text, submissionDate date | belongs-to Organisation, belongs-to Programme
      Reviewer: | has-many Review
      Review: score integer, recommendation enum(fund|decline|revise), remarks text | belongs-to Application`,
  },
  {
    id: 's-garden',
    prompt:
      'Create an app where gardeners manage plots. Gardener = name, email, joined date. Plot = number, size in square metres, sunny (yes or no). A gardener rents at most one plot. In a plot many plants grow. Plant = name, sown on, harvested on (optional). Also log waterings: each watering is of one plot by one gardener and has a time and an amount in litres.',
    expect: `
      Gardener: name string, email email, joinedDate date | has-one Plot
      Plot: number string|integer, size decimal, sunny boolean | has-many Plant
      Plant: name string, sownOn date, harvestedOn date optional
      Watering: time datetime|time, amount decimal | belongs-to Plot, belongs-to Gardener`,
  },
  {
    id: 's-newsroom',
    prompt:
      'Newsroom CMS: articles have headline, slug (unique), lead, body, published_at (nullable) and status draft | review | published. An article has one or more authors, one section and any number of tags. Authors have a name, email and byline. Sections and tags only have a name.',
    expect: `
      Article: headline string, slug slug|string unique, lead string|text, body text, publishedAt datetime optional, status enum(draft|review|published) | many-to-many Author, belongs-to Section, many-to-many Tag
      Author: name string, email email, byline string
      Section: name string
      Tag: name string`,
  },
  {
    id: 's-carpool',
    prompt:
      'Carpooling: drivers offer rides. A ride goes from an origin to a destination, has a departure time, available seats (1-8) and a price per seat. Passengers request seats on a ride: a seat request has a number of seats, a message and can be pending, accepted or declined. Drivers and passengers both have a name, an email and a profile picture. After a ride a passenger can rate the driver with stars from 1 to 5.',
    expect: `
      Driver: name string, email email, profilePicture image optional | has-many Ride
      Ride: origin string, destination string, departureTime datetime, availableSeats integer, pricePerSeat money
      Passenger: name string, email email, profilePicture image optional | has-many SeatRequest
      SeatRequest: numberOfSeats integer, message text, status enum(pending|accepted|declined) | belongs-to Ride
      Rating: stars|value|rating|score integer | belongs-to Driver, belongs-to Passenger`,
  },
  {
    id: 's-assets',
    prompt:
      'Build a service for a film production rental house. Items: inventory code (unique), name, category (camera, lens, light, sound), daily rate, condition. Kits bundle several items and an item can be part of several kits. Clients: company name, VAT number, contact email. A hire is for one client, runs from a start date to a due date, includes many items and ends with a returned date, which stays empty until everything is back.',
    expect: `
      Item: inventoryCode string unique, name string, category enum(camera|lens|light|sound), dailyRate money, condition string | many-to-many Kit
      Kit:
      Client: companyName string, vatNumber string, contactEmail email
      Hire: startDate date, dueDate date, returnedDate date optional | belongs-to Client, many-to-many Item`,
  },
  {
    id: 's-daycare',
    prompt:
      'Daycare: children (first name, last name, date of birth, allergies optional), guardians (name, phone, email). A child has 1 or more guardians, a guardian 1 or more children. Groups have a name and a max size of 12; every child is in exactly one group. Attendance per child: date, arrived at, left at (optional).',
    expect: `
      Child: firstName string, lastName string, dateOfBirth date, allergies string|text optional | many-to-many Guardian, belongs-to Group
      Guardian: name string, phone phone, email email
      Group: name string, maxSize integer
      Attendance: date date, arrivedAt datetime, leftAt datetime optional | belongs-to Child`,
  },
];
