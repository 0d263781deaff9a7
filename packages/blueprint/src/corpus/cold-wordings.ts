/** As `relation-wordings.ts`: what people say who try the product cold. Verbs that no table knows, records of deeds, stories. */
export const coldWordings: Readonly<Record<string, string>> = {
  'Deeds by verbs that no table knows': `
    Doctors refer patients to specialists. A referral has a date. Patients have a name. Specialists have a name. => Referral>Doctor, Referral>Patient, Referral>Specialist
    Inspectors audit kiosks. Each audit has a date. Kiosks have a street. => Audit>Inspector, Audit>Kiosk
    Coaches assess athletes. An assessment has a date and a score. Athletes have a name. => Assessment>Coach, Assessment>Athlete
    Chefs taste dishes. A tasting has a date. Dishes have a name. => Tasting>Chef, Tasting>Dish
    Companies sponsor athletes. A sponsorship has an amount. Companies have a name, athletes have a name. => Sponsorship>Company, Sponsorship>Athlete
    Notaries draft deeds for clients. A deed has a fee. Clients have a name. => Deed>Notary, Deed>Client
    Tutors mentor students. Students have a name. => Student>Tutor
    Cats live in rooms, volunteers feed cats. A feeding has a time. Cats have a name. => Cat>Room, Feeding>Volunteer, Feeding>Cat
    Vets vaccinate animals and families adopt them. For a vaccination we need the vaccine, and for an adoption we need the fee. Animals have a name. Families have a name. => Vaccination>Vet, Vaccination>Animal, Adoption>Family, Adoption>Animal
    Employees report hazards and safety officers resolve them. A hazard has a location. Employees have a name. => Hazard>Employee, Hazard>SafetyOfficer
    Teachers record homework and grades for pupils. Homework has a subject. A grade has a mark. Pupils have a name. => Homework>Teacher, Homework>Pupil, Grade>Teacher, Grade>Pupil
    In our clinic physios treat athletes. A treatment has a date. Athletes have a name. => Treatment>Physio, Treatment>Athlete`,
  'What records a deed, told after it': `
    Guides take groups through caves. Each tour has a date. Groups have a name, caves have a name. => Tour>Guide, Tour>Group, Tour>Cave
    Landlords let flats to tenants. Flats have an address. A tenancy has a start date. Tenants have a name. => Tenancy>Landlord, Tenancy>Flat, Tenancy>Tenant
    Laptops are handed out to employees. For every handout we note the date. Laptops have a tag. => Handout>Laptop, Handout>Employee
    Players take a quiz, which gives an attempt with a score. A quiz has a title. => Attempt>Player, Attempt>Quiz, Attempt.score
    We lend costumes to theatres. For each loan note the costume, the theatre and the return date. => Loan>Costume, Loan>Theatre, Loan.returnDate
    Members suggest films and vote on them. A film has a title. A member has a name. => Film>Member, Vote>Member, Vote>Film
    Each screening shows one film, with date and place. Films have a title. => Screening>Film, Screening.date, Screening.place
    Customers reserve a kayak for a time slot. A kayak has a number. => Reservation>Customer, Reservation>Kayak, Reservation.timeSlot
    Plants have a species. I log every watering with the date. => Watering>Plant, Watering.date
    Volunteers with a name. Events with a date. We assign volunteers to events with a role. => Assignment>Event, Assignment>Volunteer, Assignment.role`,
  'Who acts in a story': `
    As a volunteer I can sign up for shifts. A shift has a date. Volunteers have a name. => SignUp>Volunteer, SignUp>Shift
    As a visitor I can drop off a bike. A bike has a colour. Visitors have a name. => Bike>Visitor
    As a professor I want to review a thesis, which gives a review with a mark. A thesis has a title. Professors have a name. => Review>Professor, Review>Thesis, Review.mark
    As an instructor I can certify members for a machine; a certification has a date. Machines have a name. Members have a name. Instructors have a name. => Certification>Instructor, Certification>Member, Certification>Machine`,
  'Verbs told once, titles and owners': `
    Shippers have a company name, carriers a company name and a fleet. A load is for one shipper and one carrier. => Load>Shipper, Load>Carrier, Carrier.fleet, Shipper.companyName
    Machines have a name and a place, members and instructors a name and an email. A booking is for one machine and one member. => Booking>Machine, Booking>Member, Instructor.email, Member.email
    Car rental with bookings. Each car has a plate. A booking is for a car and has a date. => Booking>Car
    A member has:\\n| field | type |\\n| --- | --- |\\n| name | text |\\n| joined on | date |\\n\\nA fee is for one member. => Fee>Member, Member.joinedOn date
    I keep track of my dogs (name, breed) and of every walk: which dog, when it started. => Walk>Dog, Walk.startedAt
    Gardeners donate seeds to us. A packet has a variety and who donated it. Gardeners have a name. => Packet>Gardener
    Tools (name, owner), neighbours (name). The owner of a tool is a neighbour. => Tool>Neighbour
    Contracts have a partner. Reminders for each contract with a date and a text. => Reminder>Contract, Reminder.date
    Talks with title and room, attendees with name and email. Each attendee picks one talk. => Attendee>Talk, Attendee.email`,
};
