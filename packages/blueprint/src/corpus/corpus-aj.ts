import type { CorpusEntry } from './corpus-entry.ts';

/** Written with AI, before either was read; closed while the first mechanisms were sought on AI, read and sought on afterwards. */
export const corpusAJ: CorpusEntry[] = [
  {
    id: 'aj-yoga-oneliner',
    prompt:
      'Booking app for yoga studios: studio has teachers and weekly classes, students buy passes (number of visits, valid until) and book classes with them.',
    expect: `
      Studio:
      Teacher: | belongs-to Studio
      Class: | belongs-to Studio
      Student:
      Pass: numberOfVisits|visits integer, validUntil date | belongs-to Student
      Booking: | belongs-to Class, belongs-to Student, belongs-to Pass`,
  },
  {
    id: 'aj-vet-schema',
    prompt: `Owner (first name, last name, phone, email*)
Animal (name, species [dog|cat|rabbit|other], born on, chip number*, belongs to Owner)
Vet (name, licence no - unique)
Visit (Animal, Vet, date, weight in kg, findings)
Vaccination (Visit, vaccine, batch, next due)
* = optional`,
    expect: `
      Owner: firstName string, lastName string, phone phone, email email optional
      Animal: name string, species enum(dog|cat|rabbit|other), bornOn date, chipNumber string optional | belongs-to Owner
      Vet: name string, licenceNo|licenceNumber string unique
      Visit: date date, weight|weightInKg decimal|integer, findings text|string | belongs-to Animal, belongs-to Vet
      Vaccination: vaccine string, batch string, nextDue date | belongs-to Visit`,
  },
  {
    id: 'aj-orchard-talk',
    prompt: `I grow apples and pears. My orchard is split into plots, and in each plot there are rows of trees. Every row is planted with one variety. A variety has a name and is ripe in a certain month. In autumn my pickers harvest the rows; per harvest I write down who picked, the day, how many crates it were and the quality (A, B, cider). I spray a plot from time to time, then I have to document the product, the dose per hectare, the weather and the date, because the inspector asks for it.`,
    expect: `
      Plot:
      Row: | belongs-to Plot, belongs-to Variety
      Variety: name string, month|ripeMonth|ripeIn string|integer|enum
      Picker:
      Harvest: day|date date, crates|howManyCrates|numberOfCrates integer, quality enum(A|B|cider) | belongs-to Row, belongs-to Picker
      Spraying|Spray|SprayRecord: product string, dosePerHectare|dose decimal|string, weather string, date date | belongs-to Plot`,
  },
  {
    id: 'aj-couriers',
    prompt:
      'Parcel courier backend: A shipment has a tracking number (unique), a sender and a recipient, both with name, street, city and postcode, weight in grams and a service level: economy / express. Shipments are collected by couriers and put on tours. Couriers drive vans. Each scan of a shipment stores the depot, timestamp and event (picked up, sorted, out for delivery, delivered, failed).',
    expect: `
      Shipment: trackingNumber string unique, weight|weightInGrams integer|decimal, serviceLevel enum(economy|express) | belongs-to Sender, belongs-to Recipient, belongs-to Courier, belongs-to Tour
      Sender: name string, street string, city string, postcode string
      Recipient: name string, street string, city string, postcode string
      Courier: | belongs-to Van
      Van:
      Tour:
      Scan: depot string, timestamp datetime, event enum(picked up|sorted|out for delivery|delivered|failed) | belongs-to Shipment`,
  },
  {
    id: 'aj-conference-md',
    prompt: `# Conference app

**Speakers** – name, bio, photo, company?
**Talks** – title, abstract, level (beginner/intermediate/advanced), given by one or two speakers
**Rooms** – name, seats
**Slots** – a talk in a room at a start time, duration in min
**Attendees** – name, email (unique), can bookmark talks and rate them with 1-5 stars and a comment`,
    expect: `
      Speaker: name string, bio text, photo image, company string optional
      Talk: title string, abstract text, level enum(beginner|intermediate|advanced) | many-to-many Speaker
      Room: name string, seats integer
      Slot: startTime datetime|time, duration|durationInMin duration|integer | belongs-to Talk, belongs-to Room
      Attendee: name string, email email unique | many-to-many Talk
      Rating|TalkRating: stars|rating rating|integer, comment text | belongs-to Attendee, belongs-to Talk`,
  },
  {
    id: 'aj-biobank',
    prompt:
      'A biobank stores tubes in boxes, boxes in racks and racks in freezers. Freezers have a location and a temperature. A box has 81 positions. A tube carries a barcode, the material (blood, plasma, urine, tissue), the volume in µl and the position within the box, and originates from a donor. Donors are pseudonymised: they only have a code, a sex and a year of birth. Researchers request tubes for a study.',
    expect: `
      Tube: barcode string, material enum(blood|plasma|urine|tissue), volume decimal|integer, position string|integer | belongs-to Box, belongs-to Donor
      Box: positions integer | belongs-to Rack
      Rack: | belongs-to Freezer
      Freezer: location string, temperature decimal
      Donor: code string, sex string|enum, yearOfBirth integer
      Researcher:
      Study:
      Request: | belongs-to Researcher, belongs-to Study, many-to-many Tube`,
  },
  {
    id: 'aj-freelancer-crm',
    prompt:
      "I'm a freelance designer. I need to know which client has which project, what I've invoiced and what's still unpaid. Client = name, VAT ID, billing address. Project = title, hourly rate, deadline, status (lead, active, done). I log time against projects (date, hours, what I did). Invoices go to a client, carry a number, issue date, due date and paid flag and list the projects they cover.",
    expect: `
      Client: name string, vatId string, billingAddress string|text
      Project: title string, hourlyRate money, deadline date|datetime, status enum(lead|active|done) | belongs-to Client
      TimeEntry|Time|TimeLog|Log: date date, hours decimal|integer, what|whatIDid|description|note text|string | belongs-to Project
      Invoice: number string, issueDate date, dueDate date, paid boolean | belongs-to Client, many-to-many Project`,
  },
  {
    id: 'aj-hoa-property',
    prompt: `Homeowners association portal
Units: number, building, square footage, owners share (percent)
Owners: name, mailing address, email, phone
- an owner can own several units, a unit can have several owners
Dues: unit, month, amount, paid on (blank if not yet)
Violations: unit, rule broken, date, fine, photo
Board meetings: date, location, minutes (file); attended by owners
Votes: meeting, question, and per owner yes/no/abstain`,
    expect: `
      Unit: number string, building string, squareFootage integer|decimal, ownersShare percentage | many-to-many Owner
      Owner: name string, mailingAddress string|text, email email, phone phone
      Due|Dues: month string|date|integer, amount money, paidOn date optional | belongs-to Unit
      Violation: ruleBroken string, date date, fine money, photo image | belongs-to Unit
      BoardMeeting|Meeting: date date, location string, minutes file | many-to-many Owner
      Vote: question string|text | belongs-to BoardMeeting|Meeting
      Ballot|VoteOwner|OwnerVote|Answer|Choice: vote|answer|choice|value enum(yes|no|abstain) | belongs-to Vote, belongs-to Owner`,
  },
  {
    id: 'aj-refugee-aid',
    prompt:
      'Our organization helps families that arrived recently. Each family is accompanied by a mentor. A family consists of persons; for a person we note name, date of birth, nationality, languages and special needs if any. Mentors visit families: date, duration, topics discussed, next steps. Families get aid packages such as food, clothes or hygiene; it is important to know what was given to which family, when and by whom.',
    expect: `
      Family: | belongs-to Mentor
      Mentor:
      Person: name string, dateOfBirth date, nationality string|country, languages string|text|multi-choice, specialNeeds text|string optional | belongs-to Family
      Visit: date date, duration duration, topicsDiscussed|topics text|string, nextSteps text|string | belongs-to Mentor, belongs-to Family
      AidPackage: what|kind|type|content|contents enum|string, when|givenOn|date|givenAt date|datetime, byWhom|givenBy|by string | belongs-to Family`,
  },
  {
    id: 'aj-kindergarten-stories',
    prompt: `- As a parent, I can register my child (name, birthday, allergies) 
- As a parent, I can report my child as absent from one day to another with a reason
- As an educator, I can see the children of my group
- As an educator, I can write a daily note about a child, which consists of a text, a mood and photos
- As a manager, I can create groups with a name, an age range and a max size and assign children and educators to a group
- As a manager, I can publish announcements with a title and a body for one group or for all`,
    expect: `
      Parent:
      Child: name string, birthday date, allergies string|text | belongs-to Parent, belongs-to Group optional
      Absence: from|fromDate|startDate|firstDay date, to|toDate|endDate|lastDay date, reason string|text | belongs-to Child
      Educator: | belongs-to Group optional
      DailyNote|Note: text text, mood string, photos image | belongs-to Child
      Group: name string, ageRange string, maxSize integer
      Announcement: title string, body text | belongs-to Group optional`,
  },
  {
    id: 'aj-bike-workshop',
    prompt:
      'Bicycle workshop software pls. cust: name, tel, email. bike: frame nr, brand, colour, type, of a cust. job: bike, intake date, pickup date, mechanic, tot price, done y/n. job has tasks - descr, minutes, price. parts used on a job w/ qty.',
    expect: `
      Customer|Cust: name string, tel|phone|telephone phone, email email
      Bike: frameNr|frameNumber string, brand string, colour string|colour, type string | belongs-to Customer|Cust
      Job: intakeDate date, pickupDate date, mechanic string, totPrice|totalPrice money, done boolean | belongs-to Bike
      Task: descr|description text|string, minutes integer, price money | belongs-to Job
      Part:
      JobPart|PartUse|PartUsage|UsedPart: qty|quantity integer | belongs-to Job, belongs-to Part`,
  },
  {
    id: 'aj-football-league',
    prompt:
      'Amateur football league. There are divisions, teams play in a division. A team has a name, colours and a home ground. Players are registered with a team: passport number, name, position, shirt number. Matches are played between a home team and an away team on a date, and are led by a referee. For each goal we need the minute, who scored and for which team. Yellow and red cards are given to players in a match.',
    expect: `
      Division:
      Team: name string, colours string, homeGround string | belongs-to Division
      Player: passportNumber string, name string, position string, shirtNumber integer | belongs-to Team
      Match: date date | belongs-to Team, belongs-to Referee
      Referee:
      Goal: minute integer | belongs-to Match, belongs-to Player, belongs-to Team
      Card: colour|type|kind|color enum(yellow|red) | belongs-to Player, belongs-to Match`,
  },
  {
    id: 'aj-solar-park',
    prompt: `Solar parks monitoring

1. Parks
   Each park has a name, coordinates, a peak power in kWp and a commissioning date. It is owned by an investor.
2. Inverters
   A park contains inverters. They have a serial number, a manufacturer and firmware version. Strings of panels are connected to an inverter.
3. Measurements
   Every 15 minutes an inverter delivers a measurement: timestamp, power in kW, energy in kWh, temperature.
4. Incidents
   When something fails, an incident is opened for the inverter. It has a start, an end (as long as it is open there is none), a cause and a severity (minor, major, critical). A technician takes care of it.`,
    expect: `
      Park|SolarPark: name string, coordinates geo-point, peakPower|peakPowerInKwp|peakPowerKwp decimal, commissioningDate date | belongs-to Investor
      Investor:
      Inverter: serialNumber string, manufacturer string, firmwareVersion string | belongs-to Park|SolarPark
      String|PanelString: | belongs-to Inverter
      Measurement: timestamp datetime, power|powerInKw|powerKw decimal, energy|energyInKwh|energyKwh decimal, temperature decimal | belongs-to Inverter
      Incident: start|startsAt|startedAt datetime, end|endsAt|endedAt datetime optional, cause string|text, severity enum(minor|major|critical) | belongs-to Inverter, belongs-to Technician
      Technician:`,
  },
  {
    id: 'aj-wedding-planner',
    prompt:
      'Wedding planners juggle a lot! For every wedding (couple names, date, venue, budget) we keep track of the guests, the vendors and the to-dos. Guests belong to a table and can be vegetarian; we track if they have accepted, declined or not answered. Vendors offer a service such as flowers, music or catering and one vendor can work for many weddings, each time with an agreed price. To-dos have a due date, a person responsible and are done or not done.',
    expect: `
      Wedding: coupleNames string, date date, venue string, budget money
      Guest: vegetarian|isVegetarian boolean, answer|response|status|rsvp|reply enum(accepted|declined|not answered) | belongs-to Wedding, belongs-to Table
      Table:
      Vendor: service string|enum
      VendorWedding|WeddingVendor|Engagement|Booking|Work: agreedPrice money | belongs-to Vendor, belongs-to Wedding
      ToDo|Todo|Task: dueDate date, personResponsible|responsiblePerson|responsible string, done|isDone boolean | belongs-to Wedding`,
  },
  {
    id: 'aj-museum-loans',
    prompt: `Museum collection. Objects: inventory number (unique), title, maker, period, material, insurance value. Objects are stored in a depot or displayed in an exhibition. Exhibitions run from an opening date to a closing date and show many objects. Other museums borrow objects from us. A loan has a borrower museum, start and end, and covers one or more objects; for each object in the loan the condition before and after is described.`,
    expect: `
      Object|MuseumObject: inventoryNumber string unique, title string, maker string, period string, material string, insuranceValue money | belongs-to Depot optional, many-to-many Exhibition
      Depot:
      Exhibition: openingDate date, closingDate date
      Museum:
      Loan: start|startsOn|startDate date|datetime, end|endsOn|endDate date|datetime | belongs-to Museum
      LoanObject|ObjectLoan|LoanItem: conditionBefore|before string|text, conditionAfter|after string|text | belongs-to Loan, belongs-to Object|MuseumObject`,
  },
  {
    id: 'aj-car-dealer',
    prompt:
      'We sell used cars. Cars are bought from a seller (private or dealer) at a purchase price and sold to a buyer at a sales price. For each car: VIN, make and model, first registration, mileage, fuel type (petrol, diesel, hybrid, electric), photos. Before we sell it the car is inspected, and the inspection report lists defects with a description and repair costs. Interested people can book test drives for a car - name, phone, date and time.',
    expect: `
      Car: purchasePrice money, salesPrice money, vin string, make string, model string, firstRegistration date|string, mileage integer|decimal, fuelType enum(petrol|diesel|hybrid|electric), photos image | belongs-to Seller, belongs-to Buyer optional
      Seller: type|kind enum(private|dealer)
      Buyer:
      InspectionReport|Inspection: | belongs-to Car
      Defect: description text, repairCosts|repairCost money | belongs-to InspectionReport|Inspection
      TestDrive: name string, phone phone, date date, time time | belongs-to Car`,
  },
  {
    id: 'aj-thesis-office',
    prompt: `Thesis office of a university

Every thesis is written by one student and supervised by one or two professors. Students have a matriculation number, a name and belong to a degree programme. A thesis has a title, a language, a registration date, a submission deadline and, once marked, a grade. Professors work at a department. Topics are proposed by professors and students can express interest in up to three topics, with a priority.`,
    expect: `
      Thesis: title string, language string, registrationDate date, submissionDeadline date|datetime, grade string|decimal|integer optional | belongs-to Student, many-to-many Professor
      Student: matriculationNumber string, name string | belongs-to DegreeProgramme
      DegreeProgramme:
      Professor: | belongs-to Department
      Department:
      Topic: | belongs-to Professor
      Interest|StudentTopic|TopicStudent|TopicInterest: priority integer|string | belongs-to Student, belongs-to Topic`,
  },
  {
    id: 'aj-coffee-roaster',
    prompt:
      'Coffee roastery: green coffee lots come from farms. Lot: number, arrival date, kg bought, price per kg, farm. Farm: name, country, altitude. We roast batches from one lot (roast date, roast level, green weight, roasted weight) and our team cups each batch afterwards and gives scores for aroma, body and acidity. Roasted coffee gets packed into products with a SKU, bag size and price.',
    expect: `
      Lot|GreenCoffeeLot|CoffeeLot: number string, arrivalDate date, kgBought|kg decimal|integer, pricePerKg money | belongs-to Farm
      Farm: name string, country country|string, altitude integer|decimal
      Batch: roastDate date, roastLevel string, greenWeight decimal|integer, roastedWeight decimal|integer | belongs-to Lot|GreenCoffeeLot|CoffeeLot
      Cupping|Score|Scoring: aroma integer|rating|decimal, body integer|rating|decimal|text, acidity integer|rating|decimal | belongs-to Batch
      Product: sku string, bagSize string|integer|decimal, price money`,
  },
  {
    id: 'aj-call-center-roster',
    prompt:
      'need a roster tool. agents have skills (english, french, sales, tech). shifts: date, from, to, team. team leads plan shifts and put agents on them, an agent has max one shift a day. agents ask for swaps: which shift they give away, who takes it, approved or not. sick days per agent from/to with doctors note as file.',
    expect: `
      Agent: skills multi-choice(english|french|sales|tech)
      Shift: date date, from time, to time, team string | many-to-many Agent
      Swap|SwapRequest: approved|isApproved boolean | belongs-to Shift, belongs-to Agent
      SickDay|SickLeave: from date, to date, doctorsNote file | belongs-to Agent`,
  },
  {
    id: 'aj-makerspace',
    prompt: `Makerspace management. Members pay a monthly fee depending on their plan; a plan has a name and a monthly fee. Before a member may use a machine they need an induction for it, given by an instructor on a certain date. Machines stand in workshops and have a manual (pdf) and an hourly rate. Members reserve machines from a start time to an end time. At the end of every month we create an invoice for each member that has positions with a text and an amount.`,
    expect: `
      Member: | belongs-to Plan
      Plan: name string, monthlyFee money
      Machine: manual file, hourlyRate money | belongs-to Workshop
      Workshop:
      Instructor:
      Induction: date date | belongs-to Member, belongs-to Machine, belongs-to Instructor
      Reservation: startTime|startsAt datetime, endTime|endsAt datetime | belongs-to Member, belongs-to Machine
      Invoice: | belongs-to Member
      Position|InvoicePosition: text text, amount money | belongs-to Invoice`,
  },
];
