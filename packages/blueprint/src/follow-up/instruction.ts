import type { Item, Qualities } from '../grammar/statements.ts';
import type { Reference } from './reference.ts';

export type Span = { start: number; end: number };

export type Value = string | number | boolean;

/** What is taken from a field, as against what is said of it. */
export type Lack = 'unique' | 'default' | 'bounds';

/** What would help against what is complained of. */
export type Cure = { qualities: Qualities; lacks: Lack[] } | 'drop';

/** Beside which value of a list new ones are to stand. */
export type ValuePlace = { side: 'before' | 'after'; value: string };

/** One wish as it is worded; what its names stand for is found out afterwards. */
export type Instruction = Span &
  (
    | { kind: 'add'; items: Item[]; owners: Reference[]; qualities: Qualities }
    | { kind: 'drop'; targets: Reference[] }
    | { kind: 'rename'; target: Reference; to: string[] }
    | { kind: 'name-app'; words: string[] }
    /** Nobody signs in any more. */
    | { kind: 'no-people' }
    /** One more kind of people who sign in. */
    | { kind: 'add-role'; words: string[] }
    | { kind: 'sign-up'; to: 'open' | 'closed' }
    | { kind: 'describe'; targets: Reference[]; qualities: Qualities; lacks: Lack[] }
    /** Of a field with a list of values. */
    | { kind: 'values'; target: Reference; added: string[]; removed: string[]; beside?: ValuePlace }
    /** Of one of the lists of values that a thing has: "tickets can also be escalated". */
    | { kind: 'values-among'; owner: Reference; fields: string[]; added: string[] }
    | { kind: 'default'; target: Reference; value: Value }
    /** What the rows get that are there already. */
    | { kind: 'fill'; target: Reference; value: Value }
    | { kind: 'move'; targets: Reference[]; to: Reference }
    /** Whether the data is to stay under the new name is not said. */
    | { kind: 'replace'; target: Reference; by: string[] }
    | { kind: 'split'; target: Reference; into: string[][] }
    /** A field of something that is different for each of another thing: "prices per client". */
    | { kind: 'vary'; field: Reference; by: Reference }
    /** The rows that have a value of a list have it by its name. */
    | { kind: 'rename-value'; target: Reference; from: string; to: string }
    /** What is the case, told as the reason for a wish; alone it asks for the opposite. */
    | { kind: 'observe'; target: Reference | null; cure: Cure | null }
    /** A thing that is there belongs to one that may be new: "which employee sold the invoice". */
    | { kind: 'belong'; subject: Reference; target: Item }
    /** What no edit of a blueprint can do, with the reason. */
    | { kind: 'unsupported'; reason: string }
  );

export type InstructionOf<Kind extends Instruction['kind']> = Extract<Instruction, { kind: Kind }>;
