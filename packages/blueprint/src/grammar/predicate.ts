/** The verb of a clause: tokens `from` (included) to `to` (excluded). */
export type Predicate = {
  kind: 'has' | 'belongs' | 'be' | 'acts' | 'topic' | 'many-to-many';
  from: number;
  to: number;
  optional: boolean;
  modal: boolean;
  strong: boolean;
  many: boolean;
  verb: string;
  /** "grows in", "signs up for". */
  preposition: boolean;
  /** "and put on tours": its subject is that of the predicate before. */
  sharesSubject?: true;
  /** An unknown verb that stands between two things. */
  isCertain?: boolean;
  /** Where the subject begins, when that is known: "members and instructors a name". */
  subjectFrom?: number;
};
