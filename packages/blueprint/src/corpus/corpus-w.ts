import type { CorpusEntry } from './corpus-entry.ts';

/** Written together with V and before either was read; its scores were looked at once, after the mending that V called for. */
export const corpusW: CorpusEntry[] = [
  {
    id: 'w-races',
    prompt:
      'Athletes register for races with a bib number and a registration date. An athlete has a first name, a last name, a gender (male, female, diverse), a birthday and a unique email. Races have a name, a distance in km, a start time, an entry fee in euros and a limit of participants. Each race is part of one event; an event has a name, a city and a date. Results: finish time, rank and a disqualified flag which defaults to false; a result belongs to an athlete and a race.',
    expect: `
      Athlete: firstName string, lastName string, gender enum(male|female|diverse), birthday date, email email unique
      Registration: bibNumber string|integer, registrationDate date | belongs-to Athlete, belongs-to Race
      Race: name string, distance decimal, startTime datetime|time, entryFee money, limitOfParticipants|participantLimit integer|decimal | belongs-to Event
      Event: name string, city string, date date
      Result: finishTime time|datetime|duration, rank integer, disqualified boolean default | belongs-to Athlete, belongs-to Race`,
  },
  {
    id: 'w-landscaping',
    prompt:
      'hi there! my wife has a gardening company & she would like a simple system. clients (name, phone no., street, town, optional email) own gardens; a garden has a size in square metres, a soil type and a note. for each garden we plan visits: date, arrival time, hours, status planned/done/rained off. employees have a name, hourly wage and a start date. several employees can go on a visit, and of course an employee goes on lots of visits.',
    expect: `
      Client: name string, phoneNumber|phoneNo|phone phone, street string, town string, email email optional | has-many Garden
      Garden: size decimal|integer, soilType string|enum, note text | has-many Visit
      Visit: date date, arrivalTime time|datetime, hours decimal, status enum(planned|done|rained off) | many-to-many Employee
      Employee: name string, hourlyWage money, startDate date`,
  },
  {
    id: 'w-languages',
    prompt: `Language school

1. Course
   - name
   - language
   - level: A1, A2, B1, B2, C1 or C2
   - starts on
   - ends on
   - max. students (at most 12)
2. Student
   - name
   - email, unique
   - native language (optional)
3. Teacher
   - name
   - languages taught
   - hourly rate in €
4. Enrolment
   - student
   - course
   - paid (yes/no, default no)
   - final grade, optional, between 1 and 6

Every course has one teacher, a teacher can give several courses.`,
    expect: `
      Course: name string, language string, level enum(A1|A2|B1|B2|C1|C2), startsOn date, endsOn date, maxStudents integer | belongs-to Teacher
      Student: name string, email email unique, nativeLanguage string optional
      Teacher: name string, languagesTaught string|text, hourlyRate money
      Enrolment: paid boolean default, finalGrade integer|decimal optional | belongs-to Student, belongs-to Course`,
  },
  {
    id: 'w-winery',
    prompt:
      'Vineyard: name, region, area in hectares, altitude (m). Grape variety: name (unique), colour (red or white). Plot: vineyard, grape variety, planted in (year), number of vines. Wine: name, vintage, alcohol %, price per bottle, bottles produced, description - optional. A wine is made from one or more grape varieties. Tasting note: wine, taster name, score out of 100, note, tasted on.',
    expect: `
      Vineyard: name string, region string, area decimal, altitude decimal|integer
      GrapeVariety: name string unique, colour enum(red|white)
      Plot: plantedIn integer, numberOfVines integer | belongs-to Vineyard, belongs-to GrapeVariety
      Wine: name string, vintage integer|string, alcohol percentage, pricePerBottle money, bottlesProduced integer, description text optional | many-to-many GrapeVariety
      TastingNote: tasterName string, score integer|decimal, note text, tastedOn date | belongs-to Wine`,
  },
  {
    id: 'w-tenants',
    prompt: `As a landlord I can add apartments with an address, number of rooms, floor and monthly rent.
As a landlord I can create a tenancy for an apartment and a tenant with a start date, an optional end date and a deposit.
As a landlord I can store tenants (name, email, phone).
As a tenant I can report a defect in my apartment, with a title, a description and an urgency of low, medium or high.
As a caretaker I can comment on a defect: a comment has a text and a timestamp.`,
    expect: `
      Apartment: address string, numberOfRooms integer, floor integer, monthlyRent money
      Tenancy: startDate date, endDate date optional, deposit money | belongs-to Apartment, belongs-to Tenant
      Tenant: name string, email email, phone phone
      Defect: title string, description text, urgency enum(low|medium|high) | belongs-to Apartment, belongs-to Tenant
      Comment: text text, timestamp datetime | belongs-to Defect`,
  },
  {
    id: 'w-escape',
    prompt:
      'Escape room business. Rooms have a name, a difficulty from 1 to 5, a duration in minutes and a minimum of 2 players. Customers book rooms with a date, a start time, a number of players and an optional voucher code. A customer has a name, an email and a phone. Game masters supervise bookings; each booking has one game master. A game master has a name and a nickname that is unique.',
    expect: `
      Room: name string, difficulty integer, duration duration, minimumPlayers|minPlayers integer
      Customer: name string, email email, phone phone
      Booking: date date, startTime time|datetime, numberOfPlayers integer, voucherCode string optional | belongs-to Customer, belongs-to Room, belongs-to GameMaster
      GameMaster: name string, nickname string unique`,
  },
  {
    id: 'w-recipeshare',
    prompt:
      'I want a cooking community site. Users (username unique, email unique, joined on) publish recipes. A recipe has a title of at most 100 characters, a slug, preparation time in minutes, a difficulty - easy, medium or hard - and a list of steps; each step has a position and an instruction. Users can favourite recipes and follow each other. Users comment on recipes with a text and the time of posting. Recipes use ingredients with an amount and a unit, and ingredients have a name.',
    expect: `
      User: username string unique, email email unique, joinedOn date | has-many Recipe, many-to-many Recipe, many-to-many User
      Recipe: title string, slug slug, preparationTime duration|integer, difficulty enum(easy|medium|hard) | has-many Step
      Step: position integer, instruction text|string
      Comment: text text, timeOfPosting|postedAt datetime|time | belongs-to User, belongs-to Recipe
      RecipeIngredient|IngredientUse: amount decimal, unit string | belongs-to Recipe, belongs-to Ingredient
      Ingredient: name string`,
  },
  {
    id: 'w-helpcentre',
    prompt:
      'Knowledge base API: categories (title, slug unique, position) contain articles (title, body, published y/n default n, views default 0). An article is written by one author and may have many tags. Authors: name, email unique, avatar url optional. Tags: label unique. Readers can vote on an article: helpful or not (bool) plus optional remark up to 300 chars. Articles can be linked to related articles.',
    expect: `
      Category: title string, slug slug unique, position integer | has-many Article
      Article: title string, body text, published boolean default, views integer default | belongs-to Author, many-to-many Tag, many-to-many Article
      Author: name string, email email unique, avatarUrl url optional
      Tag: label string unique
      Vote: helpful boolean, remark string|text optional | belongs-to Reader, belongs-to Article
      Reader:`,
  },
  {
    id: 'w-clinictable',
    prompt: `Physiotherapy practice

| Patient | |
|---|---|
| name | text, required |
| insurance number | unique |
| date of birth | date |

| Therapist | |
|---|---|
| name | text |
| speciality | optional |

| Appointment | |
|---|---|
| patient | reference |
| therapist | reference |
| starts at | date & time |
| length | minutes, default 30 |
| state | booked / done / no show |`,
    expect: `
      Patient: name string|text, insuranceNumber string unique, dateOfBirth date
      Therapist: name string|text, speciality string optional
      Appointment: startsAt datetime, length duration|integer default, state enum(booked|done|no show) | belongs-to Patient, belongs-to Therapist`,
  },
  {
    id: 'w-moving',
    prompt:
      "We're a moving company and we'd love to track our moves. A move has an origin address, a destination address, a moving date, a volume in cubic metres and a quote in dollars. It's for one customer, who has a name, an email and a phone number. Movers (first name, last name, driving licence class) are assigned to moves with a role: driver, packer or foreman. Every move has boxes, and every box carries a label, a room and a fragile flag.",
    expect: `
      Move: originAddress string, destinationAddress string, movingDate date, volume decimal, quote money | belongs-to Customer
      Customer: name string, email email, phoneNumber|phone phone
      Mover: firstName string, lastName string, drivingLicenceClass string|enum
      Assignment|MoveAssignment: role enum(driver|packer|foreman) | belongs-to Mover, belongs-to Move
      Box: label string, room string, fragile boolean | belongs-to Move`,
  },
  {
    id: 'w-cloud',
    prompt:
      'internal cloud inventory. teams: name unique, cost centre. services: name unique, tier 1-4, repo url, owned by a team. envs: name (dev, staging, prod), region. deployments: service, env, version, deployed at, status ok|failed|rolled back, dur. in secs optional. incidents: service, severity (sev1/sev2/sev3), started at, resolved at (opt.), summary. services depend on other services.',
    expect: `
      Team: name string unique, costCentre string
      Service: name string unique, tier integer, repoUrl url | belongs-to Team, many-to-many Service
      Environment|Env: name enum(dev|staging|prod), region string
      Deployment: version string, deployedAt datetime, status enum(ok|failed|rolled back), duration|dur duration optional | belongs-to Service, belongs-to Environment
      Incident: severity enum(sev1|sev2|sev3), startedAt datetime, resolvedAt datetime optional, summary text | belongs-to Service`,
  },
  {
    id: 'w-orgchart',
    prompt:
      "An organisation's chart: departments have a name, a code that is unique, and possibly a parent department. An employee has a full name, a work email (unique), a job title, a hire date and an annual salary between 20000 and 500000. Each employee works in one department and may report to another employee. Employees attend trainings with a completion date and a score from 0 to 100. Trainings have a title, a provider and a price.",
    expect: `
      Department: name string, code string unique | belongs-to Department optional
      Employee: fullName string, workEmail email unique, jobTitle string, hireDate date, annualSalary money | belongs-to Department, belongs-to Employee optional
      Attendance: completionDate date, score integer|decimal | belongs-to Employee, belongs-to Training
      Training: title string, provider string, price money`,
  },
  {
    id: 'w-flowers',
    prompt:
      'flower shop online orders:\n+ bouquet: name, photo url, price (€), occasion = birthday | wedding | funeral | other, in stock?\n+ customer: full name, email (unique), loyalty points (default: 0)\n+ order: no. (unique), customer, ordered at, delivery date, message card (optional, max 160 chars), status = open | delivered | cancelled (default open)\n+ order position: order, bouquet, amount (>= 1)\n+ delivery address: customer, street, zip, city',
    expect: `
      Bouquet: name string, photoUrl url, price money, occasion enum(birthday|wedding|funeral|other), inStock boolean
      Customer: fullName string, email email unique, loyaltyPoints integer default
      Order: number|no|orderNumber string|integer unique, orderedAt datetime, deliveryDate date, messageCard string|text optional, status enum(open|delivered|cancelled) default | belongs-to Customer
      OrderPosition: amount integer|decimal|money | belongs-to Order, belongs-to Bouquet
      DeliveryAddress: street string, zip string, city string | belongs-to Customer`,
  },
  {
    id: 'w-adoption',
    prompt:
      'An animal shelter puts animals up for adoption. Animals have a name, a species (dog, cat, rabbit or other), an estimated age in months, a weight in kg, a date of arrival and can be vaccinated. Adopters apply for animals: an application contains a message, the date it was submitted and a status, which is pending unless it gets approved or rejected. Adopters give us their name, address, phone number and, optionally, their email. Vets examine animals; an examination has a date, findings and a cost.',
    expect: `
      Animal: name string, species enum(dog|cat|rabbit|other), estimatedAge integer, weight decimal, dateOfArrival|arrivalDate date, vaccinated boolean
      Adopter: name string, address string, phoneNumber|phone phone, email email optional
      Application: message text, submittedAt|dateSubmitted|submittedOn|submissionDate date, status enum(pending|approved|rejected) | belongs-to Adopter, belongs-to Animal
      Vet:
      Examination: date date, findings text|string, cost money | belongs-to Vet, belongs-to Animal`,
  },
];
