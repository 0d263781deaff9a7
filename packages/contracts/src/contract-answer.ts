import { z } from 'zod';
import { identifier, name } from './contract-words.ts';

/** How a JSON value of an answer is made. */
export type Shape =
  | { is: 'member'; name: string }
  | { is: 'row'; view: string }
  | { is: 'rows'; view: string }
  | { is: 'object'; properties: { name: string; value: Shape }[] }
  | { is: 'list'; of: string }
  | { is: 'constant'; value: unknown }
  | { is: 'account'; name: string }
  /** One of the counts of a tally. */
  | { is: 'tally'; name: string }
  /** One of the values of a computation. */
  | { is: 'computed'; name: string }
  | { is: 'figure'; of: Figure };
export const figures = [
  ...[
    ...(['token', 'total', 'count', 'page', 'size', 'pages', 'offset'] as const),
    ...(['next', 'more', 'links', 'next-link', 'previous-link'] as const),
  ],
  ...(['result', 'result-text', 'now', 'expires', 'exists', 'absent'] as const),
] as const;
export type Figure = (typeof figures)[number];

export const shapeSchema: z.ZodType<Shape> = z
  .lazy(() =>
    z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('member'), name }),
      z.strictObject({ is: z.literal('row'), view: identifier }),
      z.strictObject({ is: z.literal('rows'), view: identifier }),
      z.strictObject({
        is: z.literal('object'),
        properties: z.array(z.strictObject({ name, value: shapeSchema })),
      }),
      z.strictObject({ is: z.literal('list'), of: name }),
      z.strictObject({ is: z.literal('constant'), value: z.unknown() }),
      z.strictObject({ is: z.literal('account'), name }),
      z.strictObject({ is: z.literal('tally'), name }),
      z.strictObject({ is: z.literal('computed'), name }),
      z.strictObject({ is: z.literal('figure'), of: z.enum(figures) }),
    ]),
  )
  .meta({ id: 'ContractShape' });

/** How one schema of the document shows a row; `from` is a member, or something gathered. */
export const viewSchema = z
  .strictObject({
    name: identifier,
    resource: identifier,
    properties: z.array(
      z.strictObject({
        name,
        from: name,
        keepNull: z.boolean(),
        /** How rows that are gathered are shown. */
        view: identifier.optional(),
        /** It is where the row is found: a path in which `{key}` stands for what it is `from`. */
        address: z.strictObject({ path: z.string().max(500), isWhole: z.boolean() }).optional(),
      }),
    ),
  })
  .meta({ id: 'ContractView' });
export type View = z.infer<typeof viewSchema>;

export const contractAnswerSchema = z
  .strictObject({
    status: z.int().min(100).max(599),
    /** Null: no body. */
    media: name.nullable(),
    body: z.discriminatedUnion('as', [
      z.strictObject({ as: z.literal('nothing') }),
      z.strictObject({ as: z.literal('json'), shape: shapeSchema }),
      z.strictObject({ as: z.literal('text'), shape: shapeSchema }),
      /** Comma separated values below a line with their names. */
      z.strictObject({
        as: z.literal('csv'),
        columns: z
          .array(z.strictObject({ name, of: name }))
          .min(1)
          .max(100),
      }),
      /** A member of each row on a line of its own. */
      z.strictObject({ as: z.literal('lines'), of: name }),
      z.strictObject({
        as: z.literal('page'),
        title: z.string(),
        shows: z.enum(['row', 'rows']),
        /** Each row leads to its own page by a member, below this one, whose address ends so. */
        links: z.strictObject({ below: name, by: name, after: name.optional() }).optional(),
      }),
      /** `attached`: whatever it is, it is to be saved and not to be shown. */
      z.strictObject({
        as: z.literal('file'),
        member: name,
        attached: z.literal(true).optional(),
      }),
      /** To the address in a member. */
      z.strictObject({ as: z.literal('redirect'), member: name }),
    ]),
    /** Names the address of a new row in `Location`; `{key}` stands for its key. */
    location: z.string().optional(),
    /** Sets or clears the cookie of the session. */
    cookie: z.enum(['set', 'clear']).optional(),
    /** The methods of the path, as `Allow` has them. */
    allow: z.string().optional(),
    /** A strong tag of the row, which changes with each write. */
    tagged: z.literal(true).optional(),
    /** Figures that stand in headers. */
    headers: z.array(z.strictObject({ name, of: z.enum(figures) })).optional(),
  })
  .meta({ id: 'ContractAnswer' });
export type ContractAnswer = z.infer<typeof contractAnswerSchema>;
