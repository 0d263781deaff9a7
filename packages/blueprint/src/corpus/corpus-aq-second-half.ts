import type { CorpusEntry } from './corpus-entry.ts';

/** Stories, lists beside a title, bullets and things that belong together of the set AQ. */
export const corpusAQSecondHalf: CorpusEntry[] = [
  {
    id: 'aq-food-bank',
    prompt: `As a volunteer I can sign up for shifts. A shift has a date, a start time and an end time and takes place at one warehouse. Volunteers have a name, a phone and a driving licence yes/no. A warehouse has a name and an address.`,
    expect: `
      Volunteer: name string, phone phone, drivingLicence|hasDrivingLicence boolean
      Shift: date date, startTime time|datetime, endTime time|datetime | belongs-to Warehouse
      Warehouse: name string, address string
      SignUp|Signup|ShiftSignUp|ShiftSignup|Registration: | belongs-to Volunteer, belongs-to Shift`,
  },
  {
    id: 'aq-theses',
    prompt: `As a student I want to hand in my thesis, with a title, a file and the date I handed it in.
As a professor I want to review a thesis, which gives a review with a mark and a comment.
Students have a name and a matriculation number, professors a name and a chair.`,
    expect: `
      Student: name string, matriculationNumber string
      Professor: name string, chair string
      Thesis: title string, file file optional, handedInOn|handedInAt|date|dateHandedIn|dateIHandedItIn|submissionDate date | belongs-to Student
      Review: mark string|integer|decimal|rating, comment text | belongs-to Professor, belongs-to Thesis`,
  },
  {
    id: 'aq-bike-kitchen',
    prompt: `As a visitor I can drop off a bike for repair.
As a mechanic I want to add the repairs I did on a bike: date, work done, minutes.
A bike has a brand, a colour and a frame number; visitors have a name and a phone; mechanics have a name.`,
    expect: `
      Visitor: name string, phone phone
      Mechanic: name string
      Bike: brand string, colour color|string, frameNumber string | belongs-to Visitor
      Repair: date date, workDone string|text, minutes integer|duration | belongs-to Mechanic, belongs-to Bike`,
  },
  {
    id: 'aq-nursery',
    prompt: `As a parent I can report my child absent with a reason, a first day and a last day.
As an educator I can see all absences of the children of my group.
Each child has a name and a birthday and is in one group; a group has a name and a room.`,
    expect: `
      Child: name string, birthday date | belongs-to Group
      Group: name string, room string
      Absence|AbsenceReport: reason string|text, firstDay date, lastDay date | belongs-to Child`,
  },
  {
    id: 'aq-makerspace',
    prompt: `As a member I can reserve a machine from a start time to an end time. As an instructor I can certify members for a machine; a certification has a date and an expiry date. Machines have a name and a location, members and instructors a name and an email.`,
    expect: `
      Member: name string, email email
      Instructor: name string, email email
      Machine: name string, location string
      Reservation|MachineReservation: startTime datetime|time, endTime datetime|time | belongs-to Member, belongs-to Machine
      Certification: date date, expiryDate date | belongs-to Instructor, belongs-to Member, belongs-to Machine`,
  },
  {
    id: 'aq-quiz',
    prompt: `A quiz has a title and several questions. A question has a text, four possible answers and the correct answer. Players take a quiz, which gives an attempt with a start time and a score, and give one answer for each question.`,
    expect: `
      Quiz: title string
      Question: text text|string, correctAnswer string | belongs-to Quiz
      PossibleAnswer: | belongs-to Question
      Player:
      Attempt: startTime datetime|time, score integer|decimal|rating | belongs-to Player, belongs-to Quiz
      Answer: | belongs-to Attempt, belongs-to Question`,
  },
  {
    id: 'aq-fishing-club',
    prompt: `Our club has members, waters and catches. A member has a name, a member number and a phone. Waters have a name and a type (lake, river). For each catch we want to know the member, the water, the fish species, the weight in grams and the date.`,
    expect: `
      Member: name string, memberNumber string, phone phone
      Water: name string, type enum(lake|river)
      Catch|CatchRecord: fishSpecies|species string, weight|weightInGrams integer|decimal, date date | belongs-to Member, belongs-to Water`,
  },
  {
    id: 'aq-tool-share',
    prompt: `Tool sharing for our street: tools (name, condition, owner), neighbours (name, house number), loans (tool, neighbour, from, due date, max 14 days). The owner of a tool is a neighbour.`,
    expect: `
      Tool: name string, condition string | belongs-to Neighbour
      Neighbour: name string, houseNumber string|integer
      Loan: from|fromDate|startDate date, dueDate date | belongs-to Tool, belongs-to Neighbour`,
  },
  {
    id: 'aq-vineyard',
    prompt: `Vineyard planner with parcels, harvests, barrels and tastings. A parcel has a name, an area in hectares and a grape variety. Each harvest is from one parcel and has a date and a weight. Barrels hold a harvest; each has a number and a volume. A tasting of a barrel has a date, a taster and notes.`,
    expect: `
      Parcel: name string, area|areaInHectares decimal|integer, grapeVariety string
      Harvest: date date, weight decimal|integer | belongs-to Parcel
      Barrel: number string|integer, volume decimal|integer | belongs-to Harvest
      Tasting: date date, taster string, notes text | belongs-to Barrel`,
  },
  {
    id: 'aq-chess-club',
    prompt: `chess club
- players: name, rating, birth year
- tournaments: name, start date, rounds
- games: white player, black player, result (1-0, 0-1, draw), played on
- games belong to a tournament`,
    expect: `
      Player: name string, rating integer|rating|decimal, birthYear integer
      Tournament: name string, startDate date, rounds integer
      Game: result enum(1-0|0-1|draw), playedOn|playedAt date | belongs-to Player, belongs-to Tournament`,
  },
  {
    id: 'aq-window-cleaning',
    prompt: `Window cleaning rounds
* customers - name, address, phone, price per clean
* each customer is on one round, rounds have a weekday and a cleaner
* cleans: customer, date, paid yes/no`,
    expect: `
      Customer: name string, address string, phone phone, pricePerClean money | belongs-to Round
      Round: weekday string|enum, cleaner string
      Clean: date date, paid|isPaid boolean | belongs-to Customer`,
  },
  {
    id: 'aq-film-club',
    prompt: `Film club: members suggest films and vote on them.
- a film has a title, a director and a year
- a member has a name and an email
- a screening shows one film, with date and place
- members rate a film after the screening from 1 to 5`,
    expect: `
      Member: name string, email email
      Film: title string, director string, year integer | belongs-to Member
      Vote: | belongs-to Member, belongs-to Film
      Screening: date date, place string | belongs-to Film
      Rating: rating|score|value rating|integer | belongs-to Member, belongs-to Film`,
  },
  {
    id: 'aq-heating',
    prompt: `Heating service. Customers own boilers. Boilers have a make, a serial number (unique) and an installation date. Technicians service boilers; a service has a date, the hours worked and the parts cost. Technicians have a name and an employee number.`,
    expect: `
      Customer:
      Boiler: make string, serialNumber string unique, installationDate date | belongs-to Customer
      Technician: name string, employeeNumber string
      Service|ServiceRecord: date date, hoursWorked|hours decimal|integer|duration, partsCost money | belongs-to Technician, belongs-to Boiler`,
  },
  {
    id: 'aq-laundry',
    prompt: `Each hotel has a name and a contact person. Orders belong to a hotel and have a pickup date and a delivery date. Each order has several items with an article, a quantity and a price. Drivers collect orders; a driver has a name and a van.`,
    expect: `
      Hotel: name string, contactPerson string
      Order: pickupDate date, deliveryDate date | belongs-to Hotel, belongs-to Driver
      Item|OrderItem: article string, quantity integer, price money | belongs-to Order
      Driver: name string, van string`,
  },
  {
    id: 'aq-archive',
    prompt: `Each box has a shelf number and a year. Documents belong to a box and have a title, an author and a number of pages. Researchers request documents: a request has a date, a purpose and whether it was approved. Researchers have a name and an institution.`,
    expect: `
      Box: shelfNumber string|integer, year integer
      Document: title string, author string, numberOfPages|pages integer | belongs-to Box
      Researcher: name string, institution string
      Request|RequestRecord|DocumentRequest: date date, purpose string|text, approved|isApproved|wasApproved boolean | belongs-to Researcher, belongs-to Document`,
  },
  {
    id: 'aq-allergy-kitchen',
    prompt: `I'd like an app for our canteen. A dish has a name, a price and a list of allergens. A menu is for one day and offers several dishes. Employees order a dish of the day, and for an order we need the employee, the dish and the pick-up time.`,
    expect: `
      Dish: name string, price money | many-to-many Menu, many-to-many Allergen
      Allergen:
      Menu: day|date date
      Employee:
      Order: pickUpTime|pickupTime time|datetime | belongs-to Employee, belongs-to Dish`,
  },
  {
    id: 'aq-karate',
    prompt: `A member has:
| field | type |
| --- | --- |
| name | text |
| belt | white, yellow, green, black |
| joined on | date |

Members take exams. An exam has a date, an examiner and whether it was passed.`,
    expect: `
      Member: name string|text, belt enum(white|yellow|green|black), joinedOn|joinedAt date
      Exam: date date, examiner string, passed|isPassed|wasPassed boolean | belongs-to Member`,
  },
  {
    id: 'aq-grants',
    prompt: `Foundations fund projects through grants. A grant has an amount, a start date and an end date. Projects have a title and a summary and are led by one researcher. Researchers have a name, an email and belong to a university.`,
    expect: `
      Foundation:
      Project: title string, summary text | belongs-to Researcher
      Researcher: name string, email email | belongs-to University
      University:
      Grant: amount money, startDate date, endDate date | belongs-to Foundation, belongs-to Project`,
  },
];
