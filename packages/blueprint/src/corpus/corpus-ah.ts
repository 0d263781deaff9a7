import type { CorpusEntry } from './corpus-entry.ts';

/** Written after AF and AG and before any of the three was read; read when half of AF's mechanisms stood, and sought on afterwards. */
export const corpusAH: CorpusEntry[] = [
  {
    id: 'ah-sewing',
    prompt:
      'i teach sewing in the evenings. courses have a title, a start date, number of evenings and a price. participants: name, mail, phone. somebody who joins a course pays a deposit first and the rest later so i note per participant and course whether the deposit and the rest are paid. i also lend sewing machines, each machine has a brand and a serial number and is with one participant at a time',
    expect: `
      Course: title string, startDate date, numberOfEvenings|evenings integer, price money
      Participant: name string, mail|email email, phone phone
      Enrolment|Enrollment|Participation|CourseParticipant|ParticipantCourse|Registration|Membership: depositPaid|isDepositPaid boolean, restPaid|isRestPaid boolean | belongs-to Course, belongs-to Participant
      Machine|SewingMachine: brand string, serialNumber string | belongs-to Participant optional`,
  },
  {
    id: 'ah-fire-inspect',
    prompt:
      'We inspect fire extinguishers for companies. A company has several sites, a site has an address and a contact. At each site there are extinguishers: serial no, type (water, foam, CO2), size in kg, floor and year of manufacture. Our technicians inspect every extinguisher once a year. For an inspection we record the technician, the date, the result (ok, repaired, replaced) and remarks if there are any.',
    expect: `
      Company:
      Site: address string, contact string | belongs-to Company
      Extinguisher|FireExtinguisher: serialNo|serialNumber string, type enum(water|foam|CO2), size decimal|integer, floor string|integer, yearOfManufacture integer | belongs-to Site
      Technician:
      Inspection: date date, result enum(ok|repaired|replaced), remarks text optional | belongs-to Technician, belongs-to Extinguisher|FireExtinguisher`,
  },
  {
    id: 'ah-dog-walk',
    prompt:
      "I walk other people's dogs. Owners have a name, address and phone. Their dogs: name, breed, age, special needs. I do walks - a walk has a date, a start time, a length in minutes and several dogs come along. At the end of the month owners get an invoice with month, total and whether it was paid.",
    expect: `
      Owner: name string, address string, phone phone
      Dog: name string, breed string, age integer, specialNeeds string|text | belongs-to Owner
      Walk: date date, startTime time, length|lengthInMinutes integer|duration | many-to-many Dog
      Invoice: month string|integer|date, total money, paid boolean | belongs-to Owner`,
  },
  {
    id: 'ah-quiz-night',
    prompt:
      'pub quiz every thursday. quiz has a date and a quizmaster, rounds with a topic, and each round has 10 questions with the answer. teams sign up for a quiz with team name and how many people. we keep the points of each team in each round',
    expect: `
      Quiz: date date, quizmaster string
      Round: topic string | belongs-to Quiz
      Question: question|text string|text, answer string|text | belongs-to Round
      Team: teamName|name string, people|howManyPeople|numberOfPeople|peopleCount integer | belongs-to Quiz
      Score|RoundTeam|TeamRound|Point|Points: points|score integer | belongs-to Team, belongs-to Round`,
  },
  {
    id: 'ah-shared-office',
    prompt: `Coworking space

Members book desks and meeting rooms.
A member has a company, a name, an email which must be unique and a plan (day pass, part time, full time).
Desks are on a floor and have a number and whether there is a monitor.
Meeting rooms have a name, seats and a price per hour.
A desk booking is for one day.
A room booking is from a start time to an end time and two bookings of one room cannot overlap.`,
    expect: `
      Member: company string, name string, email email unique, plan enum(day pass|part time|full time)
      Desk: floor string|integer, number integer|string, hasMonitor|monitor boolean
      MeetingRoom|Room: name string, seats integer, pricePerHour money
      DeskBooking: day|date date | belongs-to Member, belongs-to Desk
      RoomBooking: startTime|startsAt datetime|time, endTime|endsAt datetime|time | belongs-to Member, belongs-to MeetingRoom|Room`,
  },
  {
    id: 'ah-blood',
    prompt:
      'Blood donation center. Donors: name, birth date, blood type (A, B, AB, 0), rhesus factor +/-, phone. A donor donates on a date at a site, we write down the amount in ml, haemoglobin and blood pressure. Each donation becomes a bag with a bag number, an expiry date and a status of stored, used or discarded. Hospitals order bags: hospital, blood type, how many bags, needed until.',
    expect: `
      Donor: name string, birthDate date, bloodType enum(A|B|AB|0), rhesusFactor string|enum, phone phone
      Donation: date date, site string, amount decimal|integer, haemoglobin decimal|string, bloodPressure string|decimal | belongs-to Donor
      Bag: bagNumber string, expiryDate date, status enum(stored|used|discarded) | belongs-to Donation
      Hospital:
      Order|BagOrder: bloodType string|enum, bags|howManyBags|numberOfBags|bagCount integer, neededUntil date | belongs-to Hospital`,
  },
  {
    id: 'ah-ski-school',
    prompt:
      'our ski school: instructors (name, phone, languages they speak, ski or snowboard), guests and lessons. a guest tells us his name, age, hotel and level from 1 to 5. group lessons have a meeting point, a level, a date and take at most 8 guests, private lessons are for one guest. a lesson has one instructor. guests rent skis from us too: size, deposit, picked up on, brought back on',
    expect: `
      Instructor: name string, phone phone, skiOrSnowboard|discipline|type|kind|sport enum(ski|snowboard)
      Guest: name string, age integer, hotel string, level integer
      Lesson|GroupLesson: meetingPoint string, level integer|string, date date | belongs-to Instructor, many-to-many Guest
      PrivateLesson: | belongs-to Guest, belongs-to Instructor
      Rental|SkiRental: size string|integer|decimal, deposit money, pickedUpOn|pickedUpAt date, broughtBackOn|broughtBackAt date | belongs-to Guest`,
  },
  {
    id: 'ah-bakery-orders',
    prompt:
      "Hi there! We're a bakery and take pre-orders by phone. When a customer calls we need his name and number, what he wants and when he picks it up. So: products with name and price, orders with pickup date, pickup time, paid or not, and in an order there are products with a quantity and maybe a note (like 'sliced').",
    expect: `
      Customer: name string, number|phoneNumber|phone phone|string
      Product: name string, price money
      Order: pickupDate date, pickupTime time, paid boolean | belongs-to Customer
      OrderProduct|OrderItem|ProductOrder|OrderLine: quantity integer, note text|string optional | belongs-to Order, belongs-to Product`,
  },
  {
    id: 'ah-theatre-costumes',
    prompt:
      'Costume stock of a theatre. A costume has an inventory number, a description, a size, an era and a photo. Costumes hang on racks, a rack has a letter and is in a store room. For every production (title, premiere date, director) actors wear costumes in a role. Actors have measurements: height, chest, waist, shoe size. Costumes get cleaned, we want the date and the cost of each cleaning.',
    expect: `
      Costume: inventoryNumber string, description text, size string, era string, photo image | belongs-to Rack
      Rack: letter string, storeRoom string
      Production: title string, premiereDate date, director string
      Actor: height decimal|integer, chest decimal|integer|string, waist decimal|integer|string, shoeSize string|decimal|integer
      Role|Wearing|ActorCostume|CostumeActor|Assignment|CostumeUse: role|name string | belongs-to Actor, belongs-to Costume, belongs-to Production
      Cleaning: date date, cost money | belongs-to Costume`,
  },
  {
    id: 'ah-tennis-ladder',
    prompt:
      'Tennis club ladder: every player has a rank and can challenge a player who is above him. A challenge has a challenger, an opponent, a date it was made and a state: open, accepted, declined, played. If it is played we enter the score and the winner. Players have name, email and a licence no.',
    expect: `
      Player: rank integer, name string, email email, licenceNo|licenceNumber string
      Challenge: madeOn|date|madeAt|dateMade|createdOn date, state enum(open|accepted|declined|played), score string|integer optional | belongs-to Player`,
  },
  {
    id: 'ah-water-samples',
    prompt:
      'We take water samples from lakes. Lake: name, county, surface in hectares, max depth. Each lake has sampling points with coordinates and a code. A sample is taken at a sampling point by a person on a date and at a depth; it has a bottle number. In the lab samples get analysed for parameters such as pH, nitrate or phosphate. An analysis is of one sample and one parameter and has a value, a method and who did it. Parameters have a name, a unit and a limit.',
    expect: `
      Lake: name string, county string, surface decimal|integer, maxDepth decimal|integer
      SamplingPoint: coordinates geo-point|string, code string | belongs-to Lake
      Sample|WaterSample: date date, depth decimal|integer, bottleNumber string | belongs-to SamplingPoint, belongs-to Person
      Person:
      Analysis: value decimal|string, method string, doneBy|whoDidIt|analyst|who string | belongs-to Sample|WaterSample, belongs-to Parameter
      Parameter: name string, unit string, limit decimal`,
  },
  {
    id: 'ah-party-rental',
    prompt:
      'rental of party stuff (tents, tables, benches, fridges). articles: name, category, daily price, how many we have. customers: name, address, phone. customer makes a booking, delivery date, return date, delivery address, delivery fee, comment. booking has positions = article + number. then we make a delivery note and later an invoice, invoice number, date, amount, due date and paid on',
    expect: `
      Article: name string, category string, dailyPrice money, stock|howMany|quantity|numberOf|count|howManyWeHave integer
      Customer: name string, address string, phone phone
      Booking: deliveryDate date, returnDate date, deliveryAddress string, deliveryFee money, comment text | belongs-to Customer
      Position|BookingPosition: number|quantity integer | belongs-to Booking, belongs-to Article
      Invoice: invoiceNumber string, date date, amount money, dueDate date, paidOn date | belongs-to Booking
      DeliveryNote: | belongs-to Booking`,
  },
  {
    id: 'ah-language-cafe',
    prompt:
      'Volunteers meet refugees to practise German. We match one volunteer with one learner. Volunteer: name, email, free on (weekdays), since. Learner: first name, native language, level A1 to C2, arrived in Germany on. A tandem is a match between a volunteer and a learner; it begins on a date and may end on a date. After each meeting the volunteer fills in a short report, date, hours, topic.',
    expect: `
      Volunteer: name string, email email, freeOn|weekdays|freeWeekdays|free string|multi-choice, since date
      Learner: firstName string, nativeLanguage string, level string|enum, arrivedInGermanyOn|arrivedOn|arrivedInGermany|arrivedAt date
      Tandem|Match: beginsOn|startDate|begin|beginDate|beginsAt date, endsOn|endDate|end|endsAt date optional | belongs-to Volunteer, belongs-to Learner
      Report|MeetingReport: date date, hours decimal, topic string | belongs-to Tandem|Match optional, belongs-to Volunteer`,
  },
  {
    id: 'ah-print-shop',
    prompt: `print shop job tracking
1. customers (company, contact person, email, vat number)
2. jobs: job number unique, title, quantity, paper, format A4/A5/A3, due date, belongs to a customer
3. every job goes over machines in steps. step = machine, planned start, planned end, finished?
4. machines: name, type offset/digital
5. files that the customer sends for a job: file, version, approved
6. employees do steps. employee number and name`,
    expect: `
      Customer: company string, contactPerson string, email email, vatNumber string
      Job: jobNumber string unique, title string, quantity integer, paper string, format enum(A4|A5|A3), dueDate date | belongs-to Customer
      Step: plannedStart datetime|date, plannedEnd datetime|date, finished boolean | belongs-to Job, belongs-to Machine, belongs-to Employee
      Machine: name string, type enum(offset|digital)
      File|JobFile|FileRecord: file file, version string|integer, approved boolean | belongs-to Job
      Employee: employeeNumber string, name string`,
  },
  {
    id: 'ah-choir-trip',
    prompt:
      'planning our choir trip. travellers with name, voice, date of birth, passport number, vegetarian or not. they sleep in rooms, two or three share a room. rooms have a number and beds. busses have seats and each traveller sits in one bus. we give concerts in churches: church, date, time, fee we get. the programme of a concert are pieces (title, composer, minutes)',
    expect: `
      Traveller: name string, voice string, dateOfBirth date, passportNumber string, vegetarian|isVegetarian boolean | belongs-to Room, belongs-to Bus|Buss
      Room: number integer|string, beds integer
      Bus|Buss: seats integer
      Concert: date date, time time, fee money, church string | many-to-many Piece
      Piece: title string, composer string, minutes integer|duration`,
  },
  {
    id: 'ah-stable',
    prompt:
      'Riding stable with 25 horses. Some horses are ours, others belong to boarders who pay a monthly fee. Horse: name, year of birth, colour, box number. Boarders have a name and a phone. The vet and the farrier come regularly, we want to see per horse when who was there, what was done and what it cost. Riding lessons: a rider takes a lesson on a horse with a trainer, date, time. Riders buy cards of ten lessons.',
    expect: `
      Horse: name string, yearOfBirth integer, colour string|colour, boxNumber string|integer | belongs-to Boarder optional
      Boarder: name string, phone phone, monthlyFee money
      Treatment|Visit|HorseVisit: date|when date|datetime, who|doneBy|whoWasThere string, description|whatWasDone|done string|text, cost|whatItCost money | belongs-to Horse
      Lesson|RidingLesson: date date, time time | belongs-to Rider, belongs-to Horse, belongs-to Trainer
      Rider:
      Trainer:
      Card: | belongs-to Rider`,
  },
  {
    id: 'ah-translation',
    prompt:
      "Translation agency. Clients send us documents, each has a file, a word count, a source language and one or several target languages. For every target language we assign a translator, the job has a deadline, price and status (assigned, translated, reviewed, delivered). Translators have a name, an email, price per word and the language pairs they do. A client's data: company, billing address, contact email.",
    expect: `
      Client: company string, billingAddress string, contactEmail email
      Document: file file, wordCount integer, sourceLanguage string | belongs-to Client
      Job: deadline date, price money, status enum(assigned|translated|reviewed|delivered), targetLanguage string | belongs-to Document, belongs-to Translator
      Translator: name string, email email, pricePerWord money
      LanguagePair: | many-to-many Translator`,
  },
  {
    id: 'ah-repair-cafe',
    prompt:
      "Repair cafe: visitors bring broken things. For each thing we note what it is, brand, what's wrong and its weight. A helper tries to repair it. Result: repaired, half repaired, not repairable. Helpers have skills (electronics, textile, wood, bikes). We'd like statistics by helper and month.",
    expect: `
      Visitor:
      Thing|Item|BrokenThing|ThingRecord: whatItIs|description|kind|name|what string|text, brand string, whatsWrong|problem|defect|wrong|whatIsWrong string|text, weight decimal, result enum(repaired|half repaired|not repairable) | belongs-to Visitor, belongs-to Helper
      Helper: skills multi-choice(electronics|textile|wood|bikes)`,
  },
  {
    id: 'ah-notary',
    prompt:
      'Law office. A matter has a file number, a subject, an opening date and is handled by one lawyer for one client, against an opponent. Clients are persons or companies: name, address, email. Lawyers record time on matters: date, minutes, activity, hourly rate. Documents of a matter are uploaded with a title and the date received. Deadlines: each matter can have deadlines with due date, description, done.',
    expect: `
      Matter: fileNumber string, subject string, openingDate date, opponent string | belongs-to Lawyer, belongs-to Client
      Client: type|kind enum(person|company), name string, address string, email email
      Lawyer:
      TimeEntry|Time|TimeRecord: date date, minutes integer|duration, activity string|text, hourlyRate money | belongs-to Lawyer, belongs-to Matter
      Document: title string, dateReceived|receivedOn date, file file | belongs-to Matter
      Deadline: dueDate date, description text, done boolean | belongs-to Matter`,
  },
  {
    id: 'ah-swim',
    prompt:
      'swimming pool courses for children. a course takes place on a weekday at a time, in a pool, by a trainer, level seahorse bronze silver or gold, max. 10 children. parents register their child with childs name, birth year, parent name, email and phone. if a course is full the child goes on a waiting list with position. when the child passes we print a certificate (date, level)',
    expect: `
      Course: weekday string|enum, time time, level enum(seahorse|bronze|silver|gold), maxChildren|maximumChildren|capacity integer | belongs-to Pool, belongs-to Trainer
      Pool:
      Trainer:
      Child: name|childsName|childName string, birthYear integer, parentName string, email email, phone phone
      Registration|Enrolment: | belongs-to Child, belongs-to Course
      WaitingListEntry|WaitingList|WaitingEntry: position integer | belongs-to Child, belongs-to Course
      Certificate: date date, level string|enum | belongs-to Child`,
  },
];
