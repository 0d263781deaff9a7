import type { CorpusEntry } from './corpus-entry.ts';

/** Set AK: thirty trades and as many hands, written before any of it was read; mechanisms were sought on it. */
export const corpusAK: readonly CorpusEntry[] = [
  {
    id: 'ak-vet',
    prompt: `Vet practice. Owners (name, mobile, address) bring in their pets. Pet: name, species, breed, date of birth, microchip number (unique). Visits are booked for one pet with one vet: date, time, reason, fee. A vet has a name and a registration number.`,
    expect: `
      Owner: name string, mobile phone, address string
      Pet: name string, species string, breed string, dateOfBirth date, microchipNumber string unique | belongs-to Owner
      Vet: name string, registrationNumber string
      Visit: date date, time time, reason string|text, fee money | belongs-to Pet, belongs-to Vet`,
  },
  {
    id: 'ak-brewery',
    prompt: `We brew beer in small batches and want to get rid of our spreadsheet. A batch is brewed from one recipe and gets a batch number, a brew date and the volume in litres. Recipes have a name, a style and a target ABV in percent. Batches are kept in tanks; a tank has a number and a capacity. For every batch we take several gravity readings, each with a value and the time it was taken.`,
    expect: `
      Batch: batchNumber string|integer, brewDate date, volume|volumeInLitres|volumeLitres decimal|integer | belongs-to Recipe, belongs-to Tank optional
      Recipe: name string, style string, targetAbv percentage|decimal
      Tank: number string|integer, capacity decimal|integer
      GravityReading|Reading: value decimal|integer, takenAt|time|timeTaken|timeItWasTaken datetime|time | belongs-to Batch`,
  },
  {
    id: 'ak-choir',
    prompt: `Choir manager
- Singers: name, email, voice part (soprano, alto, tenor, bass), joined on
- Pieces: title, composer, duration in minutes
- Rehearsals: date, start time, location
- Concerts: date, venue, notes (optional)
- Every concert has a programme made up of pieces
- Attendance: which singer was at which rehearsal, excused or not`,
    expect: `
      Singer: name string, email email, voicePart enum(soprano|alto|tenor|bass), joinedOn date
      Piece: title string, composer string, duration|durationInMinutes duration|integer
      Rehearsal: date date, startTime time, location string
      Concert: date date, venue string, notes text optional | many-to-many Piece
      Attendance: excused boolean | belongs-to Singer, belongs-to Rehearsal`,
  },
  {
    id: 'ak-bees',
    prompt: `I keep bees as a hobby. Apiaries have a name and a location. In each apiary there are several hives; a hive has a number, a type and a colour. A hive is headed by one queen, who has a year of birth and a marking colour. Whenever I check a hive I write down an inspection with the date, the temperature, whether brood was seen and remarks. Honey harvests are recorded per hive with date and kilograms.`,
    expect: `
      Apiary: name string, location string
      Hive: number string|integer, type string, colour color|string | belongs-to Apiary
      Queen: yearOfBirth|birthYear integer, markingColour color|string | belongs-to Hive
      Inspection: date date, temperature decimal|integer, broodSeen|broodWasSeen|brood boolean, remarks text | belongs-to Hive
      Harvest|HoneyHarvest: date date, kilograms decimal|integer | belongs-to Hive`,
  },
  {
    id: 'ak-harbour',
    prompt: `Harbour master's log: berths (code, length, depth), boats (name, registration unique, length, draught), boat owners (name, phone, email). A boat is owned by one boat owner. A mooring is for one boat at one berth, from a date to a date, with a daily rate. Piers are made of berths, each berth sits on exactly one pier.`,
    expect: `
      Berth: code string, length decimal|integer, depth decimal|integer | belongs-to Pier
      Boat: name string, registration string unique, length decimal|integer, draught decimal|integer|string | belongs-to BoatOwner
      BoatOwner: name string, phone phone, email email
      Mooring: from|fromDate|startDate date, to|toDate|until|endDate date, dailyRate money | belongs-to Boat, belongs-to Berth
      Pier:`,
  },
  {
    id: 'ak-museum',
    prompt: `As a curator I can register objects with an inventory number, a title, a year and a photo.
As a curator I can assign an object to a collection.
As a registrar I can lend an object to a borrowing museum; the loan has a start date, a due date and an insurance value.
As a conservator I can write condition reports about an object with a date, a grade from 1 to 5 and a description.
Collections have a name and a description.`,
    expect: `
      Object|ObjectRecord|CollectionObject|MuseumObject: inventoryNumber string, title string, year integer, photo image optional | belongs-to Collection optional
      Collection: name string, description text
      Museum|BorrowingMuseum:
      Loan: startDate date, dueDate date, insuranceValue money | belongs-to Object|ObjectRecord|CollectionObject|MuseumObject, belongs-to Museum|BorrowingMuseum
      ConditionReport: date date, grade rating|integer, description text | belongs-to Object|ObjectRecord|CollectionObject|MuseumObject`,
  },
  {
    id: 'ak-driving',
    prompt: `Driving school app. Learners book lessons with an instructor. A lesson is given in one car and has a date, a start time, a length of 45 or 90 minutes and a price. Learners have a name, an email, a phone number and the licence class they go for. Each instructor drives several cars; a car has a plate and a gearbox (manual or automatic). Exams are taken by learners, with a date, a kind (theory, practical) and whether they passed.`,
    expect: `
      Learner: name string, email email, phoneNumber phone, licenceClass string
      Instructor: | many-to-many Car
      Lesson: date date, startTime time, length duration|enum|integer, price money | belongs-to Learner, belongs-to Instructor, belongs-to Car
      Car: plate string, gearbox enum(manual|automatic)
      Exam: date date, kind enum(theory|practical), passed boolean | belongs-to Learner`,
  },
  {
    id: 'ak-tattoo',
    prompt: `Tattoo studio, three artists. Artists have a nickname and an instagram link. Customers come with an idea: a request has a description, a body part, the size in cm, reference pictures and a budget, and is made by a customer for an artist. When the artist accepts it, sessions are planned (date, hours, deposit paid yes/no). One request can need several sessions. Customers: name, phone, birthday, allergies if any.`,
    expect: `
      Artist: nickname string, instagramLink|instagram url|string
      Customer: name string, phone phone, birthday date, allergies string|text optional
      Request|RequestRecord: description text, bodyPart string, size|sizeInCm decimal|integer, referencePictures|pictures image|file optional, budget money | belongs-to Customer, belongs-to Artist
      Session|SessionRecord: date date, hours decimal|integer|duration, depositPaid boolean | belongs-to Request|RequestRecord`,
  },
  {
    id: 'ak-parking',
    prompt: `parking garage mgmt - garages w/ name, address & nr of levels; spaces w/ number, level, type (standard/disabled/ev); customers w/ name + licence plate; a permit ties a customer to a space, valid from / valid until, monthly price; tickets 4 people w/out permit: garage, entry time, exit time (opt.), amount due`,
    expect: `
      Garage: name string, address string, nrOfLevels|numberOfLevels|levels integer
      Space: number string|integer, level integer|string, type enum(standard|disabled|ev) | belongs-to Garage
      Customer: name string, licencePlate string
      Permit: validFrom date, validUntil date, monthlyPrice money | belongs-to Customer, belongs-to Space
      Ticket: entryTime datetime|time, exitTime datetime|time optional, amountDue money | belongs-to Garage`,
  },
  {
    id: 'ak-claims',
    prompt: `We are a small insurer. A policyholder holds one or more policies. Policies have a policy number (unique), a kind (household, liability, car), a start date and a yearly premium. A claim is filed against a policy; it has a date of loss, a description, an estimated amount and a status of open, in review, settled or declined. Each claim is handled by an adjuster. Documents are attached to claims: a file, a title and the upload date. Payments are made on a claim with an amount and a date.`,
    expect: `
      Policyholder: 
      Policy: policyNumber string unique, kind enum(household|liability|car), startDate date, yearlyPremium money | belongs-to Policyholder
      Claim: dateOfLoss date, description text, estimatedAmount money, status enum(open|in review|settled|declined) | belongs-to Policy, belongs-to Adjuster
      Adjuster:
      Document: file file optional, title string, uploadDate date|datetime | belongs-to Claim
      Payment: amount money, date date | belongs-to Claim`,
  },
  {
    id: 'ak-translation',
    prompt: `translation agency. clients send us projects. a project contains documents to translate. every document is translated from one language to another language by one translator, until a deadline. document has file name, word count, price per word. translator has name, email, native language. at the end other translator does the proofreading of document`,
    expect: `
      Client:
      Project: | belongs-to Client
      Document: fileName string, wordCount integer, pricePerWord money, deadline date|datetime | belongs-to Project, belongs-to Translator, many-to-many Language
      Language:
      Translator: name string, email email, nativeLanguage string|locale`,
  },
  {
    id: 'ak-filmfest',
    prompt: `## Film festival back office

### Films
Title, original title (optional), year, running time in minutes, country. A film is directed by one or more directors.

### Screenings
A screening shows one film in one cinema hall. Starts at, Q&A yes/no, ticket price.

### Jury
Jury members score films from 1 to 10 and leave a comment.

### Halls
Cinema halls have a name and a seat count. They belong to a cinema with a name and an address.`,
    expect: `
      Film: title string, originalTitle string optional, year integer, runningTime|runningTimeInMinutes duration|integer, country country|string | many-to-many Director
      Director:
      Screening: startsAt datetime|time, qA|qa|isQA|qAndA|qna boolean, ticketPrice money | belongs-to Film, belongs-to CinemaHall
      JuryMember:
      Score|Rating|FilmScore: score|value|rating rating|integer, comment text | belongs-to JuryMember, belongs-to Film
      CinemaHall: name string, seatCount integer | belongs-to Cinema
      Cinema: name string, address string`,
  },
  {
    id: 'ak-bloodbank',
    prompt: `Blood bank: Donors have a donor id (unique), full name, blood group (A, B, AB, 0), rhesus positive or negative and a phone. A donation is given by a donor on a date at a collection site, volume in ml. From every donation several blood units are produced; a blood unit has a barcode, a component (red cells, plasma, platelets), and an expiry date. Hospitals order blood units. An order has a date and is placed by one hospital and covers one or more blood units.`,
    expect: `
      Donor: donorId|donorNumber string unique, fullName string, bloodGroup enum(A|B|AB|0), rhesus enum(positive|negative), phone phone
      Donation: date date, volume|volumeInMl|volumeMl integer|decimal | belongs-to Donor, belongs-to CollectionSite
      CollectionSite:
      BloodUnit: barcode string, component enum(red cells|plasma|platelets), expiryDate date | belongs-to Donation, many-to-many Order
      Hospital:
      Order: date date | belongs-to Hospital`,
  },
  {
    id: 'ak-scouts',
    prompt: `Scout group. Scouts belong to a pack (cubs, beavers ... it's just a name and an age range). A scout has first name, surname, date of birth, and an emergency contact phone. Leaders lead packs, a pack can have more than one leader and a leader more than one pack. Scouts earn badges; for each badge earned we want the date. Badges have a name and a picture. Camps: name, start, end, cost per head. Scouts sign up for camps and we note if they have paid.`,
    expect: `
      Pack: name string, ageRange string | many-to-many Leader
      Scout: firstName string, surname string, dateOfBirth date, emergencyContactPhone phone | belongs-to Pack
      Leader:
      Badge: name string, picture image optional
      EarnedBadge|BadgeEarned|BadgeAward|ScoutBadge|Award|Earning: date date | belongs-to Scout, belongs-to Badge
      Camp: name string, start date|datetime, end date|datetime, costPerHead money
      SignUp|Signup|Registration|CampSignUp|CampScout|ScoutCamp: paid|hasPaid|isPaid boolean | belongs-to Scout, belongs-to Camp`,
  },
  {
    id: 'ak-allotments',
    prompt: `An allotment society rents out plots to members. A plot has a number, a size in square metres and may have a shed. A member is a person with name, address, email; they pay an annual fee. Tenancy agreements link a member and a plot: start date, end date (open ended possible), rent. There's a waiting list too: applicants with their name, email and the date they applied. Members log working hours: date, hours, what they did.`,
    expect: `
      Plot: number string|integer, size|sizeInSquareMetres decimal|integer, shed|hasShed boolean
      Member: name string, address string, email email, annualFee money
      TenancyAgreement: startDate date, endDate date optional, rent money | belongs-to Member, belongs-to Plot
      Applicant: name string, email email, appliedOn|dateApplied|dateTheyApplied|applied|applicationDate date
      WorkingHour|WorkingHours|TimeEntry|WorkLog: date date, hours decimal|integer|duration, whatTheyDid|description|whatDone string|text | belongs-to Member`,
  },
  {
    id: 'ak-removals',
    prompt: `Removal company dispatch board

Jobs
  customer, from address, to address, moving date, number of boxes, floor, lift yes/no
  status: enquiry -> quoted -> confirmed -> done
Vans
  plate, payload kg
Crew
  name, driving licence yes/no
A job is done with one or several vans and by several crew members. Each job has one foreman, who is a crew member. A quote belongs to a job: net price, valid until.`,
    expect: `
      Customer:
      Job: fromAddress string, toAddress string, movingDate date, numberOfBoxes integer, floor integer|string, lift|hasLift boolean, status enum(enquiry|quoted|confirmed|done) | belongs-to Customer, many-to-many Van, many-to-many CrewMember, belongs-to CrewMember
      Van: plate string, payload|payloadKg decimal|integer
      CrewMember|Crew: name string, drivingLicence|hasDrivingLicence boolean
      Quote: netPrice money, validUntil date | belongs-to Job`,
  },
  {
    id: 'ak-school-grades',
    prompt: `Teachers teach courses. A student is enrolled in a course for a term; each enrolment has an enrolment date. As a teacher I can give each enrolment a grade from 1 to 6. Courses have a code, a title and credit points and are offered by one department. A department is run by a head, who is a teacher.`,
    expect: `
      Teacher:
      Course: code string, title string, creditPoints integer|decimal | belongs-to Teacher, belongs-to Department
      Student:
      Term:
      Enrolment|Enrollment: enrolmentDate|enrollmentDate date, grade rating|integer optional | belongs-to Student, belongs-to Course, belongs-to Term
      Department: | belongs-to Teacher`,
  },
  {
    id: 'ak-helpdesk',
    prompt: `Ticketing for internal IT. Employees raise tickets: subject, details, priority low/normal/high/urgent. Agents are assigned to tickets. Every ticket falls under a category. Tickets can have comments (text, internal or not) written by an employee or an agent. A ticket may refer to a device. Devices: asset tag unique, model, purchase date, issued to an employee. Tickets go from new to in progress to resolved to closed and can be reopened from resolved or closed.`,
    expect: `
      Employee:
      Agent:
      Ticket: subject string, details text|string, priority enum(low|normal|high|urgent), status enum(new|in progress|resolved|closed) | belongs-to Employee, many-to-many Agent, belongs-to Category, belongs-to Device optional
      Category:
      Comment: text text, internal|isInternal boolean | belongs-to Ticket, belongs-to Employee optional, belongs-to Agent optional
      Device: assetTag string unique, model string, purchaseDate date | belongs-to Employee optional`,
  },
  {
    id: 'ak-pharmacy',
    prompt: `For our pharmacy. Products: name, PZN (unique 8 digit code), price, prescription-only yes/no, stock. Suppliers deliver products; a supplier has name, phone, delivery days. A delivery comes from a supplier and consists of positions, each for one product with quantity and best before. Sales are rung up by an employee on a date and have sale lines with product, quantity and unit price.`,
    expect: `
      Product: name string, pzn string unique, price money, prescriptionOnly|isPrescriptionOnly boolean, stock integer | many-to-many Supplier
      Supplier: name string, phone phone, deliveryDays string|integer|multi-choice
      Delivery: | belongs-to Supplier
      Position: quantity integer, bestBefore date | belongs-to Delivery, belongs-to Product
      Sale: date date | belongs-to Employee
      Employee:
      SaleLine: quantity integer, unitPrice money | belongs-to Sale, belongs-to Product`,
  },
  {
    id: 'ak-realestate',
    prompt: `Estate agents' CRM please. Properties: address, postcode, asking price, bedrooms, kind (house, flat, land), listed by an agent, belongs to a vendor. Viewings: a buyer views a property with an agent at a date and time; feedback afterwards optional. Offers: buyer, property, amount, date, status (pending, accepted, rejected). Only one offer per property can be accepted.`,
    expect: `
      Property: address string, postcode string, askingPrice money, bedrooms integer, kind enum(house|flat|land) | belongs-to Agent, belongs-to Vendor
      Agent:
      Vendor:
      Buyer:
      Viewing: date date|datetime, time time, feedback text optional | belongs-to Buyer, belongs-to Property, belongs-to Agent
      Offer: amount money, date date, status enum(pending|accepted|rejected) | belongs-to Buyer, belongs-to Property`,
  },
  {
    id: 'ak-recipes-social',
    prompt: `Build me a recipe sharing site. Users publish recipes (title, photo, servings, instructions, cooking time in minutes). Users can like recipes and rate them from 1 to 5 stars with an optional review. Users can follow other users. A recipe is in one or more categories and lists ingredients with amount and unit. Users save recipes in cookbooks; a cookbook has a name.`,
    expect: `
      User: | many-to-many User, many-to-many Recipe
      Recipe: title string, photo image optional, servings integer, instructions text, cookingTime|cookingTimeInMinutes duration|integer | belongs-to User, many-to-many Category
      Rating: stars|value|rating rating|integer, review text optional | belongs-to User, belongs-to Recipe
      Category:
      Ingredient:
      RecipeIngredient: amount decimal|integer|string, unit string | belongs-to Recipe, belongs-to Ingredient
      Cookbook: name string | belongs-to User, many-to-many Recipe`,
  },
  {
    id: 'ak-fleet-fr',
    prompt: `Hello, we are a french company of taxis. We need software for manage our drivers and cars. The driver has a name, a phone number, a number of licence and a date of entry. The car has a plate number, a brand and a number of places. Each day a driver takes one car: it is a shift, with an hour of begin and an hour of end and the kilometers. The clients reserve rides. The ride has a departure address, an arrival address, a price and is made by one driver.`,
    expect: `
      Driver: name string, phoneNumber phone, licenceNumber|numberOfLicence|licence string, dateOfEntry|entryDate date
      Car: plateNumber string, brand string, numberOfPlaces|places integer
      Shift: hourOfBegin|beginHour|begin|beginsAt time|datetime|string|integer, hourOfEnd|endHour|end|endsAt time|datetime|string|integer, kilometers decimal|integer | belongs-to Driver, belongs-to Car
      Client:
      Ride: departureAddress string, arrivalAddress string, price money | belongs-to Client, belongs-to Driver`,
  },
  {
    id: 'ak-farm-shop-table',
    prompt: `| Entity | Fields | Links |
|---|---|---|
| Farmer | name, email, bio | |
| Product | name, unit, price, organic (yes/no) | sold by a Farmer |
| Customer | name, email (unique), street, city | |
| Basket | week, size (S/M/L), total | for a Customer; contains Products |
| Pickup point | name, address, opening hours | |

Every basket is collected at a pickup point.`,
    expect: `
      Farmer: name string, email email, bio text
      Product: name string, unit string, price money, organic|isOrganic boolean | belongs-to Farmer
      Customer: name string, email email unique, street string, city string
      Basket: week integer|string, size enum(S|M|L), total money | belongs-to Customer, many-to-many Product, belongs-to PickupPoint
      PickupPoint: name string, address string, openingHours string|text`,
  },
  {
    id: 'ak-org',
    prompt: `HR tool. An employee reports to another employee, their manager, except the CEO. Employees work in a department; departments can have a parent department. Positions have a title and a pay grade and are filled by employees. Leave requests are submitted by an employee and approved by a manager: first day, last day, type (vacation, sick, unpaid). We also hold each employee's employee number, full name, hire date and private email (optional).`,
    expect: `
      Employee: employeeNumber string, fullName string, hireDate date, privateEmail email optional | belongs-to Employee optional, belongs-to Department, belongs-to Position optional
      Department: | belongs-to Department optional
      Position: title string, payGrade string
      LeaveRequest: firstDay date, lastDay date, type enum(vacation|sick|unpaid) | belongs-to Employee, belongs-to Employee optional`,
  },
  {
    id: 'ak-tools',
    prompt: `Tool library for our village. We hand out tools to members. A tool has an inventory number, a name, a category and a deposit. When a tool is handed out we note the date and the date it is due back; when it comes back, the return date. Members: name, address, phone, member since. Volunteers repair tools - a repair has a date, cost, description.`,
    expect: `
      Tool: inventoryNumber string, name string, category string, deposit money
      Member: name string, address string, phone phone, memberSince|since date
      Loan|HandOut|Handout|Handover|HandingOut: date date, dueDate|dueBack|dateDueBack|dueBackDate date, returnDate date optional | belongs-to Tool, belongs-to Member
      Volunteer:
      Repair: date date, cost money, description text | belongs-to Tool, belongs-to Volunteer`,
  },
  {
    id: 'ak-events',
    prompt: `Community centre:
* rooms can be hired by groups
* a room: name, capacity, hourly rate
* a group: name, contact person, contact email
* a hire has the date, from, to, purpose
* courses take place in a room, are taught by a tutor and are attended by participants
* course: title, first session date, number of sessions, fee
* tutor: name, phone; participant: name, email`,
    expect: `
      Room: name string, capacity integer, hourlyRate money
      Group: name string, contactPerson string, contactEmail email
      Hire: date date, from time|datetime, to time|datetime, purpose string|text | belongs-to Room, belongs-to Group
      Course: title string, firstSessionDate date, numberOfSessions integer, fee money | belongs-to Room, belongs-to Tutor, many-to-many Participant
      Tutor: name string, phone phone
      Participant: name string, email email`,
  },
  {
    id: 'ak-lab',
    prompt: `An experiment is run by a researcher using one or more instruments and has a title, a hypothesis and a start date. Samples, with their label and storage temperature, are taken from a specimen. Measurements belong to an experiment and a sample; value, unit, measured at. Instruments (name, serial number, last calibration) are located in labs. Researchers author papers; a paper may have several authors and cites other papers.`,
    expect: `
      Experiment: title string, hypothesis string|text, startDate date | belongs-to Researcher, many-to-many Instrument
      Researcher:
      Instrument: name string, serialNumber string, lastCalibration date | belongs-to Lab
      Lab:
      Sample: label string, storageTemperature decimal|integer | belongs-to Specimen
      Specimen:
      Measurement: value decimal|string|integer, unit string, measuredAt datetime | belongs-to Experiment, belongs-to Sample
      Paper: | many-to-many Researcher, many-to-many Paper`,
  },
  {
    id: 'ak-property-mgmt',
    prompt: `Hi! I manage holiday cottages. Each cottage has a name, a site, max guests and a nightly price. Guests book a cottage: arrival, departure, number of adults, number of children, total price, paid in full or not. After each stay a cleaner cleans the cottage and fills in a checklist (date, all ok, damage noted). Cottages have amenities (wifi, sauna, dog friendly and so on) that can be shared. An owner owns cottages and gets a monthly statement with the month, income and commission.`,
    expect: `
      Cottage: name string, site string, maxGuests integer, nightlyPrice money | many-to-many Amenity, belongs-to Owner
      Guest:
      Booking: arrival date|datetime, departure date|datetime, numberOfAdults integer, numberOfChildren integer, totalPrice money, paidInFull|isPaidInFull boolean | belongs-to Cottage, belongs-to Guest
      Cleaner:
      Checklist: date date, allOk|isAllOk boolean, damageNoted|damage string|boolean|text | belongs-to Cottage, belongs-to Cleaner
      Amenity:
      Owner:
      Statement|MonthlyStatement: month string|date|integer, income money, commission money | belongs-to Owner`,
  },
  {
    id: 'ak-chess',
    prompt: `Chess club database. Players: name, FIDE id, Elo rating. Tournaments consist of rounds, and rounds consist of games. Each game is between two players, white and black, and has a result (1-0, 0-1, draw). Tournaments have a name, a city, a start date. Players may be members of a club with a name and a league.`,
    expect: `
      Player: name string, fideId string|integer, eloRating integer | belongs-to Club optional
      Tournament: name string, city string, startDate date
      Round: | belongs-to Tournament
      Game: result enum(1-0|0-1|draw) | belongs-to Round, belongs-to Player
      Club: name string, league string`,
  },
  {
    id: 'ak-invoicing',
    prompt: `Freelancer invoicing. Clients (company, contact, VAT no, email). Projects per client, with hourly rate and a budget. Time entries per project: date, hours, note. An invoice goes to a client and has an invoice number (unique), issue date, due date. It is made up of invoice lines (description, quantity, unit price). An invoice can be paid in parts; payments have an amount, a method and a received date. Expenses can optionally be linked to a project: amount, date, receipt.`,
    expect: `
      Client: company string, contact string, vatNo|vatNumber string, email email
      Project: hourlyRate money, budget money | belongs-to Client
      TimeEntry: date date, hours decimal|integer|duration, note text|string | belongs-to Project
      Invoice: invoiceNumber string unique, issueDate date, dueDate date | belongs-to Client
      InvoiceLine: description text|string, quantity integer|decimal, unitPrice money | belongs-to Invoice
      Payment: amount money, method string, receivedDate date | belongs-to Invoice
      Expense: amount money, date date, receipt file|image|string | belongs-to Project optional`,
  },
];
