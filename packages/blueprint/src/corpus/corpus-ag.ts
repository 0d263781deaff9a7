import type { CorpusEntry } from './corpus-entry.ts';

/** Written together with AF before any of the two was read; a measure of what was sought elsewhere until 1 December 2026, when it became a set to develop on. */
export const corpusAG: CorpusEntry[] = [
  {
    id: 'ag-toy-lending',
    prompt:
      "hello! i volunteer at a toy library. families can join, for a family i write the surname, an email and how many children they have. we've got toys with a name, an age from which they are suitable, number of parts and the condition. a family takes out toys for three weeks, so we need the date they took it, the date its due and when it came back",
    expect: `
      Family: surname string, email email, children|numberOfChildren|howManyChildren|childCount integer
      Toy: name string, age|suitableAge|minimumAge|suitableFrom|minAge integer, numberOfParts|parts integer, condition string
      Loan|Lending|ToyLoan|Borrowing|TakeOut: takenOn|date|dateTaken|tookOn|loanDate|dateTook|takenAt|tookAt date, dueDate|dueOn|dateDue|due|dueAt date, returnedOn|cameBackOn|returnDate|cameBackAt|whenCameBack|backOn|returnedAt|backAt date optional | belongs-to Family, belongs-to Toy`,
  },
  {
    id: 'ag-speech-therapy',
    prompt:
      "I work as a speech therapist in a day-care centre. I see children; each child has a first name, a birthday, a group and the mother's phone number. Twice a week I see each of them and make notes: date, minutes, goal and what worked. Once per quarter I write a report about a child with a date and a text, which the doctor gets.",
    expect: `
      Child: firstName string, birthday date, group string, mothersPhoneNumber|motherPhoneNumber|motherPhone|phoneNumber phone
      Note|Session: date date, minutes integer|duration, goal string|text, whatWorked string|text | belongs-to Child
      Report: date date, text text | belongs-to Child`,
  },
  {
    id: 'ag-volleyball',
    prompt: `Beach volleyball league

* A season has a year and a start and end date
* Teams of two players sign up for a season with a team name
* Players: name, email (unique), nationality
* Matches are between two teams on a court, at a date and time
* Each match has up to three sets with points of team one and points of team two
* Courts: number, beach`,
    expect: `
      Season: year integer, startDate date, endDate date
      Team: teamName|name string | belongs-to Season, many-to-many Player
      Player: name string, email email unique, nationality string|country
      Match: dateAndTime|dateTime|date|time|startsAt datetime | belongs-to Team, belongs-to Court
      Set|MatchSet|SetRecord: pointsOfTeamOne|teamOnePoints|pointsTeamOne integer, pointsOfTeamTwo|teamTwoPoints|pointsTeamTwo integer | belongs-to Match
      Court: number integer|string, beach string`,
  },
  {
    id: 'ag-orchard',
    prompt:
      'We have an orchard with about 2000 trees. Trees are of a variety, stand in a row at a position and were planted in a year. Varieties have a name, a fruit (apple, pear or plum) and a harvest month. In autumn pickers pick: each crate gets a number, the variety, the picker, the weight and the date. Pickers are paid per kg, we have their name, passport number and rate. Trees get sprayed with products, we need to document the product, amount and date of every spraying.',
    expect: `
      Tree: row string|integer, position string|integer, plantedIn|yearPlanted|plantYear|year|plantedYear integer | belongs-to Variety
      Variety: name string, fruit enum(apple|pear|plum), harvestMonth string|integer
      Crate: number string|integer, weight decimal|integer, date date | belongs-to Variety, belongs-to Picker
      Picker: name string, passportNumber string, rate money|decimal
      Spraying: product string, amount decimal|integer, date date | belongs-to Tree`,
  },
  {
    id: 'ag-dental-stories',
    prompt: `As a patient I want to see my own appointments.
As an assistant I want to add patients with name, birth date, insurance number and email (unique).
As an assistant I want to schedule an appointment for a patient with a dentist at a date and time with a reason.
As a dentist I want to record treatments in an appointment: tooth, procedure, fee.
As an admin I want to manage dentists (name, title, room).`,
    expect: `
      Patient: name string, birthDate date, insuranceNumber string, email email unique
      Appointment: dateAndTime|dateTime|date|time|startsAt datetime, reason string|text | belongs-to Patient, belongs-to Dentist
      Treatment: tooth string|integer, procedure string, fee money | belongs-to Appointment
      Dentist: name string, title string, room string`,
  },
  {
    id: 'ag-parish',
    prompt:
      'our parish hall gets rented out for birthdays and such. the people who rent it have name, phone and address, they rent it on a date for a purpose and they pay a price and leave a deposit. i have to know if the deposit was given back. there are also keys: each key has a number and we note who of the renters has which key since when',
    expect: `
      Renter|Person: name string, phone phone, address string
      Rental|Renting|Rent: date date, purpose string|text, price money, deposit money, depositGivenBack|depositReturned|givenBack|isDepositGivenBack boolean | belongs-to Renter|Person
      Key: number string|integer, since|date|sinceDate date optional | belongs-to Renter|Person optional`,
  },
  {
    id: 'ag-campsite',
    prompt:
      'Camping ground with 80 pitches. A pitch has a number, a type (tent, caravan, motorhome), power yes or no and a price per night. Guests arrive and leave again; of a guest we keep name, nationality, passport no and car plate. A stay is of one guest on one pitch from arrival date to departure date with number of adults and children. Extras like firewood or bread rolls can be added to a stay, an extra has a name and a price, and we need the quantity.',
    expect: `
      Pitch: number string|integer, type enum(tent|caravan|motorhome), power|hasPower boolean, pricePerNight money
      Guest: name string, nationality string|country, passportNo|passportNumber string, carPlate string
      Stay: arrivalDate date, departureDate date, numberOfAdults|adults integer, numberOfChildren|children integer | belongs-to Guest, belongs-to Pitch
      Extra: name string, price money
      StayExtra|ExtraStay: quantity integer | belongs-to Stay, belongs-to Extra`,
  },
  {
    id: 'ag-film-fest',
    prompt:
      'short film festival. directors submit films, every film has a title, running time in minutes, a country, a year and a link to watch it. a jury of jurors watches the films and gives points 1-10 in the categories. films that get in are shown in a screening. a screening is in one cinema at one date and time, with many films in it. people buy tickets for a screening - name, email, number of seats',
    expect: `
      Director:
      Film: title string, runningTime|runningTimeInMinutes integer|duration, country string|country, year integer, link|linkToWatch url | belongs-to Director
      Juror:
      Vote|Score|Rating|Point|FilmRating|Points: points|value|score integer | belongs-to Juror, belongs-to Film, belongs-to Category
      Category:
      Screening: dateAndTime|dateTime|date|startsAt datetime | belongs-to Cinema, many-to-many Film
      Cinema:
      Ticket: name string, email email, numberOfSeats|seats integer | belongs-to Screening`,
  },
  {
    id: 'ag-office-assets',
    prompt: `I need something to keep track of the equipment in our office.

Every asset has an inventory tag (must be unique), a kind such as laptop, monitor or phone, a brand, a model, what it cost and when it was purchased. Assets are handed out to employees; we want to know who has it now and since when. Employees have a name, a department and an email. If an asset breaks somebody opens a repair with a description, a vendor and the cost, and it is closed on a date.`,
    expect: `
      Asset: inventoryTag string unique, kind string|enum, brand string, model string, cost|costs|whatItCost money, purchasedOn|purchaseDate|purchasedAt|whenPurchased|datePurchased date, since|handedOutSince|sinceWhen|sinceDate date optional | belongs-to Employee optional
      Employee: name string, department string, email email
      Repair: description text, vendor string, cost money, closedOn|closedAt|closedDate|date date optional | belongs-to Asset`,
  },
  {
    id: 'ag-florist',
    prompt: `flower shop

| thing | columns |
|---|---|
| bouquets | name, photo, price, season |
| flowers | name, colour, stock, price per stem |
| bouquet content | bouquet, flower, how many |
| customers | name, phone, street, city |
| orders | customer, bouquet, delivery date, card text, paid |`,
    expect: `
      Bouquet: name string, photo image optional, price money, season string
      Flower: name string, colour string|colour, stock integer, pricePerStem money
      BouquetContent: howMany|quantity|number integer | belongs-to Bouquet, belongs-to Flower
      Customer: name string, phone phone, street string, city string
      Order: deliveryDate date, cardText text|string, paid boolean | belongs-to Customer, belongs-to Bouquet`,
  },
  {
    id: 'ag-music-school',
    prompt:
      'Music school: teachers (name, instruments they teach, mobile), pupils with name, age, parents email. A pupil has lessons with one teacher for an instrument; a lesson contract has a weekday, a time, a length of 30 or 45 minutes and a monthly fee. Instruments can be rented by pupils, instrument: kind, serial number, monthly rent. Recitals have a date, a venue and a programme, where each programme item is a piece played by a pupil.',
    expect: `
      Teacher: name string, mobile phone | many-to-many Instrument
      Pupil: name string, age integer, parentsEmail|parentEmail email
      LessonContract|Contract: weekday string|enum, time time, length|duration enum|integer|duration, monthlyFee money | belongs-to Pupil, belongs-to Teacher, belongs-to Instrument
      Instrument: kind string, serialNumber string, monthlyRent money | belongs-to Pupil optional
      Recital: date date, venue string
      ProgrammeItem|Item: piece string | belongs-to Recital, belongs-to Pupil`,
  },
  {
    id: 'ag-cat-shelter',
    prompt:
      "We're a cat shelter run by volunteers. A cat has a name, colour, estimated birth year, chip number if it has one and whether it is neutered. Cats live in rooms; room = name + number of places. Volunteers do shifts: date, morning/evening, and who was there. People who want a cat fill in a form with name, phone, housing situation and which cat they want. When a cat gets adopted, we keep the adoption date and the fee that was paid.",
    expect: `
      Cat: name string, colour string|colour, estimatedBirthYear integer, chipNumber string optional, neutered|isNeutered boolean | belongs-to Room
      Room: name string, numberOfPlaces|places integer
      Volunteer:
      Shift: date date, timeOfDay|time|kind|type|period|morningOrEvening enum(morning|evening) | many-to-many Volunteer
      Form|Application|AdoptionForm|Request: name string, phone phone, housingSituation string|text | belongs-to Cat
      Adoption: adoptionDate|date date, fee|feePaid money | belongs-to Cat`,
  },
  {
    id: 'ag-chem-store',
    prompt:
      'Chemical inventory of the institute: a chemical has a CAS number (unique), a name, a hazard class and a safety data sheet as pdf. Containers of a chemical are stored in cabinets. A container has a barcode, an amount, a unit (g, ml), the opening date and an expiry date. A cabinet has a code and is in a room. Who takes something out of a container logs the amount and the day. Staff: name, staff number, group.',
    expect: `
      Chemical: casNumber string unique, name string, hazardClass string, safetyDataSheet file optional
      Container: barcode string, amount decimal|integer, unit enum(g|ml), openingDate date, expiryDate date | belongs-to Chemical, belongs-to Cabinet
      Cabinet: code string, room string
      Withdrawal|Removal|Taking|TakeOut|Usage|Log|LogEntry: amount decimal|integer, day|date date | belongs-to Container, belongs-to Staff|StaffMember
      Staff|StaffMember: name string, staffNumber string, group string`,
  },
  {
    id: 'ag-chores',
    prompt:
      'For our shared flat: flatmates, chores and who did what. A chore has a name, how often it has to be done in days, and points. When a flatmate has done a chore he ticks it off, with the date. Also shared costs - someone pays for something, amount, what for, date, and it gets split between some of the flatmates.',
    expect: `
      Flatmate:
      Chore: name string, interval|howOften|frequency|days|howOftenInDays|intervalInDays integer|duration, points integer
      Completion|ChoreCompletion|DoneChore|Done|ChoreLog|FlatmateChore|TickOff: date date | belongs-to Flatmate, belongs-to Chore
      SharedCost|Cost|Payment|Expense: amount money, whatFor|purpose|description string|text, date date | belongs-to Flatmate, many-to-many Flatmate`,
  },
  {
    id: 'ag-freight',
    prompt:
      'Trucking company. Trucks (plate, max load in tons, next inspection) are driven by drivers (name, phone, licence valid until). A transport order comes from a client and goes from a loading address to an unloading address, with pickup date, delivery date, weight and price. Dispatchers assign an order to a truck and a driver. Fuel stops per truck: date, litres, price, odometer. Clients have a company name, a VAT id and payment terms in days.',
    expect: `
      Truck: plate string, maxLoad decimal|integer, nextInspection date
      Driver: name string, phone phone, licenceValidUntil date
      TransportOrder|Order: loadingAddress string, unloadingAddress string, pickupDate date, deliveryDate date, weight decimal|integer, price money | belongs-to Client, belongs-to Truck optional, belongs-to Driver optional
      Client: companyName string, vatId string, paymentTerms|paymentTermsInDays integer
      FuelStop: date date, litres decimal|integer, price money, odometer decimal|integer | belongs-to Truck`,
  },
  {
    id: 'ag-gym-trainer',
    prompt:
      'personal trainer app, my clients have goals (text, target date, reached or not) and i write workout plans for them. a plan has exercises with sets, reps and weight. after training the client logs what they really did. also body measurements of a client every month like weight, waist, body fat %',
    expect: `
      Client:
      Goal: text text|string, targetDate date, reached boolean | belongs-to Client
      WorkoutPlan|Plan: | belongs-to Client
      Exercise|PlanExercise: sets integer, reps integer, weight decimal | belongs-to WorkoutPlan|Plan
      Log|TrainingLog|WorkoutLog: | belongs-to Client
      BodyMeasurement|Measurement: weight decimal, waist decimal|integer, bodyFat|bodyFatPercent|bodyFatPercentage percentage|decimal | belongs-to Client`,
  },
  {
    id: 'ag-chess',
    prompt:
      'Chess club. Players have a name, a rating number, a title and are of a club. Clubs: name, city. Tournaments have a name, rounds and a time control. In each round games are played: white, black, result (1-0, 0-1, draw), board number. What we really want is to see which player played which tournament with what score.',
    expect: `
      Player: name string, ratingNumber|rating integer, title string | belongs-to Club
      Club: name string, city string
      Tournament: name string, timeControl string
      Round: | belongs-to Tournament
      Game: white|whitePlayer string, black|blackPlayer string, result enum(1-0|0-1|draw), boardNumber integer | belongs-to Round
      Participation|PlayerTournament|Entry|TournamentPlayer|Play: score decimal|integer | belongs-to Player, belongs-to Tournament`,
  },
  {
    id: 'ag-bike-workshop',
    prompt:
      "I fix bicycles. People bring their bike in. I note their name and mobile, the bike's brand, colour and frame number, what's broken and until when they need it. A repair is made up of jobs, each with a description and a price, and the spare parts I used. Spare parts: article number, name, purchase price, selling price, how many are in stock.",
    expect: `
      Customer|Person|Owner: name string, mobile phone
      Bike: brand string, colour string|colour, frameNumber string | belongs-to Customer|Person|Owner
      Repair: whatsBroken|whatIsBroken|broken|problem|defect|description string|text, neededUntil|neededBy|dueDate|needUntil|until date | belongs-to Bike, many-to-many SparePart
      Job: description text, price money | belongs-to Repair
      SparePart: articleNumber string, name string, purchasePrice money, sellingPrice money, stock|howManyInStock|inStock integer`,
  },
  {
    id: 'ag-nursing-home',
    prompt:
      'Retirement home. Residents live in rooms, rooms are on floors. Resident: name, date of birth, moved in on, care level, and a contact person (name, phone, relation to the resident). Residents take medicines: medicine, dose, morning noon evening or night. Nurses sign that the medicine was given, with time. Visits of the doctor: which resident, which day, what was found.',
    expect: `
      Resident: name string, dateOfBirth date, movedInOn|movedIn|movedInAt date, careLevel string|integer | belongs-to Room
      Room: | belongs-to Floor
      Floor:
      ContactPerson: name string, phone phone, relation|relationToTheResident|relationToResident string | belongs-to Resident
      Medication|ResidentMedicine|MedicineIntake|Intake|Prescription: dose string, timeOfDay|time|when|period enum(morning|noon|evening|night) | belongs-to Resident, belongs-to Medicine
      Medicine:
      Signature|Administration|Giving: time time|datetime | belongs-to Nurse
      Nurse:
      Visit|DoctorVisit: day|date date, found|findings|whatWasFound|whatFound text|string | belongs-to Resident`,
  },
  {
    id: 'ag-youth-sailing',
    prompt:
      'sailing club for kids. boats have name, class (optimist, laser, 420), sail number and condition. kids with name birthday swimming badge and emergency contact phone. trainings on a date with a trainer, wind force, and which kid sailed which boat. trainers name mobile licence. damages on boats get reported, who found it, when, what, fixed?',
    expect: `
      Boat: name string, class|boatClass enum(optimist|laser|420), sailNumber string, condition string
      Kid: name string, birthday date, swimmingBadge string, emergencyContactPhone phone
      Training: date date, windForce integer|decimal|string | belongs-to Trainer
      Trainer: name string, mobile phone, licence string
      Participation|TrainingKid|Sailing|Assignment|KidBoat: | belongs-to Training, belongs-to Kid, belongs-to Boat
      Damage: foundBy|finder string, foundOn|foundAt|date|when date|datetime, what|description string|text, fixed boolean | belongs-to Boat`,
  },
  {
    id: 'ag-leave',
    prompt:
      'Leave requests. Employees ask for leave from a date to a date with a type (vacation, sick, unpaid) and a comment. Managers approve or reject the requests of their department. Employees see only their own requests. Departments have a name and a cost centre. Everybody signs in. A request is pending first, then approved or rejected.',
    expect: `
      LeaveRequest|Leave|Request: from|fromDate|startDate date, to|toDate|endDate date, type enum(vacation|sick|unpaid), comment text
      Department: name string, costCentre string`,
    rules: `
      roles employee manager
      LeaveRequest: own, seesAll manager
      LeaveRequest: lifecycle status(pending) approve pending>approved by manager, reject pending>rejected by manager`,
  },
  {
    id: 'ag-garden-centre',
    prompt:
      'Landscaping business: customers own gardens, a garden has an address and a size. We make offers for a garden: offer number, date, valid until, total. An offer has positions with text, quantity, unit and unit price. If the customer says yes the offer becomes a job with a start date and the crew that does it. A crew is several workers and has a van. Workers log their hours on a job each day.',
    expect: `
      Customer:
      Garden: address string, size decimal|integer|string | belongs-to Customer
      Offer: offerNumber string, date date, validUntil date, total money | belongs-to Garden, has-one Job
      Position: text text|string, quantity integer|decimal, unit string, unitPrice money | belongs-to Offer
      Job: startDate date | belongs-to Crew
      Crew: van string
      Worker: | belongs-to Crew
      TimeEntry|HourEntry|Log|WorkLog|Hour: hours decimal, day|date date | belongs-to Worker, belongs-to Job`,
  },
  {
    id: 'ag-podcast',
    prompt:
      "Podcast planner! Episode: title, number, recording date, publish date, status idea/recorded/edited/published, show notes, audio file. Guests (name, bio, website, twitter handle) appear in episodes. Sponsors pay for ads in an episode w/ price & slot (pre, mid, post). Sponsor's company + contact mail.",
    expect: `
      Episode: title string, number integer|string, recordingDate date, publishDate date, status enum(idea|recorded|edited|published), showNotes text, audioFile file optional
      Guest: name string, bio text, website url, twitterHandle string | many-to-many Episode
      Sponsor: company string, contactMail email
      Ad: price money, slot enum(pre|mid|post) | belongs-to Sponsor, belongs-to Episode`,
  },
  {
    id: 'ag-after-school',
    prompt:
      'After-school care. Children come with their parents; a parent has a name, a phone number and can pick up several children. For a child we store the name, date of birth, allergies and which weekdays it comes. Groups have a name and a room, a child is in exactly one group and a group is led by one educator. Every day we record attendance: arrived at, picked up at and who picked the child up.',
    expect: `
      Child: name string, dateOfBirth date, allergies string|text, weekdays multi-choice|string | many-to-many Parent, belongs-to Group
      Parent: name string, phoneNumber|phone phone
      Group: name string, room string | belongs-to Educator
      Educator:
      Attendance: arrivedAt datetime|time, pickedUpAt datetime|time, day|date date optional, pickedUpBy string | belongs-to Child`,
  },
  {
    id: 'ag-van-rental',
    prompt:
      'Camper van rental. Vans have a name, a plate, number of sleeping places and a price per day. A customer (name, licence number, email) books a van from one day to another. A van can only be booked once for the same days. At handover we write down the mileage, fuel level and damages, the same at return. Bookings are paid in instalments: due date, amount, paid on.',
    expect: `
      Van: name string, plate string, numberOfSleepingPlaces|sleepingPlaces integer, pricePerDay money
      Customer: name string, licenceNumber string, email email
      Booking: from|startDate|fromDate|fromDay|start date, to|endDate|toDate|toDay|end date | belongs-to Customer, belongs-to Van
      Handover: mileage integer|decimal, fuelLevel string|decimal|integer|percentage, damages text|string | belongs-to Booking
      Return: mileage integer|decimal, fuelLevel string|decimal|integer|percentage, damages text|string | belongs-to Booking
      Instalment: dueDate date, amount money, paidOn|paidAt date optional | belongs-to Booking`,
    rules: 'Booking: no overlap from..to per van',
  },
  {
    id: 'ag-soup-kitchen',
    prompt:
      'Our soup kitchen cooks every evening. Helpers (name, phone, can drive?) sign up for an evening as cook, server or driver. An evening has a date, a menu and in the end the number of meals we served. Shops give us food - what, how many kilos, best before - and a driver picks it up. Shops have a name, an address and a contact.',
    expect: `
      Helper: name string, phone phone, canDrive boolean
      Evening: date date, menu string|text, numberOfMeals|mealsServed|numberOfMealsServed|numberOfMealsWeServed|meals integer
      SignUp|Signup|EveningHelper|HelperEvening|Participation|Shift: role|task|kind|as enum(cook|server|driver) | belongs-to Helper, belongs-to Evening
      Shop: name string, address string, contact string
      FoodDonation|Donation|Food|Gift|FoodItem: what|food|description|name string, kilos|howManyKilos|weight decimal|integer, bestBefore date | belongs-to Shop`,
  },
  {
    id: 'ag-survey',
    prompt:
      'Researchers create surveys. A survey has a title, an intro text, an opening date and closing date. Surveys contain questions in an order; a question has a text, a type (single, multiple, free text) and is mandatory or not. For choice questions there are options. A participant answers a survey once: per question the answer text or the chosen option. Participants have a code and an age group.',
    expect: `
      Researcher:
      Survey: title string, introText text|string, openingDate date, closingDate date | belongs-to Researcher
      Question: order|position|sequence integer, text text|string, type enum(single|multiple|free text), mandatory|isMandatory boolean | belongs-to Survey
      Option: | belongs-to Question
      Participant: code string, ageGroup string
      Answer: answerText|text text|string optional | belongs-to Participant, belongs-to Question, belongs-to Option optional`,
  },
  {
    id: 'ag-carpool',
    prompt:
      'a carpool app for our company. colleagues offer rides: from where, to where, day, departure time, free seats. other colleagues can ask for a seat in a ride and the driver says yes or no. a colleague has name, department, phone number. after the ride the passengers rate the driver 1 to 5',
    expect: `
      Colleague: name string, department string, phoneNumber|phone phone
      Ride: from|fromWhere|start|origin string, to|toWhere|destination string, day date, departureTime time, freeSeats integer | belongs-to Colleague
      SeatRequest|Request|Seat|Booking: accepted|status|answer|approved|confirmed boolean|enum | belongs-to Colleague, belongs-to Ride
      Rating|DriverRating: value|rating|score|stars integer|rating | belongs-to Colleague`,
  },
  {
    id: 'ag-midwife',
    prompt:
      'Midwife documentation: I look after women during and after pregnancy. Woman: name, address, phone, insurance, due date, number of the pregnancy. I visit women; every visit has a date, the kilometres I drove, how long it took and notes. During a visit I measure blood pressure, weight and the heart rate of the baby. Once the baby is born: name, sex, birth date and time, weight in grams, length. Bills: each bill is for one woman and lists services with a code, a count and a price.',
    expect: `
      Woman: name string, address string, phone phone, insurance string, dueDate date, numberOfThePregnancy|pregnancyNumber|numberOfPregnancy integer
      Visit: date date, kilometres|kilometresDriven|kilometresIDrove decimal|integer, duration|howLong|howLongItTook integer|duration, notes text, bloodPressure string|decimal|integer, weight decimal, heartRate|heartRateOfTheBaby|babyHeartRate|heartRateOfBaby integer|decimal | belongs-to Woman
      Baby: name string, sex string, birthDateAndTime|bornAt|birthDateTime datetime, weight decimal|integer, length decimal|integer | belongs-to Woman
      Bill: | belongs-to Woman
      Service|BillService|BillItem: code string, count integer, price money | belongs-to Bill`,
  },
  {
    id: 'ag-records',
    prompt:
      "my vinyl collection. every record has an artist, title, label, year, condition (mint, good, fair) and what i paid for it. records are in crates, i'd like to find out which record is in which crate. friends borrow records from me so note the friend, when he took it and if its back. and a wish list with artist, title and max price",
    expect: `
      Record|RecordRecord|VinylRecord: artist string, title string, label string, year integer, condition enum(mint|good|fair), pricePaid|paid|whatIPaid|price|whatPaid money | belongs-to Crate
      Crate:
      Friend:
      Loan|Borrowing: takenOn|date|tookOn|borrowedOn|loanDate|when|whenTook|takenAt|tookAt|borrowedAt date, back|isBack|returned boolean | belongs-to Friend, belongs-to Record|RecordRecord|VinylRecord
      WishListItem|Wish|WishList|WishlistItem: artist string, title string, maxPrice money`,
  },
];
