/** The server did what the document does not say, or could not be made to do it: a functional failure. */
export class Refused extends Error {}

/** The server gave way to an attack, or fell over. */
export class Fell extends Error {}
