/** As `relation-wordings.ts`, in the words of people who type as they speak. */
export const plainSpeechWordings: Readonly<Record<string, string>> = {
  'What belongs to what, beside other words': `
    A caller has a name. A pump has a code. Callers order pumps online. => Pump>Caller
    A pump has a code. The flux capacitor hums. A valve has a code and belongs to a pump. The printer jams. => Valve>Pump
    Halls have a number. Bands have a name. Bands book halls as reservations with a start date. => Reservation>Hall, Reservation>Band, Reservation.startDate
    Runners: name, age. Runners may be members of a squad with a name and a motto. => Runner>Squad?, Runner.name, Squad.name, Squad.motto
    Nurses have a name. Each nurse is a member of a ward with a name and a floor. => Nurse>Ward, Ward.name, Ward.floor
    A lodger has a name and reports to a warden, except the owner. A warden has a phone. => Lodger>Warden, Warden.phone
    Models have measurements: height, waist. Agencies have a name. A model belongs to an agency. => Model>Agency, Model.height, Model.waist
    Wells have the following details: depth, yield. Wells belong to a farm. Farms have a name. => Well>Farm, Well.depth
    Tenants have a name and pay a monthly fee. A garage has a number and belongs to a tenant. => Garage>Tenant, Tenant.monthlyFee
    Pallet = code, weight, number of boxes, sealed yes/no, bay. Bays have a letter. => Pallet>Bay, Pallet.numberOfBoxes, Pallet.sealed`,
  'Deeds that are named, and what is asked of each': `
    A keeper has a name. A lamp has a code. Each night a keeper lights one lamp: it is a watch, with a start time and remarks. => Watch>Keeper, Watch>Lamp, Watch.startTime
    A fitter has a name. A boiler has a code. A fitter checks a boiler, this is an inspection with a date and a result. => Inspection>Fitter, Inspection>Boiler, Inspection.result
    Plots: area. Gardeners have a name. Tastings: a guest tastes a wine with a sommelier, date, score. Wines have a name. => Tasting>Guest, Tasting>Wine, Tasting>Sommelier, Tasting.score
    Rooms have a number. Cleanings: a cleaner cleans a room on a date. Cleaners have a name. => Cleaning>Cleaner, Cleaning>Room, Cleaning.date
    Runners have a name. Races: place, distance. Runners sign up for races and we note whether they have paid. => Signup>Runner, Signup>Race, Signup.paid
    Cooks have a name. Fairs have a date. Cooks take part in fairs, we need to know if the parents have agreed. => Participation>Cook, Participation>Fair, Participation.agreed
    Cooks have a name. Fairs have a place. Cooks take part in fairs. => Cook<>Fair
    Tenants have a name. A garage has a number. A garage is let to a tenant through a contract with a start date and a rent. => Contract>Garage, Contract>Tenant, Contract.rent
    Suppliers have a name. Suppliers send us samples, each has a code and a weight. => Sample>Supplier, Sample.code
    Authors have a name. An author has several works, each has a title and a year. => Work>Author, Work.title
    Boats have a name. Berths have a code. A mooring is for one boat at one berth, from a date to a date, with a daily rate. => Mooring>Boat, Mooring>Berth, Mooring.startDate, Mooring.endDate, Mooring.dailyRate
    A feud is a quarrel between a clan and a guild; it begins on a date and may end on a date. Clans have a name. Guilds have a name. => Feud>Clan, Feud>Guild, Feud.beginsOn, Feud.endsOn
    Members have a name. Lockers have a number. A locker is for one member. A pass is for one day and belongs to a member. => Locker>Member, Pass>Member, Pass.day
    Parcels have a code and a weight. Staff can mark a parcel as packed, sent or lost. A shelf has parcels. => Parcel>Shelf, Parcel.status
    | Thing | Fields | Links |\\n|---|---|---|\\n| Grower | name | |\\n| Crate | code | for a Grower; stored in a Barn |\\n| Barn | name | | => Crate>Grower, Crate>Barn`,
  'What is kept of a deed, however it is told': `
    Patients have a name. As a clerk I can book a visit for a patient with a nurse on a date and time. => Visit>Patient, Visit>Nurse
    Trees have a name. A felling has a date and belongs to a tree. As a ranger I can write a reason and the method for a felling. => Felling>Tree, Felling.reason, Felling.method
    Kilns have a number. Whenever I fire a kiln I write down a firing with the date, the temperature and remarks. => Firing>Kiln, Firing.temperature
    Kilns have a number. Potters have a name. After each firing a potter cleans the kiln and fills in a report (date, remarks). => Report>Potter, Report>Kiln, Report.remarks
    Cabins have a name. Campers have a name. Campers book a cabin: arrival, departure, number of beds, paid or not. => Booking>Camper, Booking>Cabin, Booking.numberOfBeds
    Ferns have a name and a species. I keep a feeding log with date and amount for each fern. => FeedingLog>Fern, FeedingLog.date
    I have many cacti. Each cactus has a name. I want to keep a watering log with a date and the amount. => WateringLog>Cactus, WateringLog.amount
    Ushers have a name. Ushers log working hours: date, hours, remarks. => TimeEntry>Usher, TimeEntry.hours
    A giver has a name. A giver donates on a date, we write down the amount in ml and the weight. Each donation has a bag with a code. => Donation>Giver, Bag>Donation, Donation.weight
    Owners are persons or companies: name, address. A yacht has a name and belongs to an owner. => Yacht>Owner, Owner.type, Owner.address
    A trial is led by a doctor using one or more devices and has a title. Devices have a name. Doctors have a name. => Trial>Doctor, Device<>Trial, Trial.title
    A sample belongs to a site and a batch; value, unit, taken at. Sites have a name. Batches have a code. => Sample>Site, Sample>Batch, Sample.unit, Sample.takenAt
    Journals have a name. An article is in a journal, has a title and lists sources with year and page. => Article>Journal, Source>Article, Source.year
    Nights have a date. Acts have a title. Every night has a line-up made up of acts. => Act<>Night
    ## Stands\\n\\nFood stands have a number. They belong to a market with a name and a town. => FoodStand>Market, Market.town`,
};
