/** As `relation-wordings.ts`: what takes part in several, what is kept of each time, and lists that are told in other ways. */
export const sharedThingsWordings: Readonly<Record<string, string>> = {
  'Things that are there without what holds them': `
    A jam has a name and belongs to a cook. Cooks have a name. A basket has a week and contains jams. => Jam>Cook, Basket<>Jam
    Soups have a name and a price. A menu has a date and contains soups. => Menu<>Soup
    Kegs have a barcode and belong to a brewer. Brewers have a name. An order has a date and contains one or more kegs. => Keg>Brewer, Keg>Order
    Orders have a date. An order has lines. A line has a quantity. => Line>Order
    Vases have a title and belong to a lender. Lenders have a name. Exhibitions have a name and show many vases. => Vase>Lender, Exhibition<>Vase
    Villages have a name. A route covers several villages and has a weekday. => Route<>Village
    Anthems have a title. A concert has a date and contains anthems. => Anthem<>Concert
    A customer has a name. An order belongs to a customer and contains parcels. A parcel has a weight and belongs to a customer. => Order>Customer, Parcel>Customer, Parcel>Order
    Ponies have a name and belong to a groom. Grooms have a name. A walk has a date and several ponies come along. => Pony>Groom, Pony<>Walk
    Persons have a name. A mission has a date and several persons take part. => Mission<>Person
    Jobs have a title and belong to a client. Clients have a name. Invoices have a number and list the jobs they cover. => Job>Client, Invoice<>Job
    Clubs have a name. Clubs have coaches that can be shared. Coaches have a phone. => Club<>Coach`,
  'Kin and kinds': `
    Every llama has a name and we know who her mother is. => Llama>Llama?
    Each mule has a code, a weight and we note who its sire is. => Mule>Mule?
    Foals have a name. We would also like to know which foal is the father of which. => Foal>Foal?
    Cadets have a name. Cadets take exams, oral or written, with date, examiner and passed yes/no. => Exam>Cadet, Exam.type enum, Exam.passed
    Pilots have a name. Pilots take tests with date and score. => Test>Pilot, Test.score
    A trader has a name. A trader adds an offer - photo, title, price, condition is mint, good or worn. => Offer.condition enum`,
  'Values after whom a thing is of': `
    Tutors have a name. Labs have a number. A drill is run by a tutor in a lab, on a date from a start time to an end time. => Drill>Tutor, Drill>Lab, Drill.date, Drill.startTime, Drill.endTime
    Coaches have a name. Clients have a name. A session is given by a coach to a client, on a date, and the coach adds remarks later. => Session>Coach, Session>Client, Session.date, Session.remarks
    Every scroll is copied by one scribe, until a deadline. Scribes have a name. Scrolls have a title. => Scroll>Scribe, Scroll.deadline
    A ranger reports to another ranger, their leader. Rangers have a name. => Ranger>Ranger?
    Defects have a title, how urgent it is (low, normal, high) and a photo. => Defect.urgent enum, Defect.photo
    Bins have a size. Bolts have a name and a price. A bin contains bolts with a quantity and a note. => BinBolt>Bin, BinBolt>Bolt, BinBolt.quantity, BinBolt.note`,
  'Who did which': `
    Gamers have a name. Consoles have a code. We want to know which gamer borrowed which console and when. => Loan>Gamer, Loan>Console, Loan.date
    Tutors have a name. Labs have a number. I need to know which tutor booked which lab on what day. => Booking>Tutor, Booking>Lab, Booking.date
    Pupils have a name. Trips have a date. We note who attended which trip. => Attendance>Pupil, Attendance>Trip
    Members have a name. Each drill has a date and we note which members came and for how many hours. => Attendance>Member, Attendance>Drill, Attendance.numberOfHours
    Members sign up for talks, speakers give talks, and we can see who attended which talk. => Attendance>Member, Attendance>Talk, Talk>Speaker
    Puzzles have a title. Tables have a number. What puzzle was played at which table on what day - we want to know that too. => Play>Puzzle, Play>Table, Play.date
    Scouts have a name. Maps have a title. Scouts borrow maps, i want to see who has which map since when. => Loan>Scout, Loan>Map, Loan.since`,
  'What is made on an occasion': `
    Chalets have a name. Maids have a name. After each stay a maid cleans the chalet and fills in a sheet (date, all fine, breakage noted). => Sheet>Chalet, Sheet>Maid, Sheet.date
    Shifts have a date. Guards have a name. If anything happens the guard writes a report, with a level of low, medium or high. => Report>Guard, Report.level enum
    Tenants have a name. At the end of every month we create a bill for each tenant that has positions with a text and an amount. => Bill>Tenant, Position>Bill, Position.amount
    Pupils buy cards (number of rides, valid until) and book buses with them. Buses have a plate. => Card>Pupil, Bus<>Pupil`,
  'What is kept of each time': `
    Choirs book a room, with start and end. A room has a name. A choir has a name. => Booking>Choir, Booking>Room, Booking.start, Booking.end
    Crews reserve a hangar, with start and end. A hangar has a name. A crew has a name. => Reservation>Crew, Reservation>Hangar, Reservation.end
    Guests have a name. Guests stay in a hut from check-in to check-out. A hut has a name. => Stay>Guest, Stay>Hut, Stay.checkIn, Stay.checkOut
    Pilgrims have a name. Pilgrims stay at a hostel from arrival to departure. A hostel has a name. => Stay>Hostel, Stay>Pilgrim, Stay.arrival
    Goats have a name. Twice a day we milk them and want to note for each milking the goat, the litres and the time. => Milking>Goat, Milking.litres, Milking.time
    Ovens have a name. We heat them daily and would like to note for each firing the oven and the temperature. => Firing>Oven, Firing.temperature
    Trials have a title, the result, the analyst who ran it and a remark. Analysts have a name. => Trial>Analyst, Trial.remark
    Sites have a name. A site has tasks - title, minutes, price. => Task>Site, Task.title, Task.minutes, Task.price`,
};
