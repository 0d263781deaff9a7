import type { CorpusEntry } from './corpus-entry.ts';

/** Written together with AG, as sixty strangers would type, before any of the two was read; what generalises was sought on it. */
export const corpusAF: CorpusEntry[] = [
  {
    id: 'af-tool-library',
    prompt:
      "hi, so we run a tool library in our neighbourhood and right now its all on paper. people sign up as members, i need their name, phone and the street they live in. then there's the tools of course, each tool has got a name, a category and a replacement value. when we lend a tool to a member i write down the day it went out and the day it should come back, and later the return date. thats it really",
    expect: `
      Member: name string, phone phone, street string
      Tool: name string, category string, replacementValue money|decimal
      Loan|Lending|ToolLoan|Lend: dayOut|dayWentOut|wentOutOn|loanDate|lentOn|outDate|wentOutAt|lentAt date, dueDate|dueOn|dayDue|dueBackOn|dayShouldComeBack|comeBackDate|dueAt|dueBackAt date, returnDate date optional | belongs-to Tool, belongs-to Member`,
  },
  {
    id: 'af-physio',
    prompt:
      "I'm a physiotherapist. My patients have a name, a date of birth and an insurance company. For every session I want to note the date, which exercises we did and the pain level from 0 to 10. Exercises: name, description, a video link.",
    expect: `
      Patient: name string, dateOfBirth date, insuranceCompany string
      Session: date date, painLevel integer | belongs-to Patient, many-to-many Exercise
      Exercise: name string, description text, videoLink url`,
  },
  {
    id: 'af-football-club',
    prompt: `Youth football club

- teams: name, age group (U8, U10, U12, U14), coach
- coaches: name, mobile, licence level
- players: first name, last name, birthday, shirt number, team they play in
- matches: team, opponent, kick-off, home or away, goals for, goals against
- goals scored per player per match`,
    expect: `
      Team: name string, ageGroup enum(U8|U10|U12|U14) | belongs-to Coach
      Coach: name string, mobile phone, licenceLevel string
      Player: firstName string, lastName string, birthday date, shirtNumber integer|string | belongs-to Team
      Match: opponent string, kickOff datetime, homeOrAway|venue|side enum(home|away), goalsFor integer, goalsAgainst integer | belongs-to Team
      Goal|PlayerMatch|Scorer|GoalScored|GoalsScored: goals|number|count|goalsScored|goalCount integer | belongs-to Player, belongs-to Match`,
  },
  {
    id: 'af-goat-farm',
    prompt:
      'We keep goats and sell cheese at the market. Every goat has an ear tag which is unique, a name, a breed and a birth date, and we know who her mother is. Twice a day goats are milked: date, morning or evening, litres. Cheeses are made on a day from a number of litres and have a kind, a weight and a best before date. At the market we sell cheese to whoever comes, so a sale only has a date, the cheese, the weight sold and the price.',
    expect: `
      Goat: earTag string unique, name string, breed string, birthDate date | belongs-to Goat optional
      Milking: date date, timeOfDay|morningOrEvening|kind|type|time|period enum(morning|evening), litres decimal|integer | belongs-to Goat
      Cheese: madeOn|day|dayMade|date|productionDate|madeAt date, litres|numberOfLitres decimal|integer, kind string, weight decimal, bestBeforeDate|bestBefore date
      Sale: date date, weightSold|weight decimal, price money | belongs-to Cheese`,
  },
  {
    id: 'af-clinic-vet',
    prompt: `Vet practice software, please!

As a receptionist I can register an owner with name, address and phone so that we can call them.
As a receptionist I can add an owner's pets with name, species, date of birth and chip number.
As a receptionist I can book a visit for a pet with a vet on a date and time.
As a vet I can write a diagnosis and the treatment for a visit.
As a vet I can prescribe medicines for a visit, each with a dosage and the number of days.`,
    expect: `
      Owner: name string, address string, phone phone
      Pet: name string, species string, dateOfBirth date, chipNumber string | belongs-to Owner
      Visit: dateAndTime|dateTime|date|time|startsAt datetime, diagnosis text|string, treatment text|string | belongs-to Pet, belongs-to Vet
      Vet:
      Medicine:
      Prescription|VisitMedicine: dosage string, numberOfDays|days integer | belongs-to Visit, belongs-to Medicine`,
  },
  {
    id: 'af-choir-library',
    prompt:
      'our choir has about 400 scores in the cupboard and nobody knows where. a score has a composer, a title, how many copies we own and the shelf. singers (name, voice: soprano, alto, tenor or bass) borrow copies of a score, i want to see who has which score since when and if they gave it back',
    expect: `
      Score: composer string, title string, copies|numberOfCopies|howManyCopies|copyCount integer, shelf string
      Singer: name string, voice enum(soprano|alto|tenor|bass)
      Loan|Borrowing|Copy: since|date|borrowedOn|sinceDate|loanDate|borrowedAt date, returned|gaveItBack|givenBack|isReturned boolean | belongs-to Singer, belongs-to Score`,
  },
  {
    id: 'af-airbnb-cleaning',
    prompt:
      'I manage 12 holiday flats for their owners. A flat has an address, a number of bedrooms, a key code and belongs to an owner (name, email, iban). Guests stay in a flat from check-in to check-out; I only keep their name and how many people they are. After each stay a cleaner cleans the flat. I pay cleaners per cleaning so store date, hours and amount. Cleaners have a name and a phone number.',
    expect: `
      Flat: address string, numberOfBedrooms|bedrooms integer, keyCode string | belongs-to Owner
      Owner: name string, email email, iban string
      Stay: checkIn date|datetime, checkOut date|datetime, guestName|name string, numberOfPeople|people|howManyPeople|peopleCount integer | belongs-to Flat
      Cleaning: date date, hours decimal, amount money | belongs-to Flat, belongs-to Cleaner
      Cleaner: name string, phoneNumber|phone phone`,
  },
  {
    id: 'af-makers-fair',
    prompt:
      'a maker fair. exhibitors apply with a name, email, what they show and whether they need power. the fair has halls and in every hall there are booths with a number and a size in m2. each accepted exhibitor gets one booth. visitors buy tickets, a ticket has a type (adult, child, family), a price and a day',
    expect: `
      Exhibitor: name string, email email, whatTheyShow|show|exhibit|shown|whatShown string|text, needsPower|power|needPower boolean
      Hall:
      Booth: number integer|string, size decimal|integer | belongs-to Hall, belongs-to Exhibitor optional
      Ticket: type enum(adult|child|family), price money, day date | belongs-to Visitor
      Visitor:`,
  },
  {
    id: 'af-helpdesk-school',
    prompt: `We need a small ticket system for the IT of our school.

Teachers report a problem with a title, a description, the room and how urgent it is (low, normal, high). A problem is about a device. Devices have a name, a serial number (unique), a room and the day we bought them. The problem gets assigned to a technician and has a status that is open, in progress or done. Technicians and teachers can add comments to a problem.`,
    expect: `
      Teacher:
      Problem: title string, description text, room string, urgency|howUrgent|urgent|priority enum(low|normal|high), status enum(open|in progress|done) | belongs-to Teacher, belongs-to Device, belongs-to Technician optional
      Device: name string, serialNumber string unique, room string, boughtOn|purchaseDate|dayBought|dayWeBought|boughtDay|boughtAt date
      Technician:
      Comment: text|comment|body|content text | belongs-to Problem, belongs-to Technician optional, belongs-to Teacher optional`,
  },
  {
    id: 'af-brewpub',
    prompt: `| table | what we write |
| --- | --- |
| beers | name, style, alcohol %, price per litre |
| suppliers | company, contact person, phone |
| ingredients | name, unit, stock, supplier |
| recipes | beer, ingredient, amount |
| brews | beer, brewed on, litres, brewer's name |`,
    expect: `
      Beer: name string, style string, alcohol|alcoholPercent|alcoholPercentage percentage|decimal, pricePerLitre money
      Supplier: company string, contactPerson string, phone phone
      Ingredient: name string, unit string, stock integer|decimal | belongs-to Supplier
      Recipe: amount decimal|integer | belongs-to Beer, belongs-to Ingredient
      Brew: brewedOn|brewedAt date, litres decimal|integer, brewerName|brewersName string | belongs-to Beer`,
  },
  {
    id: 'af-driving-school',
    prompt:
      'Driving school. Students have their name, adress, phone and the licence class they go for. Instructors: name, phone. Cars: plate, model, gearbox manual or automatic. A lesson is given by an instructor to a student in a car, on a date from a start time to an end time, and the instructor writes remarks afterwards. Students take exams, theory or practical, with date, examiner and passed yes/no.',
    expect: `
      Student: name string, adress|address string, phone phone, licenceClass string
      Instructor: name string, phone phone
      Car: plate string, model string, gearbox enum(manual|automatic)
      Lesson: date date, startTime time, endTime time, remarks text optional | belongs-to Instructor, belongs-to Student, belongs-to Car
      Exam: type|kind enum(theory|practical), date date, examiner string, passed boolean | belongs-to Student`,
  },
  {
    id: 'af-foster-dogs',
    prompt:
      "We rescue dogs. Dogs come to us on a day, they've got a name (sometimes we make it up), an age in years, a sex and a size which can be small, medium or large. Until someone adopts them they live with foster families. A foster family has a last name, a city, a phone number and how many dogs they can take. We pay the vet bills: date, dog, what was done and the amount.",
    expect: `
      Dog: arrivedOn|day|arrivalDate|cameOn|dayArrived|arrivalDay|arrivedAt|cameAt date, name string, age|ageInYears integer, sex string, size enum(small|medium|large) | belongs-to FosterFamily optional
      FosterFamily: lastName string, city string, phoneNumber|phone phone, capacity|howManyDogs|numberOfDogs|dogsTheyCanTake|dogCount|maxDogs integer
      VetBill|Bill: date date, whatWasDone|description|treatment string|text, amount money | belongs-to Dog`,
  },
  {
    id: 'af-phd-lab',
    prompt:
      'Lab notebook: Researchers run experiments. Every experiment has a title, hypothesis, started on, finished on (open ended) and an outcome. Experiments use samples, and a sample can be used in many experiments. A sample has a barcode (unique), a material, the freezer and the position it is stored at, and who collected it. Measurements are taken in an experiment on a sample: quantity measured, value, unit, time.',
    expect: `
      Researcher:
      Experiment: title string, hypothesis text|string, startedOn|startedAt date, finishedOn|finishedAt date optional, outcome text|string | belongs-to Researcher, many-to-many Sample
      Sample: barcode string unique, material string, freezer string, position string|integer | belongs-to Researcher
      Measurement: quantityMeasured|quantity string|decimal|integer, value decimal|string, unit string, time time|datetime | belongs-to Experiment, belongs-to Sample`,
  },
  {
    id: 'af-home-budget',
    prompt:
      "I want to track what our family spends. Whoever of us buys something enters the amount, the day, the shop and a category such as groceries, transport or fun. Every category has a monthly budget. Also bills that come each month - name, amount, day of the month they're due, and if they're paid automatically.",
    expect: `
      FamilyMember|Member|Person:
      Expense|Purchase|Spending: amount money, day|date date, shop string | belongs-to Category, belongs-to FamilyMember|Member|Person
      Category: name string, monthlyBudget money
      Bill: name string, amount money, dayOfTheMonth|dueDay|dayOfMonth|dayDue integer, paidAutomatically|automatic boolean`,
  },
  {
    id: 'af-courier',
    prompt:
      'Couriers deliver parcels. A parcel has a tracking number, weight, sender address, recipient name and recipient address. Each parcel is for one customer who pays for it. A courier has a name, a phone and a vehicle: bike, van or car. Parcels are put on tours; a tour is driven by one courier on one date. When a parcel is delivered we store the time and the name of who signed for it.',
    expect: `
      Courier: name string, phone phone, vehicle enum(bike|van|car)
      Parcel: trackingNumber string, weight decimal, senderAddress string, recipientName string, recipientAddress string, deliveredAt|time|deliveryTime|timeDelivered time|datetime optional, signedBy|nameOfWhoSigned|signatureName|whoSigned|signerName|signedForBy|name string optional | belongs-to Customer, belongs-to Tour
      Customer:
      Tour: date date | belongs-to Courier`,
  },
  {
    id: 'af-yoga',
    prompt:
      'yoga studio with 3 rooms. classes are held in a room by a teacher every week on a weekday at a time, level beginner intermediate or advanced, max number of people. students buy passes (10 classes or monthly) with price and valid until, and check in to classes',
    expect: `
      Room:
      Class|YogaClass: weekday string|enum, time time, level enum(beginner|intermediate|advanced), maxNumberOfPeople|maxPeople|maximumNumberOfPeople|capacity|people integer | belongs-to Room, belongs-to Teacher
      Teacher:
      Student:
      Pass: type|kind enum(10 classes|monthly), price money, validUntil date | belongs-to Student
      CheckIn|Attendance: | belongs-to Student, belongs-to Class|YogaClass`,
  },
  {
    id: 'af-board-games',
    prompt:
      'Board game cafe. We have a shelf full of games (name, publisher, min players, max players, minutes). Each game can exist in several copies and a copy has a number and a condition. Tables have a number and seats. Guests reserve a table for a date and time with a name and party size. What game was played at which table on what day - we want to know that too.',
    expect: `
      Game: name string, publisher string, minPlayers integer, maxPlayers integer, minutes integer|duration
      Copy|GameCopy: number integer|string, condition string | belongs-to Game
      Table: number integer|string, seats integer
      Reservation: dateAndTime|dateTime|date|time|startsAt datetime, name string, partySize integer | belongs-to Table
      Play|GamePlay|Played|Session|GameSession: day|date|playedOn|playedAt date | belongs-to Game, belongs-to Table`,
  },
  {
    id: 'af-car-workshop',
    prompt:
      'We repair cars. A customer brings his car and we open an order. Customers: company or name, street, zip, town, phone, email. Cars: licence plate, VIN, make, model, first registration, mileage. The order says what the customer complains about, when it came in, when it has to be ready. Mechanics work on orders, and we book hours per mechanic and order with the date. Parts used on an order: part number, name, quantity, price each.',
    expect: `
      Customer: companyOrName|name|company string, street string, zip string, town string, phone phone, email email
      Car: licencePlate string, vin string, make string, model string, firstRegistration date, mileage integer|decimal | belongs-to Customer
      Order: complaint|whatTheCustomerComplainsAbout|complainsAbout|customerComplaint string|text, cameInOn|cameIn|receivedOn|whenItCameIn|cameInAt|receivedAt date|datetime, readyOn|readyBy|dueOn|readyAt|whenReady|haveToBeReady|dueAt date|datetime | belongs-to Car
      Mechanic:
      Booking|TimeEntry|HourEntry|Work|OrderMechanic|MechanicOrder|Hour: hours decimal, date date | belongs-to Mechanic, belongs-to Order
      Part|PartUsed|UsedPart: partNumber string, name string, quantity integer, priceEach|price money | belongs-to Order`,
  },
  {
    id: 'af-hospital-ward',
    prompt:
      'Ward whiteboard. Beds stand in rooms, a room has a number and a bed a letter. A patient lies in a bed, was admitted on a date and has a case number, a name, a sex and a diet. Nurses are assigned to patients per shift (early, late, night) and date. Doctors write orders for a patient with text, priority and whether done.',
    expect: `
      Bed: letter string | belongs-to Room
      Room: number integer|string
      Patient: admittedOn|admissionDate|date|admitted|admittedAt date, caseNumber string, name string, sex string, diet string | belongs-to Bed
      Nurse:
      Assignment|NurseAssignment|PatientNurse|NursePatient: shift enum(early|late|night), date date | belongs-to Nurse, belongs-to Patient
      Doctor:
      Order: text text, priority string, done boolean | belongs-to Doctor, belongs-to Patient`,
  },
  {
    id: 'af-scouts',
    prompt:
      'scout group. kids with name, birthday, allergies and their parents phone. every kid is in one patrol, a patrol has a name and an animal. leaders lead patrols. badges have a name and requirements, kids earn badges on a date. camps have a place, from, to, cost and kids take part in them, we need to know if the parents have paid',
    expect: `
      Kid: name string, birthday date, allergies string|text, parentsPhone|parentPhone phone | belongs-to Patrol
      Patrol: name string, animal string | belongs-to Leader
      Leader:
      Badge: name string, requirements text
      KidBadge|Award|BadgeEarned|EarnedBadge|Earning|BadgeAward: date|earnedOn|earnedAt date | belongs-to Kid, belongs-to Badge
      Camp: place string, from|fromDate|startDate date|datetime, to|toDate|endDate date|datetime, cost money
      Participation|CampKid|KidCamp|CampParticipation|Registration: paid|parentsPaid|parentsHavePaid|haveParentsPaid boolean | belongs-to Kid, belongs-to Camp`,
  },
  {
    id: 'af-tender',
    prompt:
      'Procurement tool. There are clerks and managers. Clerks create purchase requests with an item description, a quantity, an estimated price and a supplier. Only managers can approve a request. A supplier has a name, a VAT number and a rating. Requests go from draft to submitted to approved or rejected. A request cannot be deleted once it is submitted.',
    expect: `
      PurchaseRequest|Request: itemDescription text|string, quantity integer, estimatedPrice money | belongs-to Supplier
      Supplier: name string, vatNumber string, rating rating|integer`,
    rules: `
      roles clerk manager
      PurchaseRequest: create clerk
      PurchaseRequest: lifecycle status(draft) submit draft>submitted, approve submitted>approved by manager, reject submitted>rejected`,
  },
  {
    id: 'af-allotments',
    prompt:
      'Allotment association: plots with a number, an area in square metres and a yearly rent. A plot is leased by a member since a date. Members are on the waiting list until a plot gets free, so we keep the date they joined the list. Members owe work hours; each work day has a date and a task and we note which members came and for how many hours.',
    expect: `
      Plot: number integer|string, area decimal|integer, yearlyRent money | belongs-to Member optional
      Member: joinedOn|dateJoined|listDate|joinedListOn|waitingListDate|dateTheyJoined|dateJoinedList|joinedAt|joinedListAt date
      WorkDay: date date, task string|text
      Attendance|WorkDayMember|MemberWorkDay|Participation: hours|numberOfHours|howManyHours decimal|integer | belongs-to WorkDay, belongs-to Member`,
  },
  {
    id: 'af-photo-studio',
    prompt:
      "Photographer here! Clients book shoots. Shoot = date, location, package (basic/standard/deluxe) and price. The client's name, email & instagram handle. After a shoot I upload photos, each with a file and a caption, and the client picks favourites (so: favourite yes/no on the photo). Invoices go out per shoot w/ number, date, amount, paid.",
    expect: `
      Client: name string, email email, instagramHandle string
      Shoot: date date, location string, package enum(basic|standard|deluxe), price money | belongs-to Client
      Photo: file file|image, caption string|text, favourite|isFavourite boolean | belongs-to Shoot
      Invoice: number string|integer, date date, amount money, paid boolean | belongs-to Shoot`,
  },
  {
    id: 'af-school-trips',
    prompt:
      'Teachers organise school trips. A trip has a destination, a departure date, a return date, a price per pupil and is for one class. Pupils are in a class and have a name and a parent email. Parents consent to a trip for their child: consent given yes or no, date, and any medical notes. Buses are booked for trips from a bus company with a number of seats.',
    expect: `
      Teacher:
      Trip: destination string, departureDate date, returnDate date, pricePerPupil money | belongs-to Teacher, belongs-to Class|SchoolClass|ClassRecord
      Class|SchoolClass|ClassRecord:
      Pupil: name string, parentEmail email | belongs-to Class|SchoolClass|ClassRecord
      Consent: given|consentGiven boolean, date date, medicalNotes text optional | belongs-to Trip, belongs-to Pupil
      Bus|BusBooking|Booking: numberOfSeats|seats integer, busCompany|company string | belongs-to Trip`,
  },
  {
    id: 'af-band-rehearsal',
    prompt:
      'Rehearsal rooms for rent. A room has a name, an hourly rate, and a list of equipment. Bands book a room, with start and end. A band has a name, a genre, and one contact with email and phone. Two bookings of the same room must not overlap. Bookings can be cancelled.',
    expect: `
      Room: name string, hourlyRate money, equipment string|text
      Booking: start|startsAt datetime, end|endsAt datetime, cancelled|isCancelled boolean | belongs-to Band, belongs-to Room
      Band: name string, genre string
      Contact: email email, phone phone | belongs-to Band`,
    rules: 'Booking: no overlap start..end per room',
  },
  {
    id: 'af-food-coop',
    prompt:
      "We're a food coop of 40 households who order together from farmers. Farmers offer products, a product has a name, a unit (kg, piece, bunch) and a price. There is an order round every week with an opening date and a closing date. In each round a household orders products with a quantity. On pick-up day somebody of the household ticks off what they've picked up.",
    expect: `
      Household:
      Farmer:
      Product: name string, unit enum(kg|piece|bunch), price money | belongs-to Farmer
      OrderRound|Round: openingDate date, closingDate date
      Order|HouseholdOrder|OrderItem|HouseholdProduct|OrderLine: quantity decimal|integer, pickedUp|isPickedUp boolean | belongs-to Household, belongs-to Product, belongs-to OrderRound|Round`,
  },
  {
    id: 'af-elections',
    prompt:
      'Polling stations have a name, an address and a number of registered voters. Each station has helpers, one of them is the head. Helpers: name, phone, arrived at. Parties with name and colour. Results: for each station and party the number of votes, entered at which time.',
    expect: `
      PollingStation|Station: name string, address string, numberOfRegisteredVoters|registeredVoters integer
      Helper: name string, phone phone, arrivedAt datetime|time, head|isHead boolean | belongs-to PollingStation|Station
      Party: name string, colour string|colour
      Result: numberOfVotes|votes integer, enteredAt|time|timeEntered datetime|time | belongs-to PollingStation|Station, belongs-to Party`,
  },
  {
    id: 'af-garage-sale',
    prompt:
      'An app where neighbours sell stuff they no longer need. A seller puts up an item - photo, title, short text, price, condition is new, good or worn - and others can message the seller about it. An item is either available, reserved or sold. Buyers rate sellers afterwards with 1 to 5 stars.',
    expect: `
      Seller|User|Neighbour: 
      Item: photo image, title string, shortText|text text|string, price money, condition enum(new|good|worn), status|state enum(available|reserved|sold) | belongs-to Seller|User|Neighbour
      Message: text|message|body|content text | belongs-to Item
      Buyer:
      Rating|SellerRating: stars|value|rating rating|integer | belongs-to Buyer, belongs-to Seller|User|Neighbour`,
  },
  {
    id: 'af-nursing-plan',
    prompt:
      'Home care company. We visit elderly clients at home. Client: name, address, date of birth, care level 1-5, key number. Caregivers have a name, a qualification and a max number of hours per week. A visit is planned for a client with a caregiver, starts at a time and lasts some minutes. During a visit tasks get done: wash, dress, medication, meal. If something special happens the caregiver writes a note, with a severity of info, warning or emergency.',
    expect: `
      Client: name string, address string, dateOfBirth date, careLevel integer, keyNumber string|integer
      Caregiver: name string, qualification string, maxNumberOfHoursPerWeek|maxHoursPerWeek|hoursPerWeek|maximumNumberOfHoursPerWeek integer|decimal
      Visit: startsAt|startTime|time datetime|time, duration|minutes|lastsMinutes|lasts|durationInMinutes integer|duration, tasks multi-choice(wash|dress|medication|meal) | belongs-to Client, belongs-to Caregiver
      Note: severity enum(info|warning|emergency), text|note|body|content text|string | belongs-to Caregiver, belongs-to Visit optional`,
  },
  {
    id: 'af-wine-cellar',
    prompt:
      'my wine cellar: for each wine the winery, grape, vintage, country and region, how many bottles i have and where they lie. when i drink one i want to note the date, with whom and my rating out of 5. i also buy wine from dealers, so the purchase has a date, number of bottles, price per bottle and which dealer',
    expect: `
      Wine: winery string, grape string, vintage integer|string, country string|country, region string, bottles|howManyBottles|numberOfBottles|bottleCount integer, location|where|whereTheyLie|place string
      Tasting|Drink|Drinking|Consumption|Drunk: date date, withWhom|company|with string, rating rating|integer | belongs-to Wine
      Purchase: date date, numberOfBottles|bottles integer, pricePerBottle money | belongs-to Wine, belongs-to Dealer
      Dealer:`,
  },
];
