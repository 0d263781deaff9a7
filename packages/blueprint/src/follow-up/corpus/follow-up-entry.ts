/**
 * A follow-up to the blueprint of a corpus prompt and what a person expects of it, one line each: `+ Invoice.discount: money`
 * is added, `- Client.fax` removed, `> Customer: Client` renamed, `~ Client.email: unique` changed; what stands after the colon
 * is a part of how it is described afterwards. `?2` is a question with two ready answers, `!` something not understood.
 */
export type FollowUpEntry = { base: string; text: string; expect: readonly string[] };

/** Entries of one base, by what is said. */
export const followUpsOf = (
  base: string,
  cases: Readonly<Record<string, readonly string[]>>,
): FollowUpEntry[] => Object.entries(cases).map(([text, expect]) => ({ base, text, expect }));
