import type { CorpusEntry } from './corpus-entry.ts';

/** Set AL: written together with AK and kept closed while mechanisms were sought on AK; its faults are not printed. */
export const corpusAL: readonly CorpusEntry[] = [
  {
    id: 'al-kennel',
    prompt: `Boarding kennel. Customers own dogs. A dog: name, breed, weight kg, vaccinated until, special food (optional). A stay is for one dog in one kennel, check-in date, check-out date, price per night. Kennels have a number and a size (small, large). Walks are done by staff: which dog, who walked it, start time, minutes.`,
    expect: `
      Customer:
      Dog: name string, breed string, weight|weightKg decimal|integer, vaccinatedUntil date, specialFood string optional | belongs-to Customer
      Stay: checkInDate date, checkOutDate date, pricePerNight money | belongs-to Dog, belongs-to Kennel
      Kennel: number string|integer, size enum(small|large)
      Walk: startTime time|datetime, minutes integer|duration | belongs-to Dog, belongs-to Staff|StaffMember
      Staff|StaffMember:`,
  },
  {
    id: 'al-vineyard',
    prompt: `Our vineyard has twelve parcels. Each parcel is planted with one grape variety and has a name, an area in hectares and a planting year. Grapes are harvested from a parcel: a harvest has a date, a weight in kilos and a sugar level. A wine is blended from one or more harvests and gets a name, a vintage and a bottle price. Orders are placed by customers and contain wines with a quantity.`,
    expect: `
      Parcel: name string, area|areaInHectares decimal|integer, plantingYear integer | belongs-to GrapeVariety
      GrapeVariety:
      Harvest: date date, weight|weightInKilos decimal|integer, sugarLevel decimal|integer|string | belongs-to Parcel, many-to-many Wine
      Wine: name string, vintage integer|string, bottlePrice money
      Customer:
      Order: | belongs-to Customer
      OrderWine|OrderItem|OrderLine|WineOrder: quantity integer | belongs-to Order, belongs-to Wine`,
  },
  {
    id: 'al-orchestra',
    prompt: `Orchestra library:
1. Works - title, composer, year composed, publisher
2. Scores - a copy of a work; shelf mark (unique), condition
3. Musicians - name, email, instrument
4. Loans - which score went to which musician, lent on, returned on (empty while out)
5. Concert programmes - name, date; several works in a given order`,
    expect: `
      Work: title string, composer string, yearComposed integer, publisher string
      Score: shelfMark string unique, condition string | belongs-to Work
      Musician: name string, email email, instrument string
      Loan: lentOn date, returnedOn date optional | belongs-to Score, belongs-to Musician
      ConcertProgramme: name string, date date | many-to-many Work`,
  },
  {
    id: 'al-courier',
    prompt: `Courier firm. Parcels are sent by a sender to a recipient: weight, width, height, depth, declared value. Both have a name, a street, a zip and a city. A route is driven by one courier on one day and has many stops; each stop has a position and delivers one parcel. Couriers have a name, a phone and a vehicle. The parcel is created, then collected, then in transit, then delivered.`,
    expect: `
      Parcel: weight decimal|integer, width decimal|integer, height decimal|integer, depth decimal|integer, declaredValue money|decimal, status enum(created|collected|in transit|delivered) | belongs-to Sender, belongs-to Recipient
      Sender: name string, street string, zip string, city string
      Recipient: name string, street string, zip string, city string
      Route: day|date date | belongs-to Courier
      Stop: position integer | belongs-to Route, belongs-to Parcel
      Courier: name string, phone phone, vehicle string`,
  },
  {
    id: 'al-dentist',
    prompt: `As a receptionist I want to book appointments for patients with a dentist so that nobody waits: date and time, length in minutes, reason.
As a dentist I want to record treatments during an appointment with the tooth, a code and the cost.
As a patient I want to fill in my medical history: allergies, medication, last x-ray date.
As an accountant I want to see invoices of a patient with number, total and paid on.`,
    expect: `
      Patient:
      Dentist:
      Appointment: date|dateAndTime|dateTime|startsAt date|datetime, time time, length|lengthInMinutes duration|integer, reason string|text | belongs-to Patient, belongs-to Dentist
      Treatment: tooth string|integer, code string, cost money | belongs-to Appointment
      MedicalHistory: allergies string|text, medication string|text, lastXRayDate|lastXrayDate date | belongs-to Patient
      Invoice: number string|integer, total money, paidOn date | belongs-to Patient`,
  },
  {
    id: 'al-gym',
    prompt: `Gym w/ members, trainers, classes. Member: name, email, DOB, plan (basic, plus, premium), joined. Class: title, weekday, start time, max participants, trainer. Members book classes for a date & we track if they showed up. A trainer can teach many classes. Lockers (number) - one member per locker at most.`,
    expect: `
      Member: name string, email email, dob|dateOfBirth date, plan enum(basic|plus|premium), joined|joinedOn|joinedAt date
      Trainer:
      Class: title string, weekday string|enum, startTime time, maxParticipants integer | belongs-to Trainer
      Booking|ClassBooking: date date, showedUp|attended boolean | belongs-to Member, belongs-to Class
      Locker: number string|integer | belongs-to Member optional`,
  },
  {
    id: 'al-library-es',
    prompt: `Good morning, I am librarian in a school and I would like a program for the library. The books have title, author, ISBN, year of publication and in which shelf they are. A book can be of various genres. The pupils take the books for two weeks: I need to write the day of the loan and the day of return. The pupil has name, surname and the class where he goes. If pupil loses a book he must pay a fine, with amount and reason.`,
    expect: `
      Book: title string, author string, isbn string, yearOfPublication|publicationYear integer | belongs-to Shelf, many-to-many Genre
      Shelf:
      Genre:
      Pupil: name string, surname string | belongs-to Class
      Class:
      Loan: dayOfLoan|dayOfTheLoan|loanDay|loanDate|loanedOn date, dayOfReturn|returnDay|returnDate|returnedOn date | belongs-to Book, belongs-to Pupil
      Fine: amount money, reason string|text | belongs-to Pupil, belongs-to Book optional`,
  },
  {
    id: 'al-conference',
    prompt: `# CFP tool

- A speaker submits proposals (title, abstract, level: beginner, intermediate, advanced, length in minutes).
- Each proposal belongs to a track. Tracks: name, colour.
- Reviewers review proposals: score 1-5, comment. Every proposal must be reviewed by at least two reviewers.
- Accepted proposals become sessions: room, start, end.
- Rooms: name, floor, seats.
- Speakers: name, email, bio, photo, company (optional).`,
    expect: `
      Speaker: name string, email email, bio text, photo image optional, company string optional
      Proposal: title string, abstract text, level enum(beginner|intermediate|advanced), length|lengthInMinutes duration|integer | belongs-to Speaker, belongs-to Track
      Track: name string, colour color|string
      Reviewer:
      Review: score rating|integer, comment text | belongs-to Reviewer, belongs-to Proposal
      Session|SessionRecord: start|startsAt|startTime datetime|time, end|endsAt|endTime datetime|time | belongs-to Proposal, belongs-to Room
      Room: name string, floor integer|string, seats integer`,
  },
  {
    id: 'al-warehouse',
    prompt: `Warehouse. Articles (SKU unique, description, weight in g, reorder level) are stored in bins. A bin is identified by a code, is part of an aisle and may hold several articles; we keep the quantity per article and bin. Goods receipts come from suppliers: delivery note number, received at, and lines with article and quantity. Pick lists are worked on by one picker and consist of picks; a pick takes a quantity of an article out of a bin.`,
    expect: `
      Article: sku string unique, description text|string, weight|weightInG integer|decimal, reorderLevel integer
      Bin: code string | belongs-to Aisle
      Aisle:
      Stock|StockLevel|BinArticle|ArticleBin: quantity integer | belongs-to Article, belongs-to Bin
      GoodsReceipt: deliveryNoteNumber string, receivedAt datetime | belongs-to Supplier
      Supplier:
      Line|GoodsReceiptLine|ReceiptLine: quantity integer | belongs-to GoodsReceipt, belongs-to Article
      PickList: | belongs-to Picker
      Picker:
      Pick: quantity integer | belongs-to PickList, belongs-to Article, belongs-to Bin`,
  },
  {
    id: 'al-podcast',
    prompt: `A podcast network runs shows, and each show is hosted by one or two hosts. Shows have a title, an RSS link and a language. Episodes of a show: number, title, publish date, audio file, length in seconds, explicit yes or no. Guests appear on episodes. Episodes can carry ads; an ad is bought by a sponsor and has a script, a price and a position (pre, mid, post). Listeners can leave comments on an episode.`,
    expect: `
      Show: title string, rssLink url, language string|locale | many-to-many Host
      Host:
      Episode: number integer|string, title string, publishDate date, audioFile file optional, length|lengthInSeconds duration|integer, explicit|isExplicit boolean | belongs-to Show, many-to-many Guest
      Guest:
      Ad: script text|string, price money, position enum(pre|mid|post) | belongs-to Sponsor, many-to-many Episode
      Sponsor:
      Listener:
      Comment: | belongs-to Listener, belongs-to Episode`,
  },
  {
    id: 'al-funeral',
    prompt: `Funeral director's diary. We arrange funerals. Each funeral is for a deceased person and is ordered by a client (usually a relative). Deceased: full name, date of birth, date of death, religion if known. Client: name, phone, email, relation to the deceased. A funeral has a date, a time, a type (burial / cremation) and takes place at a cemetery or chapel, the venue, with a name and an address. The coffin is chosen from a catalogue of coffins: model, wood, price.`,
    expect: `
      Funeral: date date, time time, type enum(burial|cremation) | belongs-to Deceased|DeceasedPerson, belongs-to Client, belongs-to Venue, belongs-to Coffin
      Deceased|DeceasedPerson: fullName string, dateOfBirth date, dateOfDeath date, religion string optional
      Client: name string, phone phone, email email, relationToDeceased|relationToTheDeceased|relation string
      Venue: name string, address string
      Coffin: model string, wood string, price money`,
  },
  {
    id: 'al-bikeshare',
    prompt: `bike sharing: stations(name, geo point, docks), bikes(number unique, model, state: ok|broken|retired, current station optional), riders(email unique, name, balance). ride = bike + rider + start station + end station + started at + ended at? + cost. damage reports: bike, reporter is a rider, text, photo?`,
    expect: `
      Station: name string, geoPoint|location geo-point, docks integer
      Bike: number string|integer unique, model string, state enum(ok|broken|retired) | belongs-to Station optional
      Rider: email email unique, name string, balance money
      Ride: startedAt datetime, endedAt datetime optional, cost money | belongs-to Bike, belongs-to Rider, belongs-to Station
      DamageReport: text text, photo image optional | belongs-to Bike, belongs-to Rider`,
  },
  {
    id: 'al-theatre',
    prompt: `Theatre production office. A production is a staging of a play. Plays are written by playwrights; a playwright has a name and nationality. Productions have a premiere date, a director and a budget. Actors are cast in roles of a production: role name, understudy yes/no. Performances of a production take place on a stage at a date and time. Tickets are sold for a performance with a seat, a price and the name of the buyer. Props belong to a production and are stored in a store room.`,
    expect: `
      Production: premiereDate date, director string, budget money | belongs-to Play
      Play: | many-to-many Playwright
      Playwright: name string, nationality string|country
      Actor:
      Role|RoleRecord|Casting: roleName|name string, understudy|isUnderstudy boolean | belongs-to Production, belongs-to Actor optional
      Performance: date date|datetime, time time | belongs-to Production, belongs-to Stage
      Stage:
      Ticket: seat string, price money, buyerName|nameOfBuyer string | belongs-to Performance
      Prop: | belongs-to Production, belongs-to StoreRoom
      StoreRoom:`,
  },
  {
    id: 'al-catering',
    prompt: `Hi there, I'm Nora and I do catering for weddings and company parties. A customer asks for a quote for an event: the event has a date, a place, how many guests and whether it's vegetarian. I then put a menu together out of dishes. A dish has a name, a price per head and allergens. Some dishes are used in more than one menu. For the event I book helpers, helpers have a name, a phone number and an hourly wage, and I keep track of the hours that each helper worked at each event.`,
    expect: `
      Customer:
      Event: date date, place string, guests|numberOfGuests|howManyGuests integer, vegetarian|isVegetarian boolean | belongs-to Customer
      Quote: | belongs-to Customer, belongs-to Event
      Menu: | many-to-many Dish
      Dish: name string, pricePerHead money, allergens string|text|multi-choice
      Helper: name string, phoneNumber phone, hourlyWage money
      EventHelper|HelperEvent|WorkLog|TimeEntry|Assignment: hours decimal|integer|duration | belongs-to Helper, belongs-to Event`,
  },
  {
    id: 'al-court',
    prompt: `Case: case number (unique), title, opened on, closed on (optional), assigned to a judge, heard in a court room
Party: name, kind [plaintiff, defendant, witness], case
Lawyer: name, bar number (unique), email
A lawyer may represent several parties; a party may be represented by several lawyers
Hearing: case, starts at, ends at, minutes (text)
Filing: case, filed by a lawyer, document, filed at`,
    expect: `
      Case: caseNumber string unique, title string, openedOn date, closedOn date optional | belongs-to Judge, belongs-to CourtRoom
      Judge:
      CourtRoom:
      Party: name string, kind enum(plaintiff|defendant|witness) | belongs-to Case
      Lawyer: name string, barNumber string unique, email email | many-to-many Party
      Hearing: startsAt datetime, endsAt datetime, minutes text | belongs-to Case
      Filing: document file|string, filedAt datetime | belongs-to Case, belongs-to Lawyer`,
  },
  {
    id: 'al-nursery-de',
    prompt: `We want to digitalise our kindergarten. There are groups, every group has a name and maximal 20 places and is led by one educator. The children come into a group. From every child we need firstname, lastname, birthdate and the allergies. To every child belong one or two parents with name, mobile number and if they are allowed to pick up. The educators write observations over a child with a date and a text. In the morning the attendance gets entered: child, date, came at, went at.`,
    expect: `
      Group: name string, places|maximalPlaces integer | belongs-to Educator
      Educator:
      Child: firstname|firstName string, lastname|lastName string, birthdate|birthDate date, allergies string|text | belongs-to Group, many-to-many Parent
      Parent: name string, mobileNumber phone, allowedToPickUp|isAllowedToPickUp|pickUpAllowed|mayPickUp boolean
      Observation: date date, text text | belongs-to Child, belongs-to Educator
      Attendance: date date, cameAt time|datetime, wentAt time|datetime | belongs-to Child`,
  },
  {
    id: 'al-repair',
    prompt: `Bicycle workshop. Every bike belongs to a customer and has a frame number (unique), brand and model. A repair order is opened for a bike. It has a drop-off date, a promised date, an estimate and a status: waiting, in repair, ready, picked up. One mechanic is responsible for each repair order. Mechanics have a first name and a skill level. On a repair order we list the parts that were used, with the quantity. Parts have an article number, a name, a price and the number in stock.`,
    expect: `
      Customer:
      Bike: frameNumber string unique, brand string, model string | belongs-to Customer
      RepairOrder: dropOffDate date, promisedDate date, estimate money|string, status enum(waiting|in repair|ready|picked up) | belongs-to Bike, belongs-to Mechanic
      Mechanic: firstName string, skillLevel string|integer
      Part: articleNumber string, name string, price money, numberInStock|stock|inStock integer
      RepairOrderPart|PartRepairOrder|PartUsage|UsedPart: quantity integer | belongs-to RepairOrder, belongs-to Part`,
  },
  {
    id: 'al-crm',
    prompt: `Lightweight CRM. Companies with a name, website and industry. Contacts work for a company (first name, last name, job title, email unique, phone). Deals: name, value in EUR, stage (lead, qualified, proposal, won, lost), expected close date; a deal is with a company, has one main contact and an owner, who is a sales rep. Activities (call, email, meeting) are linked to a deal or a contact: type, date, notes. Sales reps report to a team lead.`,
    expect: `
      Company: name string, website url, industry string
      Contact: firstName string, lastName string, jobTitle string, email email unique, phone phone | belongs-to Company
      Deal: name string, value money, stage enum(lead|qualified|proposal|won|lost), expectedCloseDate date | belongs-to Company, belongs-to Contact, belongs-to SalesRep
      Activity: type enum(call|email|meeting), date date, notes text | belongs-to Deal optional, belongs-to Contact optional
      SalesRep: | belongs-to TeamLead
      TeamLead:`,
  },
  {
    id: 'al-zoo',
    prompt: `Zoo records. Animals live in enclosures; each animal has a name, a species, a sex (male, female, unknown) and a date of birth. Its mother and its father are animals too, if known. Enclosures have a name and an area and are looked after by keepers: a keeper looks after several enclosures. Feedings are recorded per enclosure: time, food, amount in kg, and by which keeper. Vets examine animals; an examination has a date, a weight and findings.`,
    expect: `
      Animal: name string, species string, sex enum(male|female|unknown), dateOfBirth date | belongs-to Enclosure, belongs-to Animal optional
      Enclosure: name string, area decimal|integer|string
      Keeper: | many-to-many Enclosure
      Feeding: time time|datetime, food string, amount|amountInKg decimal|integer | belongs-to Enclosure, belongs-to Keeper
      Vet:
      Examination: date date, weight decimal|integer, findings text|string | belongs-to Animal, belongs-to Vet`,
  },
  {
    id: 'al-grants',
    prompt: `Foundation grant management.

Programmes
Each programme has a title, a total budget and a deadline.

Applications
Applications are sent in by an organisation for a programme. We need the project title, requested amount, summary and attachments. They are assessed by two or more experts. An assessment has points between 0 and 100 and a recommendation (fund, reject, discuss).

Organisations
Name, registration number (unique), website. Every organisation has at least one contact with a name and an email.

Payouts
For granted applications, payouts with amount and transfer date.`,
    expect: `
      Programme: title string, totalBudget money, deadline date|datetime
      Application: projectTitle string, requestedAmount money, summary text, attachments file optional | belongs-to Organisation, belongs-to Programme
      Expert:
      Assessment: points integer|rating, recommendation enum(fund|reject|discuss) | belongs-to Application, belongs-to Expert
      Organisation: name string, registrationNumber string unique, website url
      Contact: name string, email email | belongs-to Organisation
      Payout: amount money, transferDate date | belongs-to Application`,
  },
  {
    id: 'al-coffee',
    prompt: `Track coffee roasting. Green coffee lots (origin, variety, process, kilos bought, price per kilo) come from importers. A roast uses one lot and one roast profile: roasted at, weight in, weight out, colour score. Profiles have a name plus temperature steps (minute, degrees). After roasting the coffee is cupped: cuppings are done by tasters and give a score between 0 and 100 and notes.`,
    expect: `
      Lot|GreenCoffeeLot|CoffeeLot: origin string, variety string, process string, kilosBought decimal|integer, pricePerKilo money | belongs-to Importer
      Importer:
      Roast: roastedAt datetime, weightIn decimal|integer, weightOut decimal|integer, colourScore integer|rating|decimal | belongs-to Lot|GreenCoffeeLot|CoffeeLot, belongs-to Profile|RoastProfile
      Profile|RoastProfile: name string
      TemperatureStep: minute integer, degrees integer|decimal | belongs-to Profile|RoastProfile
      Cupping: score rating|integer|decimal, notes text | belongs-to Roast, belongs-to Taster
      Taster:`,
  },
  {
    id: 'al-voting',
    prompt: `Housing co-op. Residents live in units; a unit has a number, a floor and a share. Meetings have a date and an agenda. At a meeting motions are put forward: title, text, proposed by a resident, outcome (carried, rejected, postponed). Each resident can vote once on a motion: yes, no or abstain. Working groups have members, who are residents, and one resident is the chair. Defects are reported by residents, with description, photo and reported on.`,
    expect: `
      Resident: | belongs-to Unit
      Unit: number string|integer, floor integer|string, share decimal|percentage|integer|string
      Meeting: date date|datetime, agenda text|string
      Motion: title string, text text, outcome enum(carried|rejected|postponed) | belongs-to Meeting, belongs-to Resident
      Vote: choice|value|vote|answer enum(yes|no|abstain) | belongs-to Resident, belongs-to Motion
      WorkingGroup: | many-to-many Resident, belongs-to Resident
      Defect: description text, photo image optional, reportedOn date | belongs-to Resident`,
  },
  {
    id: 'al-lms-typos',
    prompt: `online course plattform: an instuctor creates coures, a course has a titel, a desciption, a price and a dificulty (easy / medium / hard). courses have modules and modules have lessons, in an order. lesson: title, video url, duration min. students enrol in courses and finish lessons - we want to know when. every course has one quiz with many questions, question has a text and 4 answers, one of them is correct`,
    expect: `
      Instructor:
      Course: title|titel string, description text, price money, difficulty enum(easy|medium|hard) | belongs-to Instructor
      Module: | belongs-to Course
      Lesson: title string, videoUrl url, duration|durationMin duration|integer | belongs-to Module
      Student: | many-to-many Course
      Completion|LessonCompletion|LessonStudent|StudentLesson: finishedAt|finishedOn|date|when date|datetime | belongs-to Student, belongs-to Lesson
      Quiz: | belongs-to Course
      Question: text text | belongs-to Quiz
      Answer: correct|isCorrect boolean | belongs-to Question`,
  },
  {
    id: 'al-rental-cars',
    prompt: `Car rental at three airports. Vehicles are grouped into classes (economy, van...), every class has a daily price and a deposit. A vehicle is stationed at a branch. Rentals: customer, vehicle, pick-up branch, return branch, picked up at, returned at (optional), mileage out, mileage in (optional). Extras such as child seats can be added to a rental; an extra has a name and a price per day. Additional drivers of a rental have a name and a licence number. Branches: name, airport code, phone. Customers: name, email, licence number, credit limit.`,
    expect: `
      Vehicle: | belongs-to Class|VehicleClass, belongs-to Branch
      Class|VehicleClass: dailyPrice money, deposit money
      Branch: name string, airportCode string, phone phone
      Rental: pickedUpAt datetime, returnedAt datetime optional, mileageOut integer|decimal, mileageIn integer|decimal optional | belongs-to Customer, belongs-to Vehicle, belongs-to Branch, many-to-many Extra
      Customer: name string, email email, licenceNumber string, creditLimit money
      Extra: name string, pricePerDay money
      Driver|AdditionalDriver: name string, licenceNumber string | belongs-to Rental`,
  },
  {
    id: 'al-construction',
    prompt: `Site diary for builders. A project is carried out for a client at a site address and led by a project manager. Subcontractors work on projects for a trade (electrics, plumbing, roofing). Every day a diary entry is made for the project: date, weather, temperature, workers on site, notes, photos. Snags are found in an area of a project, are assigned to a subcontractor and have a description, severity (minor, major), due date and fixed on. Subcontractors have company name, VAT number and phone.`,
    expect: `
      Project: siteAddress string | belongs-to Client, belongs-to ProjectManager, many-to-many Subcontractor
      Client:
      ProjectManager:
      Subcontractor: trade enum(electrics|plumbing|roofing), companyName string, vatNumber string, phone phone
      DiaryEntry: date date, weather string, temperature decimal|integer, workersOnSite integer, notes text, photos image optional | belongs-to Project
      Area:
      Snag: description text, severity enum(minor|major), dueDate date, fixedOn date | belongs-to Project, belongs-to Area, belongs-to Subcontractor`,
  },
  {
    id: 'al-marathon',
    prompt: `Running event results. Races: name, distance km, start time, entry fee. Runners: first and last name, birth year, gender, club optional. Runners enter races; the entry has a bib number and whether the fee is paid. Results are per entry with finish time and rank. Checkpoints along a race have a kilometre mark. Chip times are measured for an entry at a checkpoint. Teams of runners: team name, captain is a runner. Volunteers are stationed at checkpoints.`,
    expect: `
      Race: name string, distance|distanceKm decimal|integer, startTime time|datetime, entryFee money
      Runner: firstName string, lastName string, birthYear integer, gender string, club string optional
      Entry: bibNumber string|integer, feePaid|feeIsPaid|paid boolean | belongs-to Runner, belongs-to Race
      Result: finishTime time|duration|datetime, rank integer | belongs-to Entry
      Checkpoint: kilometreMark decimal|integer | belongs-to Race
      ChipTime: | belongs-to Entry, belongs-to Checkpoint
      Team: teamName|name string | many-to-many Runner, belongs-to Runner
      Volunteer: | belongs-to Checkpoint`,
  },
  {
    id: 'al-newsroom',
    prompt: `Editorial planning. Articles get a headline, a teaser, a body and a publish date. They're written by one or several authors, edited by an editor and filed under a section. Photos are used in articles. Photos: caption, file, taken by a photographer, shot on. Issues of the magazine have a number and a print deadline and contain articles; an article appears in one issue at most. Sections can have sub-sections.`,
    expect: `
      Article: headline string, teaser text|string, body text, publishDate date | many-to-many Author, belongs-to Editor, belongs-to Section, many-to-many Photo, belongs-to Issue optional
      Author:
      Editor:
      Section: | belongs-to Section optional
      Photo: caption string, file file|image optional, shotOn date | belongs-to Photographer
      Photographer:
      Issue: number string|integer, printDeadline date|datetime`,
  },
  {
    id: 'al-exchange',
    prompt: `Language tandem: people register with nickname, city and email. Each person speaks languages at a level (A1 to C2) and wants to learn others. A match is made between two people for a language and has a start date. Meetings of a match: date, place, minutes. After a meeting each person can rate it from 1 to 5.`,
    expect: `
      Person|User: nickname string, city string, email email
      Language:
      PersonLanguage|LanguageSkill|Skill|LanguagePerson: level enum(A1|A2|B1|B2|C1|C2)|string | belongs-to Person|User, belongs-to Language
      Match: startDate date | belongs-to Person|User, belongs-to Language
      Meeting: date date, place string, minutes integer|duration | belongs-to Match
      Rating: value|rating rating|integer | belongs-to Person|User, belongs-to Meeting`,
  },
];
