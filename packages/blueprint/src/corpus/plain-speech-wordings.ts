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
};
