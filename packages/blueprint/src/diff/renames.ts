/** What entities and members were called, by what they are called now, as in a follow-up reading. */
export type Renames = Readonly<Record<string, string>>;
