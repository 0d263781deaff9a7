import type { CorpusEntry } from './corpus-entry.ts';

/** Written as a whole and measured before any rule was made for it; tuned on afterwards. */
export const corpusX: CorpusEntry[] = [
  {
    id: 'x-driving-school',
    prompt: `Hi! I own a small driving school and everything is still on paper. I've got four instructors; for each instructor I want to keep the name, a mobile number and some notes on what they teach. Students sign up with a first name, last name, date of birth, email and phone.

We do lessons. A lesson is for a student with an instructor in a car, and we need the date and time, how many minutes it took and a comment if there is one. Cars have a plate (no two cars share it), a make, a model and whether they are automatic.

Towards the end each student takes exams. An exam is either theory or practical, has a date, the number of mistakes and a passed flag.`,
    expect: `
      Instructor: name string, mobileNumber phone, notes text
      Student: firstName string, lastName string, dateOfBirth date, email email, phone phone
      Lesson: dateTime datetime, minutes|minutesTaken|numberOfMinutes|minutesTook integer|duration, comment text optional | belongs-to Student, belongs-to Instructor, belongs-to Car
      Car: plate string unique, make string, model string, automatic boolean
      Exam: type|kind|status enum(theory|practical), date date, numberOfMistakes integer, passed boolean | belongs-to Student`,
  },
  {
    id: 'x-mobility',
    prompt:
      'Rent mobility aids: customers (name, phone, address) rent aids (name, serial number unique, daily rate, kind: wheelchair, walker or scooter) from a start date to an end date.',
    expect: `
      Customer: name string, phone phone, address string
      Aid: name string, serialNumber string unique, dailyRate money, kind enum(wheelchair|walker|scooter)
      Rental|Rent: startDate date, endDate date | belongs-to Customer, belongs-to Aid`,
  },
  {
    id: 'x-escape-rooms',
    prompt: `App for our escape rooms

* Room: name (unique), theme, difficulty from 1 to 5, max players, minutes to escape
* Game master: name, phone, languages
* Team: team name, number of players, contact email
* Session: room, team, game master, starts at, escaped (yes/no), time left in seconds (optional), hints used - default 0
* Voucher: code, unique; value in euros; valid until; redeemed by a team (optional)`,
    expect: `
      Room: name string unique, theme string, difficulty integer, maxPlayers integer, minutesToEscape integer|duration
      GameMaster: name string, phone phone | many-to-many Language
      Language:
      Team: teamName|name string, numberOfPlayers integer, contactEmail email
      Session: startsAt datetime, escaped boolean, timeLeft integer|duration optional, hintsUsed integer default | belongs-to Room, belongs-to Team, belongs-to GameMaster
      Voucher: code string unique, value money, validUntil date | belongs-to Team optional`,
  },
  {
    id: 'x-ski',
    prompt: `# Ski resort

| Entity | Attributes |
|--------|------------|
| Lift | name, type (chair, gondola, drag), capacity per hour, opened in year |
| Slope | name, colour (blue, red, black), length in metres, groomed yes/no |
| Ski pass | pass number (unique), holder name, valid from, valid to, price |
| Ride | ski pass, lift, time |

A lift serves several slopes and a slope may be served by several lifts.`,
    expect: `
      Lift: name string, type enum(chair|gondola|drag), capacityPerHour integer, openedInYear|yearOpened|openedYear integer | many-to-many Slope
      Slope: name string, colour enum(blue|red|black), length decimal|integer, groomed boolean
      SkiPass: passNumber string unique, holderName string, validFrom date, validTo date, price money
      Ride: time datetime|time | belongs-to SkiPass, belongs-to Lift`,
  },
  {
    id: 'x-tattoo',
    prompt: `As a receptionist I can add clients with a name, a birth date, a phone number and allergies (optional).
As a receptionist I can book an appointment for a client with an artist, giving a date, a start time, an expected duration in hours and a deposit.
As an artist I can upload designs with a title, an image url and a style such as old school, realism or tribal.
As an artist I can link a design to an appointment.
As a manager I can create artists with a nickname, an email and a commission percentage.
As a manager I can see the payments of an appointment: the amount, the date and the method (cash or card).`,
    expect: `
      Client: name string, birthDate date, phoneNumber phone, allergies string|text optional
      Appointment: date date, startTime time|datetime, expectedDuration duration|decimal, deposit money | belongs-to Client, belongs-to Artist
      Design: title string, imageUrl url|image, style enum(old school|realism|tribal) | many-to-many Appointment, belongs-to Artist
      Artist: nickname string, email email, commissionPercentage|commission percentage
      Payment: amount money, date date, method enum(cash|card) | belongs-to Appointment`,
  },
  {
    id: 'x-lostfound',
    prompt:
      'Lost and found for a train company. Each found item has a descripton, a categroy (bag, phone, clothing, other), the staton where it was found, the date it was found and a photo url which is optional. Stations have a name and a unqiue code. People file claims: a claim is about one found item, has the claimants name, emial, a message, and a status, open by default, otherwise approved or rejected.',
    expect: `
      FoundItem|Item: description text, category enum(bag|phone|clothing|other), foundAt|dateFound|foundOn date, photoUrl url optional | belongs-to Station
      Station: name string, code string unique
      Claim: claimantName|claimantsName string, email email, message text, status enum(open|approved|rejected) default | belongs-to FoundItem|Item`,
  },
  {
    id: 'x-vineyard',
    prompt:
      'winery db. vineyard (name, area in ha, slope %, soil type). block = part of a vineyard: no., grape variety, planted yr. harvest: block, date, qty kg, sugar content. tank: no. unique, cap. litres, material steel/oak/concrete. batch: code unique, vintage yr, tank, started on, bottled on opt. a batch mixes several harvests, a harvest may go into several batches.',
    expect: `
      Vineyard: name string, area decimal, slope percentage, soilType string
      Block: number|no string|integer, grapeVariety string, plantedYear|plantedYr integer | belongs-to Vineyard
      Harvest: date date, quantity|qty decimal|integer, sugarContent decimal | belongs-to Block, many-to-many Batch
      Tank: number|no string|integer unique, capacity|cap decimal|integer, material enum(steel|oak|concrete)
      Batch: code string unique, vintageYear|vintageYr|vintage integer, startedOn date, bottledOn date optional | belongs-to Tank`,
  },
  {
    id: 'x-trial',
    prompt: `## Clinical trial register

### Trial
- title
- registration number, must be unique
- phase: I, II, III, IV
- start date
- planned end date (optional)
- sponsor: the organisation that pays for it

### Organisation
- name
- country
- website - not required

### Site
- name
- city
- capacity (how many patients at most)

A trial runs at several sites, and a site takes part in several trials.

### Patient
- patient code (unique)
- year of birth
- sex: female / male / other
- enrolled at one site, in one trial

### Visit
Every visit belongs to a patient. It has a planned date, an actual date which may be empty, blood pressure and remarks.`,
    expect: `
      Trial: title string, registrationNumber string unique, phase enum(I|II|III|IV), startDate date, plannedEndDate date optional | belongs-to Organisation, many-to-many Site
      Organisation: name string, country string|country, website url optional
      Site: name string, city string, capacity integer
      Patient: patientCode|code string unique, yearOfBirth integer, sex enum(female|male|other) | belongs-to Site, belongs-to Trial
      Visit: plannedDate date, actualDate date optional, bloodPressure string|integer|decimal, remarks text | belongs-to Patient`,
  },
  {
    id: 'x-film',
    prompt:
      'We produce films and need to plan the shooting. A film consists of scenes; scenes have a number, a synopsis and the page count. Each scene is shot at one location (name, address, daily fee, permit needed). Actors play characters: a character belongs to a film, has a name and is played by one actor. Several characters appear in a scene and a character usually appears in more than one. A shooting day has a date, a call time and covers one or more scenes. Actors have a stage name, an agent email and a daily rate.',
    expect: `
      Film: | has-many Scene
      Scene: number string|integer, synopsis text, pageCount integer|decimal | belongs-to Location, many-to-many Character
      Location: name string, address string, dailyFee money, permitNeeded boolean
      Character: name string | belongs-to Film, belongs-to Actor
      ShootingDay: date date, callTime time | has-many Scene
      Actor: stageName string, agentEmail email, dailyRate money`,
  },
  {
    id: 'x-foodbank',
    prompt:
      'A food bank receives donations from donors and hands out parcels to households. Donor: name, type (supermarket, farm, private), contact phone. Donation: donor, received on, weight in kg. Households have a family name, the number of adults, the number of children and a postcode. A parcel is handed out to a household on a date and contains several products; for each product in a parcel we note the quantity. Products have a name, a unit and a minimum stock.',
    expect: `
      Donor: name string, type enum(supermarket|farm|private), contactPhone phone
      Donation: receivedOn date, weight decimal | belongs-to Donor
      Household: familyName string, numberOfAdults integer, numberOfChildren integer, postcode string
      Parcel: date|handedOutOn|handOutDate date | belongs-to Household
      ParcelProduct|ParcelItem: quantity integer | belongs-to Parcel, belongs-to Product
      Product: name string, unit string, minimumStock integer`,
  },
  {
    id: 'x-elevators',
    prompt:
      'Track elevators in buildings, technicians, and inspections: an elevator has a serial number unique per manufacturer, a manufacturer, a load limit in kg and an installation date; a building has an address and a caretaker phone; each inspection is done by a technician on an elevator with a date, a result (ok, minor defects, out of service) and an optional report file url; technicians have a name, an employee id (unique) and a certified until date.',
    expect: `
      Elevator: serialNumber string, manufacturer string, loadLimit decimal|integer, installationDate date | belongs-to Building
      Building: address string, caretakerPhone phone
      Technician: name string, employeeId string unique, certifiedUntil|certifiedUntilDate date
      Inspection: date date, result enum(ok|minor defects|out of service), reportFileUrl url optional | belongs-to Technician, belongs-to Elevator`,
  },
  {
    id: 'x-sailing',
    prompt:
      "Our sailing club wants to replace its Excel sheets. Members: full name, email - must be unique, membership type (junior, adult or family), joined on, and an emergency contact. Boats: each boat has a sail number that nobody else has, a class, and optionally an owner, who's a member; boats without one are club boats. Berths have a number and a length in metres and can be let to one boat at a time. Regattas have a name, a date and an entry fee, and boats enter regattas with a skipper (a member), a crew size and a finishing position that is filled in later.",
    expect: `
      Member: fullName string, email email unique, membershipType enum(junior|adult|family), joinedOn date, emergencyContact string
      Boat: sailNumber string unique, class string | belongs-to Member optional
      Berth: number string|integer, length decimal|integer | belongs-to Boat optional
      Regatta: name string, date date, entryFee money
      Entry|BoatRegatta|RegattaEntry: crewSize integer, finishingPosition integer optional | belongs-to Boat, belongs-to Regatta, belongs-to Member`,
  },
  {
    id: 'x-archaeology',
    prompt: `Data model for excavations:

| entity | field | type | remarks |
|---|---|---|---|
| excavation | name | text | unique |
| excavation | started | date | |
| excavation | ended | date | optional |
| trench | label | text | |
| trench | depth | decimal | metres |
| trench | excavation | reference | |
| find | inventory number | text | unique |
| find | material | pottery, bone, metal, glass | |
| find | weight | decimal | grams, optional |
| find | trench | reference | where it was found |
| find | photo | url | optional |`,
    expect: `
      Excavation: name string|text unique, started date, ended date optional
      Trench: label string|text, depth decimal | belongs-to Excavation
      Find: inventoryNumber string|text unique, material enum(pottery|bone|metal|glass), weight decimal optional, photo url optional | belongs-to Trench`,
  },
  {
    id: 'x-radio',
    prompt:
      'I run a community radio. Hosts (name, bio, email) present shows, and some shows have two or more hosts. A show has a title, a slug, a description and a genre. Every show is split up into episodes. Episodes need an episode number, an air date, a length in minutes and an audio url. In an episode we play tracks in a certain order, so please store the position of every track in an episode. Tracks have a title, an artist and a year. Listeners leave comments on episodes with their name and a text of at most 300 characters.',
    expect: `
      Host: name string, bio text, email email | many-to-many Show
      Show: title string, slug slug|string, description text, genre string
      Episode: episodeNumber|number integer|string, airDate date, length duration|integer, audioUrl url | belongs-to Show
      EpisodeTrack|TrackEpisode: position integer | belongs-to Episode, belongs-to Track
      Track: title string, artist string, year integer
      Listener: name string
      Comment: text text | belongs-to Episode, belongs-to Listener`,
  },
  {
    id: 'x-makerspace',
    prompt: `Makerspace
Members can use machines only after a training.

Member: name, email (unique), member since, status: active | paused | left
Machine: name, manufacturer, purchase price, hourly fee (>= 0), needs training (boolean, default true)
Training: member -> Member, machine -> Machine, trained on, trainer -> Member
Usage: member -> Member, machine -> Machine, from: datetime, to: datetime, material cost?: money`,
    expect: `
      Member: name string, email email unique, memberSince date, status enum(active|paused|left)
      Machine: name string, manufacturer string, purchasePrice money, hourlyFee money, needsTraining boolean default
      Training: trainedOn date | belongs-to Member, belongs-to Machine
      Usage: from datetime, to datetime, materialCost money optional | belongs-to Member, belongs-to Machine`,
  },
  {
    id: 'x-dogwalk',
    prompt:
      'dog walking biz: owners w/ name, mobile, addr. each owner can have more than one dog, a dog has a name, breed, birthday (not mandatory) and whether it gets on with other dogs. walkers: name, mobile, hourly rate. walks have a walker, a bunch of dogs, a start, an end, and notes; the same dog obviously goes on lots of walks. invoices go to an owner monthly, with a month, a total and a paid y/n.',
    expect: `
      Owner: name string, mobile phone, address|addr string
      Dog: name string, breed string, birthday date optional, getsOnWithOtherDogs|getsOn boolean | belongs-to Owner
      Walker: name string, mobile phone, hourlyRate money
      Walk: start|startTime datetime|time, end|endTime datetime|time, notes text | belongs-to Walker, many-to-many Dog
      Invoice: month string|date|integer, total money, paid boolean | belongs-to Owner`,
  },
  {
    id: 'x-funerals',
    prompt:
      'Funeral home software. We look after deceased persons, each with a full name, a date of birth, a date of death and a religion that can be left blank. For every deceased there is exactly one contract, which has a number, a signing date and a total and is signed by a relative. A relative has a name, a phone, an address and a degree of kinship. A ceremony takes place for a deceased at a cemetery, with a date, a time and a type: burial or cremation. Cemeteries are described by a name and an address. Graves are located in a cemetery and have a section, a row and a number; a grave may be occupied by several deceased.',
    expect: `
      Deceased|DeceasedPerson: fullName string, dateOfBirth date, dateOfDeath date, religion string optional | has-one Contract, belongs-to Grave optional
      Contract: number string|integer, signingDate date, total money | belongs-to Relative
      Relative: name string, phone phone, address string, degreeOfKinship string
      Ceremony: date date, time time, type enum(burial|cremation) | belongs-to Deceased|DeceasedPerson, belongs-to Cemetery
      Cemetery: name string, address string
      Grave: section string, row string|integer, number string|integer | belongs-to Cemetery`,
  },
  {
    id: 'x-marathon',
    prompt:
      'Build me a race registration API. A race has a name, a date, a distance in km, a start place and a limit of participants. Runners register for races: a registration has a bib number, unique per race, a registration date, a T-shirt size (XS, S, M, L, XL), a paid flag defaulting to false, and, once they have finished, a finish time. A runner has first and last name, gender, birth date, email (unique) and nationality. Sponsors support one or more races with an amount; sponsors have a name and a logo url.',
    expect: `
      Race: name string, date date, distance decimal, startPlace string, limitOfParticipants|participantLimit|limit integer
      Registration: bibNumber integer|string, registrationDate date, tShirtSize enum(XS|S|M|L|XL), paid boolean default, finishTime time|duration|datetime optional | belongs-to Runner, belongs-to Race
      Runner: firstName string, lastName string, gender string|enum, birthDate date, email email unique, nationality string|country
      Sponsorship|Support|SponsorRace: amount money | belongs-to Sponsor, belongs-to Race
      Sponsor: name string, logoUrl url|image`,
  },
  {
    id: 'x-coffee',
    prompt: `Coffee roastery

Suppliers
- company name
- country
- contact e-mail

Green coffees - what we buy
- name
- supplier
- process (washed, natural, honey)
- stock in kg, never below 0
- price per kg

Roasts
- green coffee
- roasted at
- input weight and output weight (kg)
- roast level with values light, medium, dark
- roaster (an employee)

Employees
- name
- role: roaster, packer, sales`,
    expect: `
      Supplier: companyName string, country string|country, contactEmail email
      GreenCoffee: name string, process enum(washed|natural|honey), stock decimal, pricePerKg money | belongs-to Supplier
      Roast: roastedAt datetime, inputWeight decimal, outputWeight decimal, roastLevel enum(light|medium|dark) | belongs-to GreenCoffee, belongs-to Employee
      Employee: name string, role enum(roaster|packer|sales)`,
  },
  {
    id: 'x-shelter',
    prompt:
      'Animal shelter: kennels hold animals (max. capacity per kennel). Animals have a name, a species, an approximate age in years, a chip no. (unique, optional), intake date and status - available, reserved or adopted. Adopters fill in an application with their name, email, phone, home type (house or flat) for one animal; an application is pending, accepted or declined. Each animal gets vaccinations from a vet; we log which vaccine, the date and the next due date. Volunteers walk animals and log the duration.',
    expect: `
      Kennel: maxCapacity|maximumCapacity|capacity integer | has-many Animal
      Animal: name string, species string, approximateAge|age integer|decimal, chipNumber|chipNo string unique optional, intakeDate date, status enum(available|reserved|adopted)
      Application: name string, email email, phone phone, homeType enum(house|flat), status|state enum(pending|accepted|declined) | belongs-to Animal, belongs-to Adopter
      Adopter:
      Vaccination: vaccine string, date date, nextDueDate date | belongs-to Animal, belongs-to Vet
      Vet:
      Volunteer:
      Walk: duration duration | belongs-to Volunteer, belongs-to Animal`,
  },
];
