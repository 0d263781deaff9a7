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
  'When it begins and ends': `
    Shifts: date, from, to, place. => Shift.from time, Shift.to time
    A trip has a planned start and a budget. => Trip.plannedStart datetime
    An event has a name and an end. => Event.end datetime
  `,
};
