export type PrismaValue =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'name'; value: string }
  | { kind: 'list'; values: PrismaValue[] }
  | { kind: 'call'; name: string; args: PrismaArgument[] };

/** `fields: [a, b]`, or a value alone. */
export type PrismaArgument = {
  name: string | null;
  value: PrismaValue;
  offset: number;
  end: number;
};

/** `@id`, `@db.VarChar(20)`, `@@unique([a, b])` without its signs. */
export type PrismaAttribute = {
  name: string;
  args: PrismaArgument[];
  offset: number;
  /** Behind its last character. */
  end: number;
};

export type PrismaField = {
  name: string;
  /** `Unsupported("...")` is `Unsupported`. */
  type: string;
  isList: boolean;
  isOptional: boolean;
  attributes: PrismaAttribute[];
  offset: number;
  end: number;
};

export type PrismaBlock =
  | {
      kind: 'model';
      /** `model`, or what else has fields: `view`, `type`. */
      word: string;
      name: string;
      fields: PrismaField[];
      attributes: PrismaAttribute[];
      offset: number;
    }
  | {
      kind: 'enum';
      name: string;
      values: { name: string; attributes: PrismaAttribute[]; offset: number }[];
      attributes: PrismaAttribute[];
      offset: number;
    }
  | {
      kind: 'setting';
      word: string;
      name: string;
      entries: { offset: number; end: number }[];
      offset: number;
    };

export type PrismaModel = Extract<PrismaBlock, { kind: 'model' }>;
