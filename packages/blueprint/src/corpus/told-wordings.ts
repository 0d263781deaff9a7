/** As `relation-wordings.ts`: whose values are told, when something is made, where things are, and how values are said in passing. */
export const toldWordings: Readonly<Record<string, string>> = {
  'Whose values are kept, said before who keeps them': `
    Keepers bring their goats. We keep the name and address of the keeper; of a goat we keep its name, breed and weight. => Goat>Keeper, Goat.breed, Goat.weight, Keeper.address
    Rows have a number. Of each tree we note the species, the height and the year. => Tree.species, Tree.height
    A ranch has cows. For the rider we record name and phone, of the cow we record ear tag and weight. => Cow>Ranch, Rider.phone, Cow.earTag
    Quays have a number. From every worker we keep name, phone and wage. => Worker.phone, Worker.wage
    Of our visitors we need to know name and nationality. Huts have a number. => Visitor.nationality, Hut.number
    Quays have a number. The name and phone of a skipper are enough. => Skipper.name, Skipper.phone
    Title, author and year of each booklet must be stored. A shelf has a number. => Booklet.title, Booklet.author, Booklet.year
    Halls have a number. For a concert the title and the date suffice. => Concert.title, Concert.date
    Children have a name. Once per quarter I write a report about a child with a date and a text, which the doctor gets. => Report>Child, Report.date, Report.text
    Varieties have a name. Pickers have a name. In autumn each crate gets a number, the variety, the picker and the weight. => Crate>Variety, Crate>Picker, Crate.weight
    Senders have a name. A parcel gets a number, the sender and the weight. => Parcel>Sender, Parcel.number`,
  'What is made when something happens': `
    Assets have a tag. If an asset breaks somebody opens a repair with a description and the cost. => Repair>Asset, Repair.cost
    Wells have a code. Contacts have a name. When a well breaks, a repair request is filed by a contact, with a description. => RepairRequest>Well, RepairRequest>Contact
    Contracts have a start date. As soon as a contract ends, an invoice is written with a number and a total. => Invoice>Contract, Invoice.total
    Pumps have a code. If a pump leaks we raise an alert with a text and a date. => Alert>Pump, Alert.text
    Guests have a name. When a guest complains, we write a complaint with a text and a date. => Complaint>Guest, Complaint.text
    Lamps have a code. Once a lamp is broken, a replacement is ordered, with a price. => Replacement>Lamp, Replacement.price`,
  'Where things are, and who had which': `
    Guests live in rooms, rooms are on floors. Guests have a name. => Guest>Room, Room>Floor
    Beds are in greenhouses. Beds have a code. => Bed>Greenhouse
    Crates are in sheds, i want to find out which crate is in which shed. Crates have a label. => Crate>Shed
    Players have a name. Tournaments have a name. We want to see which player played which tournament with what score. => Play>Player, Play>Tournament, Play.score
    Testers have a name. Gauges have a code. I want to know which tester used which gauge with what result. => TesterGauge>Tester, TesterGauge>Gauge, TesterGauge.result
    Renters have a name. Keys have a number. We note who of the renters has which key since when. => Key>Renter?, Key.since date
    Tenants have a name. Garages have a number. We need to know which tenant has which garage since when. => Garage>Tenant?, Garage.since date
    Members have a name. Meetings: date, host (one of the members), topic. => Meeting>Member, Meeting.topic
    Tools have a name. Neighbours have a name. A hire has a tool, a borrower (also a neighbour) and a date. => Hire>Tool, Hire>Neighbour, Hire.date`,
  'Labels with whose they are, and bullets below bullets': `
    Flat - number, floor\\nLease - flat, start, end\\nPayment - for a lease: amount, received on, month\\nCharge - belongs to a flat; name, amount, notes => Lease>Flat, Payment>Lease, Charge>Flat, Payment.receivedOn, Charge.notes
    Flat: number, floor\\nMeter: in a flat, with number and kind => Meter>Flat, Meter.kind
    Boat: name\\nDamage: reported by a sailor for a boat: text, date\\nSailor: name => Damage>Sailor, Damage>Boat, Damage.text
    - Albums:\\n  - title\\n- Tracks:\\n  - album\\n  - position\\n- Labels: name => Track>Album, Track.position, Label.name
    Stores:\\n  - city\\nShelves:\\n  - store\\n  - code => Shelf>Store, Store.city`,
  'Values said in passing': `
    Dogs have a name. Kennels are numbered and come in three sizes: small, medium and large. => Kennel.number, Kennel.size enum
    Shops have a name. Cups come in two colours: red and blue. => Cup.colour enum
    Quays have a name. Berths have a number and come in two types, single and double. => Berth.type enum
    Quays have a name. Task: title, priority 1/2/3, due on. => Task.priority enum, Task.dueOn date
    Shops have a name. Helpers (name, phone, can drive?). => Helper.canDrive boolean
    Shops have a name. A treatment has a price and takes a number of minutes. => Treatment.numberOfMinutes integer
    Lessons last a certain number of minutes and have a date. Trainers have a name. => Lesson.numberOfMinutes integer, Lesson.date
    Toys have a name. We note whether its broken and a price. => Toy.broken boolean
    Weve got boats with a name and a length. Harbours have a name. => Boat.length
    Neighbours have a name. Tools have a name, descr., value and ref. number. => Tool.description, Tool.value, Tool.referenceNumber`,
};
