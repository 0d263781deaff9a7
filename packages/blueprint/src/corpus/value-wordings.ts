/**
 * Values in many wordings, in the notation of `relation-wordings.ts`: who or what has them, and of which type they are (`A.b type`).
 */
export const valueWordings: Readonly<Record<string, string>> = {
  'Told of each time': `
    A garden has a name. A tool has a name. One tool can serve many gardens, each time with a rental fee. => ToolGarden>Tool, ToolGarden>Garden, ToolGarden.rentalFee
    A choir has a city. A singer has a name. Singers sing in many choirs, each time with a fee. => SingerChoir>Choir, SingerChoir>Singer, SingerChoir.fee
    Divers (name) rent suits (size), every time for a rate and on a date. => Rental>Diver, Rental>Suit, Rental.rate, Rental.date
    Actors have a name. A film has a title. An actor plays in several films, each time in a role and with a fee. => Play>Actor, Play>Film, Play.role, Play.fee
    Stalls have a name. Markets have a town. Stalls are booked for markets at an agreed price. => Booking>Stall, Booking>Market, Booking.agreedPrice
  `,
  'Told of two together': `
    Objects have a title. A loan has a start and covers several objects; for each object in the loan the condition before and after is described. => LoanObject>Loan, LoanObject>Object, LoanObject.conditionBefore, LoanObject.conditionAfter
    A menu has a name. A dish has a title. For each dish on the menu the position is stored. => MenuDish>Menu, MenuDish>Dish, MenuDish.position
    Riders have a name. Races have a date. For each rider in the race we note the result. => RaceRider>Race, RaceRider>Rider, RaceRider.result
    A house has a street. Rooms have a floor. For each room in the house we keep the name. => Room.name
    Crates have a code. A shelf can hold several crates and a crate can lie on several shelves; for each crate on a shelf we keep the quantity. => ShelfCrate>Shelf, ShelfCrate>Crate, ShelfCrate.quantity
    Articles have a name. A receipt has a number and lines, a line being for one article with a quantity and a price. => Line>Receipt, Line>Article, Line.quantity, Line.price
    A machine has a name, a reading before and after, and a colour. => Machine.readingBefore, Machine.readingAfter
  `,
  'When it begins and ends': `
    Shifts: date, from, to, place. => Shift.from time, Shift.to time
    Exhibitions run from an opening date to a closing date and have a title. => Exhibition.openingDate date, Exhibition.closingDate date, Exhibition.title
    A lease has a number and lasts from a date until a date. => Lease.fromDate date, Lease.toDate date
    A trip has a planned start and a budget. => Trip.plannedStart datetime
    An event has a name and an end. => Event.end datetime
  `,
  'Yes or no, and one of several': `
    A task has a title and is done or not done. => Task.done boolean
    Errands have a due date and are done or not done. => Errand.dueDate, Errand.done boolean
    Payments: month, amount and whether it was cash or bank transfer. => Payment.type enum
    A guest has a name. We track if they have accepted, declined or not answered. => Guest.status enum
    A parcel has a code. We note if it was opened, damaged or untouched. => Parcel.status enum
    A ticket has a subject, a priority P1-P4 and a severity S1-S3. => Ticket.priority enum, Ticket.severity enum
  `,
  'Yes or no of a deed': `
    Kids have a name. Camps have a cost and kids take part in them, we need to know if the parents have paid. => Participation>Kid, Participation>Camp, Participation.paid boolean
    Tools have a name. Members (name) borrow tools and we track whether they are returned. => Loan>Member, Loan>Tool, Loan.returned boolean
  `,
  'Moments in clauses': `
    A hive has a number, the year the queen was born and the day the frames were checked. => Hive.queenBornYear integer, Hive.framesCheckedOn date
    A ticket has a problem, the date it came in and the time it was closed. => Ticket.cameInOn date, Ticket.closedAt datetime
    A book has a title and a pupil has a name. When a pupil borrows a book, we write down the day it was borrowed and the day it is due back. Once it is returned the return date is filled in. => Loan>Book, Loan>Pupil, Loan.borrowedOn date, Loan.dueDate date, Loan.returnDate date
    A ticket has a problem and a code. When it is solved, the closing date and the solution are recorded. => Ticket.closingDate date, Ticket.solution
  `,
  'Types by name': `
    A flat has a title, square footage and photos. => Flat.squareFootage decimal, Flat.photos image
    A painting has an insurance value and a catalogue number. => Painting.insuranceValue money, Painting.catalogueNumber string
    An application has a CV and a cover letter. => Application.cv file, Application.coverLetter text
    Lots: code, kg bought, topics discussed, next steps. => Lot.kgBought decimal, Lot.topicsDiscussed text, Lot.nextSteps
    Players have a name and a shirt number. A round has a number and a date. => Player.shirtNumber integer, Round.number integer
    A note has a text and photos. A photo has a caption. => Photo>Note, Photo.caption
  `,
  'Who and what it is of': `
    A ticket has a problem. A technician takes care of it. => Ticket>Technician
    An inverter has a number. Every 15 minutes an inverter delivers a measurement: timestamp, power. => Measurement>Inverter, Measurement.timestamp, Measurement.power
    A defect has a title. A helper tries to repair it. => Defect>Helper
    A plan has a name and a fee. Members pay a fee depending on their plan. => Member>Plan
    An employee has a name. A course has a title. An employee who finishes a course receives a certificate with an issue date. => Certificate>Employee, Certificate>Course, Certificate.issueDate
    A claim has a number. Once a decision has been made it is recorded with the date and the outcome. => Decision>Claim, Decision.date
    A claim has a number. Plots have an area. Neighbours of the plot can file objections against a claim. => Neighbour>Plot, Objection>Neighbour, Objection>Claim
    Instruments have a number. A test has a result. Instruments are used for tests. => Instrument<>Test
    Companies have a name. Courses have a code. Companies send their employees to the courses. => Employee>Company, Course<>Employee
    A coin has a year. We keep coins in trays, trays in drawers and drawers in cabinets. => Coin>Tray, Tray>Drawer, Drawer>Cabinet
    Jars have a label. Jars stand in crates, crates on shelves and shelves in cellars. => Jar>Crate, Crate>Shelf, Shelf>Cellar
    Board meetings: date, location; attended by owners\\nOwners: name, email => BoardMeeting<>Owner, BoardMeeting.location
    As a parent, I can register my child (name, birthday). As a trainer, I can create courses with a title. => Child>Parent, Child.birthday
    As a tenant I want to add my car with a plate and a colour. Garages have a number. => Car>Tenant, Car.plate
    Children have a name. As an educator, I can write a note about a child with a text and a mood. => Note>Child, Note>Educator, Note.text, Note.mood
    A training plan includes weeks, and every week has a number and planned km. => Week>TrainingPlan, Week.plannedKm
    Students have a name. Topics have a title. Students can express interest in up to three topics, with a priority. => StudentTopic>Student, StudentTopic>Topic, StudentTopic.priority
    Dogs have a name and stays have a number. During a stay we log walks: time, minutes, who walked. => Walk>Stay, Walk.time, Walk.minutes
    Interviews have a date, a place and one or more interviewers. => Interview<>Interviewer
  `,
};
