import type { CorpusEntry } from './corpus-entry.ts';

/** Written with AJ, before either was read and without a look at the grammar: many voices, forms and trades. AI is open. */
export const corpusAI: CorpusEntry[] = [
  {
    id: 'ai-gym-founder',
    prompt:
      'An app for my gym where members sign up for classes, trainers teach classes, and we can see who attended which class.',
    expect: `
      Member:
      Class:
      Trainer:
      Attendance|SignUp|Signup|Booking|Enrolment|Enrollment|Registration: | belongs-to Member, belongs-to Class`,
  },
  {
    id: 'ai-clinic-bullets',
    prompt: `Clinic scheduling, MVP scope:

- Patients: full name, DOB, phone, insurance no. (unique)
- Doctors: name, specialty, room
- Appointments: patient, doctor, start, end, reason (optional), status (booked / checked in / done / no-show)
- Each appointment can result in one or more prescriptions: drug, dosage, days
- Out of scope: billing, chat`,
    expect: `
      Patient: fullName string, dob|dateOfBirth date, phone phone, insuranceNo|insuranceNumber string unique
      Doctor: name string, specialty string, room string
      Appointment: start|startsAt|startTime datetime, end|endsAt|endTime datetime, reason string|text optional, status enum(booked|checked in|done|no-show) | belongs-to Patient, belongs-to Doctor
      Prescription: drug string, dosage string, days integer | belongs-to Appointment`,
  },
  {
    id: 'ai-farm-chatty',
    prompt: `Hello, my husband and I run a small dairy farm in Devon and at the moment everything lives in a notebook that is falling apart. We have about eighty cows. Every cow has an ear tag, which is of course unique, a name, a breed and a date of birth, and she lives in one of our barns. A barn just has a name and the number of places. Twice a day we milk them and we would like to note for each milking the cow, the litres and the time. When the vet comes he treats some of the cows; a treatment has a date, a diagnosis, the medicine and how many days the milk must be thrown away. We would also like to know which cow is the mother of which.`,
    expect: `
      Cow: earTag string unique, name string, breed string, dateOfBirth date | belongs-to Barn, belongs-to Cow optional
      Barn: name string, numberOfPlaces|places integer
      Milking: litres decimal|integer, time datetime|time | belongs-to Cow
      Treatment: date date, diagnosis string|text, medicine string, days|withdrawalDays|daysMilkThrownAway|howManyDays|numberOfDays integer | belongs-to Cow`,
  },
  {
    id: 'ai-fleet-terse',
    prompt: `Vehicle: plate (unique), make, model, year, mileage km
Driver: name, licence number (unique), phone?
Trip: vehicle, driver, start time, end time?, km driven
Refuelling: vehicle, date, litres, cost
Service: vehicle, date, workshop, description, cost`,
    expect: `
      Vehicle: plate string unique, make string, model string, year integer, mileage|mileageKm integer|decimal
      Driver: name string, licenceNumber string unique, phone phone optional
      Trip: startTime datetime, endTime datetime optional, kmDriven integer|decimal | belongs-to Vehicle, belongs-to Driver
      Refuelling: date date, litres decimal|integer, cost money | belongs-to Vehicle
      Service: date date, workshop string, description text, cost money | belongs-to Vehicle`,
  },
  {
    id: 'ai-festival-spec',
    prompt: `# Festival planner

## Stages
A stage has a name and a capacity.

## Artists
Artists have a stage name, a genre, a fee and an agent. An agent represents several artists and has a name, an email and a phone number.

## Shows
An artist plays a show on a stage. We store the start and the end of the show and whether it is confirmed.

## Volunteers
Volunteers (name, email, T-shirt size S, M, L or XL) are assigned to shifts. A shift takes place at a stage and has a start, an end and the number of people needed.`,
    expect: `
      Stage: name string, capacity integer
      Artist: stageName string, genre string, fee money | belongs-to Agent
      Agent: name string, email email, phoneNumber phone
      Show: start|startsAt datetime|time, end|endsAt datetime|time, confirmed|isConfirmed boolean | belongs-to Artist, belongs-to Stage
      Volunteer: name string, email email, tShirtSize|tshirtSize enum(S|M|L|XL) | many-to-many Shift
      Shift: start|startsAt datetime|time, end|endsAt datetime|time, numberOfPeopleNeeded|peopleNeeded|numberOfPeople integer | belongs-to Stage`,
  },
  {
    id: 'ai-lab-samples',
    prompt:
      'LIMS light: clients send in samples. A sample gets a barcode on arrival and belongs to one client order. Every sample goes through one or more tests, and a test follows a method. For a test we need to know the result, the unit, the analyst who ran it and when it was finished. Instruments are used for tests; they have a serial number and a next calibration date.',
    expect: `
      Client:
      Order|ClientOrder: | belongs-to Client
      Sample: barcode string | belongs-to Order|ClientOrder
      Test: result string|decimal, unit string, finishedAt|finished|whenFinished|finishedOn datetime|date | belongs-to Sample, belongs-to Method, belongs-to Analyst, many-to-many Instrument
      Method:
      Analyst:
      Instrument: serialNumber string, nextCalibrationDate date`,
  },
  {
    id: 'ai-recruiting-stories',
    prompt: `As a recruiter I want to create job openings with a title, department, location and salary range so that candidates can find them.
As a candidate I want to apply to a job opening with my CV and a cover letter.
As a recruiter I want to move an application through the stages received, screening, interview, offer, hired or rejected.
As a recruiter I want to plan interviews for an application with a date, a place and one or more interviewers.
As an interviewer I want to write feedback for an interview with a rating and comments.`,
    expect: `
      JobOpening: title string, department string, location string, salaryRange|salaryFrom|salary|salaryMin string|money
      Candidate:
      Application: cv file, coverLetter text|file, stage|status enum(received|screening|interview|offer|hired|rejected) | belongs-to JobOpening, belongs-to Candidate
      Interview: date date, place string | belongs-to Application, many-to-many Interviewer
      Interviewer:
      Feedback: rating rating, comments text | belongs-to Interview, belongs-to Interviewer`,
  },
  {
    id: 'ai-property-letter',
    prompt: `Dear team, we manage about 40 buildings for private landlords. What we need: each building belongs to a landlord and consists of flats. For flats we keep the floor, the size in m2, the number of rooms and the basic rent. A flat is rented out to a tenant through a lease, which has a begin, an end (may be open), the deposit and the monthly rent. Tenants report defects in their flat; a defect has a title, a description, photo and an urgency of low, medium or high, and gets passed to a craftsman. Thank you, Petra`,
    expect: `
      Landlord:
      Building: | belongs-to Landlord
      Flat: floor string|integer, size|sizeInM2|sizeM2 decimal|integer, numberOfRooms|rooms integer|decimal, basicRent money | belongs-to Building
      Tenant:
      Lease: begin|beginsOn|beginDate|start date|datetime, end|endsOn|endDate date|datetime optional, deposit money, monthlyRent money | belongs-to Flat, belongs-to Tenant
      Defect: title string, description text, photo image, urgency enum(low|medium|high) | belongs-to Flat, belongs-to Tenant, belongs-to Craftsman optional
      Craftsman:`,
  },
  {
    id: 'ai-ngo-nonnative',
    prompt:
      'we are small NGO and need software for the donations. The donators have name, adress and e-mail. One donator can make many donations, every donation is with amount, date and for which project it is. The projects have title, goal amount and country. Also we have volunteers, they work in the projects and we want write down the hours of every volunteer with the date.',
    expect: `
      Donator|Donor: name string, address|adress string, email email
      Donation: amount money, date date | belongs-to Donator|Donor, belongs-to Project
      Project: title string, goalAmount money, country country|string
      Volunteer: | many-to-many Project
      VolunteerHour|Hour|Hours|TimeEntry|WorkLog|ProjectVolunteer|VolunteerProject: hours decimal|integer, date date | belongs-to Volunteer`,
  },
  {
    id: 'ai-school-md-table',
    prompt: `School administration

| Thing | What we store |
|---|---|
| Teacher | name, email (unique), subjects |
| Class | name e.g. "7b", class teacher, room |
| Pupil | first name, last name, birthday, class |
| Grade | pupil, subject, mark 1-6, date |
| Absence | pupil, from, to, excused yes/no |`,
    expect: `
      Teacher: name string, email email unique, subjects string|multi-choice|text
      Class: name string, room string | belongs-to Teacher
      Pupil: firstName string, lastName string, birthday date | belongs-to Class
      Grade: subject string, mark integer, date date | belongs-to Pupil
      Absence: from date|datetime, to date|datetime, excused boolean | belongs-to Pupil`,
  },
  {
    id: 'ai-repair-shop',
    prompt:
      'Phone repair shop. When a customer brings in a device we open a ticket. The ticket holds the problem, the estimated cost, the date it came in and its status (waiting, in repair, ready, picked up). Devices have a brand, a model and an IMEI. Parts are used in a repair - for every part we know the name, supplier and stock level. One of our technicians is responsible for each ticket.',
    expect: `
      Customer:
      Device: brand string, model string, imei string | belongs-to Customer
      Ticket: problem string|text, estimatedCost money, dateItCameIn|cameInOn|date|receivedOn|dateCameIn|arrivalDate date, status enum(waiting|in repair|ready|picked up) | belongs-to Device, belongs-to Customer, belongs-to Technician, many-to-many Part
      Part: name string, supplier string, stockLevel integer
      Technician:`,
  },
  {
    id: 'ai-event-tickets',
    prompt:
      'Build me an event ticketing platform: organisers publish events, events happen at venues, attendees buy tickets. Tickets come in types (e.g. early bird, VIP) with a price and a limited quantity per event. Every ticket has a QR code and can be checked in once.',
    expect: `
      Organiser:
      Event: | belongs-to Organiser, belongs-to Venue
      Venue:
      Attendee:
      TicketType: price money, quantity|limitedQuantity integer | belongs-to Event
      Ticket: qrCode string, checkedIn|isCheckedIn|checkedInAt boolean|datetime | belongs-to TicketType, belongs-to Attendee`,
  },
  {
    id: 'ai-tournament-chess',
    prompt:
      'Chess club: players have a name, a rating number (Elo) and a birth year. We organise tournaments with a name, start date and number of rounds. Players register for tournaments. In each round of a tournament, players are paired for games: white player, black player, result (1-0, 0-1, draw) and the board number.',
    expect: `
      Player: name string, ratingNumber|rating|elo integer, birthYear integer | many-to-many Tournament
      Tournament: name string, startDate date, numberOfRounds|rounds integer
      Round: | belongs-to Tournament
      Game: result enum(1-0|0-1|draw), boardNumber integer | belongs-to Round, belongs-to Player`,
  },
  {
    id: 'ai-energy-meters',
    prompt: `Energy metering

Sites are made up of buildings. In every building several meters are installed. A meter has a meter number, a medium (electricity, gas, water, heat) and a unit, and measures one or more areas of the building.
Readings are taken monthly: each reading consists of the meter, the date, the value and the person who read it.
A tariff applies to a medium, it is valid from a date and costs a certain price per unit.`,
    expect: `
      Site:
      Building: | belongs-to Site
      Meter: meterNumber string, medium enum(electricity|gas|water|heat), unit string | belongs-to Building, many-to-many Area
      Area: | belongs-to Building
      Reading: date date, value decimal, person|readBy|personWhoReadIt string | belongs-to Meter
      Tariff: medium string|enum, validFrom date, pricePerUnit|price money`,
  },
  {
    id: 'ai-library-users',
    prompt:
      'Community library for our village hall. Books are donated by villagers and kept on shelves. A book has one or several authors, a title and a language. Villagers borrow books for three weeks; we track the borrowing date, the due date and when it was returned. Each shelf has a letter and is dedicated to a topic.',
    expect: `
      Book: title string, language string | belongs-to Villager, belongs-to Shelf, many-to-many Author
      Author:
      Villager:
      Shelf: letter string | belongs-to Topic
      Topic:
      Loan|Borrowing: borrowingDate|borrowedOn|borrowDate date, dueDate date, returnedOn|returnedAt|returned|returnDate date|datetime optional | belongs-to Book, belongs-to Villager`,
  },
  {
    id: 'ai-saas-helpdesk',
    prompt: `B2B helpdesk. Our customers are companies, each company has contacts (name, email unique, job title). Contacts raise tickets. A ticket: subject, description, priority P1-P4, status new/open/pending/solved. Tickets are assigned to agents who are grouped in teams. Agents and contacts exchange messages on a ticket, messages may have attachments. SLA policy per company: response time in hours, resolution time in hours.`,
    expect: `
      Company|Customer:
      Contact: name string, email email unique, jobTitle string | belongs-to Company|Customer
      Ticket: subject string, description text, priority enum(P1|P2|P3|P4), status enum(new|open|pending|solved) | belongs-to Contact, belongs-to Agent
      Agent: | belongs-to Team
      Team:
      Message: | belongs-to Ticket
      Attachment: | belongs-to Message
      SlaPolicy|SLAPolicy: responseTime|responseTimeInHours|responseTimeHours integer|duration|decimal, resolutionTime|resolutionTimeInHours|resolutionTimeHours integer|duration|decimal | belongs-to Company|Customer`,
  },
  {
    id: 'ai-bakery-nested',
    prompt: `Bakery wholesale
* Products
  - name
  - unit price
  - allergens (gluten, milk, egg, nuts)
* Cafes we deliver to
  - name, address, contact email
  - delivery window: from, until
* Orders
  - placed by a cafe
  - delivery date
  - lines: product, quantity
* Drivers
  - name
  - drive routes; a route covers several cafes and has a weekday`,
    expect: `
      Product: name string, unitPrice money, allergens multi-choice(gluten|milk|egg|nuts)
      Cafe: name string, address string, contactEmail email, deliveryFrom|deliveryWindowFrom|from time, deliveryUntil|deliveryWindowUntil|until time
      Order: deliveryDate date | belongs-to Cafe
      OrderLine|Line: quantity integer | belongs-to Order, belongs-to Product
      Driver: name string
      Route: weekday string|enum | belongs-to Driver, many-to-many Cafe`,
  },
  {
    id: 'ai-courses-verbs',
    prompt:
      'Training provider. Trainers give courses, courses are held in rooms, and companies send their employees to the courses. A course has a code, a title and a max number of participants. An employee who finishes a course receives a certificate with an issue date and an expiry date. Rooms belong to a location.',
    expect: `
      Trainer:
      Course: code string, title string, maxNumberOfParticipants|maxParticipants integer | belongs-to Trainer, belongs-to Room
      Room: | belongs-to Location
      Company:
      Employee: | belongs-to Company, many-to-many Course
      Certificate: issueDate date, expiryDate date | belongs-to Employee, belongs-to Course
      Location:`,
  },
  {
    id: 'ai-kennel-pms',
    prompt:
      'Boarding kennel: dogs (name, breed, weight, vaccinated until, notes), their owners (name, mobile, email), kennels with a number and size, and stays. A stay is one dog in one kennel from arrival to departure, price per night, fed by the owner’s own food or ours. Owners may have more than one dog. During a stay we log walks: time, minutes, who walked.',
    expect: `
      Dog: name string, breed string, weight decimal|integer, vaccinatedUntil date, notes text | belongs-to Owner
      Owner: name string, mobile phone, email email
      Kennel: number string|integer, size string|decimal
      Stay: arrival date|datetime, departure date|datetime, pricePerNight money, food|fedBy|ownFood|feeding enum|string|boolean | belongs-to Dog, belongs-to Kennel
      Walk: time time|datetime, minutes integer, walker|walkedBy|whoWalked string | belongs-to Stay`,
  },
  {
    id: 'ai-permits-city',
    prompt: `The city council wants to digitise building permits.

Citizens submit applications for permits. An application concerns a plot; it states the type of work, the planned start and the estimated costs, and includes at least one plan (PDF). The application is reviewed by a case officer, who may request further documents. Once a decision has been made it is recorded with the date, the outcome (granted, refused, granted with conditions) and the reasons. Neighbours of the plot can file objections against an application.

Plots are identified by a unique cadastral number and have an area and an address.`,
    expect: `
      Citizen:
      Application|PermitApplication: typeOfWork|workType string, plannedStart|plannedStartDate date|datetime, estimatedCosts|estimatedCost money | belongs-to Citizen, belongs-to Plot, belongs-to CaseOfficer optional
      Plan: file|pdf|plan file | belongs-to Application|PermitApplication
      CaseOfficer:
      Decision: date date, outcome enum(granted|refused|granted with conditions), reasons|reason text | belongs-to Application|PermitApplication
      Neighbour: | belongs-to Plot
      Objection: | belongs-to Neighbour, belongs-to Application|PermitApplication
      Plot: cadastralNumber string unique, area decimal|integer, address string`,
  },
];
