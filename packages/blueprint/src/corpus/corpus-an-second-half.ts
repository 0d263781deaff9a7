import type { CorpusEntry } from './corpus-entry.ts';

/** User stories, shorthand, headings, prose and letters of the set AN. */
export const corpusANSecondHalf: CorpusEntry[] = [
  {
    id: 'an-helpdesk',
    prompt: `As a customer I can open a ticket with a subject, a description and a priority (low, normal, urgent).
As a customer I want to attach files to my ticket.
As an agent I can take a ticket so that everybody knows who works on it.
As an agent I want to write replies on a ticket; a reply has a text and is internal or public.
As a team lead I want to see for every ticket when it was opened.
As a team lead I manage agents (name, email, shift) and customers (company name, contact email).`,
    expect: `
      Customer: companyName string, contactEmail email
      Agent: name string, email email, shift string
      Ticket: subject string, description text, priority enum(low|normal|urgent), openedAt|openedOn|opened|whenOpened|openingDate datetime|date | belongs-to Customer, belongs-to Agent optional
      Attachment|File|FileRecord|TicketFile|TicketAttachment|AttachedFile: file|attachment file optional | belongs-to Ticket
      Reply|TicketReply: text text|string, visibility|type|kind|status|state|internal|isInternal|public|isPublic|internalOrPublic enum|boolean | belongs-to Ticket, belongs-to Agent`,
  },
  {
    id: 'an-rota',
    prompt: `As a coordinator I set up shifts: date, start time, end time, place and number of people needed.
As a volunteer I can fill in my name, mobile, t-shirt size (S, M, L, XL) and whether I have a driving licence.
As a volunteer I can sign up for shifts.
As a coordinator I can see for each sign-up if the volunteer turned up.
Every shift is part of an event. An event has a title and a venue.`,
    expect: `
      Shift: date date, startTime time|datetime, endTime time|datetime, place string, numberOfPeopleNeeded|peopleNeeded|numberOfPeople|people|neededPeople integer | belongs-to Event
      Volunteer: name string, mobile phone, tShirtSize|tshirtSize|shirtSize enum(S|M|L|XL), hasDrivingLicence|drivingLicence boolean
      SignUp|Signup|ShiftSignUp|ShiftSignup|Registration|VolunteerShift|ShiftVolunteer: turnedUp|hasTurnedUp|isTurnedUp|volunteerTurnedUp|didTurnUp boolean | belongs-to Shift, belongs-to Volunteer
      Event: title string, venue string`,
  },
  {
    id: 'an-instruments',
    prompt: `As a lab manager I want to register instruments with a name, an inventory number, the room they stand in and a price per hour so that we know what we have.
As a researcher I want to book an instrument: a booking has a start time and an end time and is for one project.
As a researcher I don't want to be able to book an instrument that is already taken.
As a lab manager I want to enter maintenances of an instrument with a start date, an end date and a reason.
As an accountant I want to see the bookings of each project. A project has a title, a grant number and a budget.
Researchers have a name, an email and a research group.`,
    expect: `
      Instrument: name string, inventoryNumber string, room|roomTheyStandIn string, pricePerHour money
      Researcher: name string, email email, researchGroup string
      Booking: startTime datetime|time, endTime datetime|time | belongs-to Instrument, belongs-to Researcher, belongs-to Project
      Maintenance|InstrumentMaintenance: startDate date, endDate date, reason string|text | belongs-to Instrument
      Project: title string, grantNumber string, budget money`,
  },
  {
    id: 'an-goats',
    prompt:
      'hi need a db for our goat farm. goats: ear tag nr (uniqe), name, brith date, breed, sex m/f, mother is also a goat. milkings every day - goat, date, litres. vet visits w/ date, vet name, reson, cost - one visit is for one goat. also cheeses we make: sort, weigth in g, made on, sold y/n',
    expect: `
      Goat: earTagNr|earTagNumber string|integer unique, name string, birthDate|brithDate date, breed string, sex enum | belongs-to Goat optional
      Milking: date date, litres decimal|integer | belongs-to Goat
      VetVisit|Visit: date date, vetName string, reason|reson string|text, cost money | belongs-to Goat
      Cheese: sort|kind|type string, weight|weigth|weightInG|weightG|weightInGrams decimal|integer, madeOn|madeAt date, sold|isSold boolean`,
  },
  {
    id: 'an-site-diary',
    prompt:
      'constrution site diary pls. each proj has a name, adress, client and start dt. every day the foreman writes a daily rpt for the proj: date, weather, temp, no of workers, notes. per report we list the machines used + hrs each. machines hv a name and an internal nr. foreman = name + tel. also pics for each report, w caption',
    expect: `
      Project|Proj: name string, address|adress string|text, client string, startDate|startDt date
      DailyReport|Report|DailyRpt|Rpt: date date, weather string, temp|temperature decimal|integer, noOfWorkers|numberOfWorkers|workers integer, notes text|string | belongs-to Project|Proj, belongs-to Foreman
      Foreman: name string, tel|phone|telephone phone
      Machine: name string, internalNr|internalNumber string|integer
      MachineUse|MachineUsage|UsedMachine|MachineUsed|ReportMachine|DailyReportMachine|MachineReport|MachineDailyReport: hours|hrs decimal|integer|duration | belongs-to DailyReport|Report|DailyRpt|Rpt, belongs-to Machine
      Picture|Pic|Photo|ReportPicture|ReportPhoto|Image: image|picture|photo|pic|file image|file optional, caption string|text | belongs-to DailyReport|Report|DailyRpt|Rpt`,
  },
  {
    id: 'an-group-trips',
    prompt:
      'travel agancy, we sell group trips. trip: destinaton, departure date, return date, price pp, max nr of travelers. customer: name email passport nr nationality. bookings = customer + trip, booked on, nr of persons, status requested/confirmed/cancelled. paymnts for a booking w/ amount, paid on, method (cash, card, bank transfer). guides (name, mobile) lead trips, a trip has 1 guide',
    expect: `
      Trip: destination|destinaton string, departureDate date, returnDate date, pricePp|pricePerPerson|price money, maxTravelers|maximumTravelers|maxNrOfTravelers|maxNumberOfTravelers|travelers|maxTravellers|capacity integer | belongs-to Guide
      Customer: name string, email email, passportNr|passportNumber string, nationality string|country
      Booking: bookedOn|bookedAt date, nrOfPersons|numberOfPersons|persons integer, status enum(requested|confirmed|cancelled) | belongs-to Customer, belongs-to Trip
      Payment|Paymnt: amount money, paidOn|paidAt date, method enum(cash|card|bank transfer) | belongs-to Booking
      Guide: name string, mobile phone`,
  },
  {
    id: 'an-music-school',
    prompt: `# Music school

## Students
We keep first name, last name, birth date and the instrument they learn.

## Guardians
A guardian has a name, a phone and an email and can look after several students; adult students have none.

## Teachers
A teacher has a name, an email and an hourly rate.

## Rooms
Rooms have a name and whether there is a piano.

## Lessons
A lesson is given by one teacher to one student in a room. It has a weekday, a start time and a length of 30, 45 or 60 minutes.

## Recitals
Twice a year there is a recital with a date and a venue. Students perform at recitals: for each performance we want the piece and the composer.`,
    expect: `
      Student: firstName string, lastName string, birthDate date, instrument|instrumentTheyLearn string | belongs-to Guardian optional
      Guardian: name string, phone phone, email email
      Teacher: name string, email email, hourlyRate money
      Room: name string, hasPiano|piano|isPiano|thereIsPiano|thereIsAPiano boolean
      Lesson: weekday string|enum, startTime time, length|lengthInMinutes|minutes integer|duration|enum | belongs-to Teacher, belongs-to Student, belongs-to Room
      Recital: date date, venue string
      Performance: piece string, composer string | belongs-to Student, belongs-to Recital`,
  },
  {
    id: 'an-freight',
    prompt: `Shipping tool for a small freight forwarder

WHAT WE STORE
Customers have a company name, a VAT number and a billing email.
A shipment belongs to a customer and has a tracking number that must be unique, a pickup address, a delivery address, a planned delivery date and a total weight in kg.
Each shipment consists of parcels. A parcel has a length, a width, a height and a weight.
A tour has a date and is driven by one driver with one truck. Every shipment is on one tour.
Trucks have a plate and a load limit in kg. Drivers have a name and a phone number.

WHO DOES WHAT
Dispatchers add and change everything. Clerks can only look. Only admins delete shipments.

RULES
A shipment goes from booked to picked up to delivered.`,
    expect: `
      Customer: companyName string, vatNumber string, billingEmail email
      Shipment: trackingNumber string unique, pickupAddress string|text, deliveryAddress string|text, plannedDeliveryDate date, totalWeight|totalWeightInKg decimal|integer, status|state enum(booked|picked up|delivered) | belongs-to Customer, belongs-to Tour
      Parcel: length decimal|integer, width decimal|integer, height decimal|integer, weight decimal|integer | belongs-to Shipment
      Tour: date date | belongs-to Driver, belongs-to Truck
      Truck: plate string, loadLimit|loadLimitInKg decimal|integer
      Driver: name string, phoneNumber|phone phone`,
  },
  {
    id: 'an-conference',
    prompt: `Conference planner

Attendees
name, email (unique), company, ticket type: regular, student or speaker

Sessions
title, abstract, starts at, ends at, takes place in a room

Rooms
name, floor, capacity

Speakers
name, short bio, photo; a session has one or more speakers, a speaker can have more than one session

Feedback
attendees rate a session with 1 to 5 stars and can leave a comment`,
    expect: `
      Attendee: name string, email email unique, company string, ticketType enum(regular|student|speaker)
      Session|SessionRecord: title string, abstract text, startsAt datetime, endsAt datetime | belongs-to Room, many-to-many Speaker
      Room: name string, floor string|integer, capacity integer
      Speaker: name string, shortBio|bio text|string, photo image optional
      Feedback|Rating|SessionRating|SessionFeedback: stars|rating|score|value rating|integer, comment text|string optional | belongs-to Attendee, belongs-to Session|SessionRecord`,
  },
  {
    id: 'an-law',
    prompt:
      'Our law office keeps clients, matters and invoices. A client has a name, an address and a tax number. A matter has a reference, a title, an opening date and a closing date that is optional, and it belongs to one client. A lawyer has a name, initials and an hourly rate; several lawyers can work on a matter, and a lawyer works on several matters. A time entry has a date, the number of minutes and a description, and is written by a lawyer on a matter. A matter has hearings, and a hearing has a court, a date and an outcome. An invoice has a number which is unique, an issue date, a total and a paid flag and is sent for a matter.',
    expect: `
      Client: name string, address string|text, taxNumber string
      Matter: reference string, title string, openingDate date, closingDate date optional | belongs-to Client, many-to-many Lawyer
      Lawyer: name string, initials string, hourlyRate money
      TimeEntry: date date, numberOfMinutes|minutes integer|duration, description text | belongs-to Lawyer, belongs-to Matter
      Hearing: court string, date date, outcome string|text | belongs-to Matter
      Invoice: number string|integer unique, issueDate date, total money, paid|paidFlag|isPaid boolean | belongs-to Matter`,
  },
  {
    id: 'an-gallery',
    prompt:
      'An artist has a name, a country and a year of birth. An artwork has a title, an artist, a technique, a height and a width in cm, a year, an asking price and a picture. An exhibition has a title, an opening date and a closing date and shows many artworks; an artwork can be in more than one exhibition. A buyer has a name, an email and a phone. A sale has a buyer, an artwork, a date and a price.',
    expect: `
      Artist: name string, country string|country, yearOfBirth|birthYear integer
      Artwork: title string, technique string, height|heightInCm decimal|integer, width|widthInCm decimal|integer, year integer, askingPrice money, picture image optional | belongs-to Artist, many-to-many Exhibition
      Exhibition: title string, openingDate date, closingDate date
      Buyer: name string, email email, phone phone
      Sale: date date, price money | belongs-to Buyer, belongs-to Artwork`,
  },
  {
    id: 'an-surveys',
    prompt:
      'A survey has a title, a language, an opening date and a closing date. A survey has many questions, and a question has a text, an order number and a type: single choice, scale or free text. A participant has an email, an age group and a country. A participant fills in a survey once, which gives a submission with the time it was submitted. A submission has answers, one for each question, and an answer has a value.',
    expect: `
      Survey: title string, language string|locale, openingDate date, closingDate date
      Question: text text|string, orderNumber integer, type enum(single choice|scale|free text) | belongs-to Survey
      Participant: email email, ageGroup string, country string|country
      Submission: submittedAt|submittedOn|timeSubmitted|submitted|submissionTime|time|timeItWasSubmitted datetime | belongs-to Participant, belongs-to Survey
      Answer: value string|text|decimal | belongs-to Submission, belongs-to Question`,
  },
  {
    id: 'an-nursery',
    prompt: `Subject: software for our nursery

Dear team,

we are a nursery with 60 children in four groups and are looking for a small program. For each child we need the first and last name, the date of birth, the group and a medical note if there is one. Each group has a name and an age range, and one educator is in charge of it. Parents bring and pick up their children; we would like to store a parent's name, phone number and email, and one child can of course have two parents (and a parent several children). Every day we write down the attendance of a child, with the date, the arrival time and the pick-up time. For the educators, name and qualification will do.

Could you tell me what this costs?

Kind regards,
Petra Lindgren`,
    expect: `
      Child: firstName string, lastName string, dateOfBirth date, medicalNote text|string optional | belongs-to Group, many-to-many Parent
      Group: name string, ageRange string | belongs-to Educator
      Parent: name string, phoneNumber|phone phone, email email
      Attendance: date date, arrivalTime time, pickUpTime|pickupTime time | belongs-to Child
      Educator: name string, qualification string`,
  },
  {
    id: 'an-office-cleaning',
    prompt: `Hi Mark,

as discussed on the phone, here is roughly what we need for the cleaning business. A client has a company name, an address, a contact name and a contact phone. With every client we have contracts, and a contract says the start date, the price per visit, the number of visits per week and the notice period in weeks. Cleaners are our staff (name, phone, hourly wage, start date). For each visit: which contract, which cleaner, the date, the hours worked and whether the client complained. We'd also like to track keys: every key has a tag number, belongs to a client and is either held by a cleaner or hangs in the office. Nothing fancy please.

Cheers,
Dana`,
    expect: `
      Client: companyName string, address string|text, contactName string, contactPhone phone
      Contract: startDate date, pricePerVisit money, numberOfVisitsPerWeek|visitsPerWeek integer, noticePeriod|noticePeriodInWeeks integer|duration | belongs-to Client
      Cleaner: name string, phone phone, hourlyWage money, startDate date
      Visit: date date, hoursWorked|hours decimal|integer, clientComplained|complained|hasComplained|clientHasComplained|isComplained|complaint boolean | belongs-to Contract, belongs-to Cleaner
      Key: tagNumber string | belongs-to Client, belongs-to Cleaner optional`,
  },
  {
    id: 'an-training-register',
    prompt: `Hello,

HR asked me to write down what the training register has to do. There are employees with a personnel number (unique), name, department and site. There are trainings with a title, a provider, the cost and a validity in months. A training is offered on several course dates; each course date has a day, a place and a trainer. Employees are enrolled in course dates, and for an enrolment we need the result (passed, failed, absent) and a certificate file when there is one. Line managers may enrol people, employees can only see their own enrolments, and just HR may delete anything.

Thanks, Tomasz`,
    expect: `
      Employee: personnelNumber string unique, name string, department string, site string
      Training: title string, provider string, cost money, validity|validityInMonths integer|duration
      CourseDate: day|date date, place string, trainer string | belongs-to Training
      Enrolment|Enrollment: result enum(passed|failed|absent), certificateFile|certificate file optional | belongs-to Employee, belongs-to CourseDate`,
  },
];
