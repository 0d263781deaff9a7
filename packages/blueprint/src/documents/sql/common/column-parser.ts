import type { IToken } from 'chevrotain';
import type { Expression } from '../../tables/expressions.ts';
import type { ColumnType } from '../../tables/tables.ts';
import { ExpressionParser } from './expression-parser.ts';
import type {
  ParsedColumn,
  ParsedIndexColumns,
  ParsedOption,
  ParsedReference,
  Span,
} from './parsed.ts';
import {
  Comma,
  Comparison,
  keywords as k,
  LParen,
  NumberToken,
  RParen,
  Sign,
  Text,
  TypeWord,
  Word,
} from './tokens.ts';
import { typeOf } from './type-of.ts';
import { textOf } from './unquoted.ts';

/** A column with its type and with what is said of it in its own line. */
export class ColumnParser extends ExpressionParser {
  protected readonly column = this.RULE('column', (): ParsedColumn & Span => {
    const start = this.LA(1).startOffset;
    const name = this.SUBRULE(this.name);
    const { type, asides } = this.SUBRULE(this.type);
    const options: ParsedOption[] = [];
    this.MANY(() => {
      const option = this.SUBRULE(this.columnOption);
      if (option !== null) options.push(option);
    });
    return { kind: 'column', name, type, options, asides, start, end: this.endOfLast() };
  });

  protected endOfLast(): number {
    return endOf(this.LA(0));
  }

  protected readonly type = this.RULE('type', (): { type: ColumnType; asides: Span[] } => {
    const words: IToken[] = [];
    const args: number[] = [];
    const values: string[] = [];
    this.MANY1(() => words.push(this.CONSUME1(TypeWord)));
    this.OPTION(() => {
      this.CONSUME(LParen);
      this.MANY_SEP({
        SEP: Comma,
        DEF: () =>
          this.OR([
            { ALT: () => values.push(textOf(this.CONSUME(Text))) },
            {
              ALT: () => {
                this.OPTION2(() => this.CONSUME(Sign));
                args.push(Number(this.CONSUME(NumberToken).image));
              },
            },
            { ALT: () => this.CONSUME2(Word) },
          ]),
      });
      this.CONSUME(RParen);
      this.MANY2(() => words.push(this.CONSUME3(TypeWord)));
    });
    const images = words.map(({ image }) => image.toLowerCase());
    const { type, unread } = typeOf(images, args, values);
    return { type, asides: spansOf(words, unread) };
  });

  protected readonly columnOption = this.RULE('columnOption', (): ParsedOption | null =>
    this.OR({
      // Keywords that are names elsewhere come before the words that say nothing.
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.SUBRULE(this.nullOption) },
        { ALT: () => this.SUBRULE(this.defaultOption) },
        { ALT: () => this.SUBRULE(this.keyOption) },
        { ALT: () => this.SUBRULE(this.commentOption) },
        { ALT: () => this.SUBRULE(this.computedOption) },
        { ALT: () => this.SUBRULE(this.checkOption) },
        {
          ALT: () => ({ kind: 'references' as const, reference: this.SUBRULE(this.reference) }),
        },
        { ALT: () => this.SUBRULE(this.quietOption) },
      ],
    }),
  );

  protected readonly nullOption = this.RULE(
    'nullOption',
    (): ParsedOption =>
      this.OR([
        {
          ALT: () => {
            const start = this.CONSUME(k.not).startOffset;
            return this.OR2([
              {
                ALT: () => {
                  this.CONSUME1(k.null);
                  return { kind: 'not-null' as const };
                },
              },
              {
                ALT: () => {
                  this.CONSUME(Word);
                  return { kind: 'aside' as const, start, end: this.endOfLast() };
                },
              },
            ]);
          },
        },
        {
          ALT: () => {
            this.CONSUME2(k.null);
            return { kind: 'null' as const };
          },
        },
      ]),
  );

  protected readonly defaultOption = this.RULE('defaultOption', (): ParsedOption => {
    this.CONSUME(k.default);
    const start = this.LA(1).startOffset;
    const value = this.SUBRULE(this.term);
    return { kind: 'default', value, start, end: this.endOfLast() };
  });

  protected readonly keyOption = this.RULE(
    'keyOption',
    (): ParsedOption =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(k.primary);
            this.CONSUME1(k.key);
            return { kind: 'primary' as const };
          },
        },
        {
          ALT: () => {
            this.CONSUME(k.unique);
            this.OPTION(() => this.CONSUME2(k.key));
            return { kind: 'unique' as const };
          },
        },
        {
          ALT: () => {
            this.CONSUME(k.autoIncrement);
            return { kind: 'counted' as const };
          },
        },
        {
          ALT: () => {
            this.CONSUME(k.autoincrement);
            return { kind: 'counted' as const };
          },
        },
        {
          ALT: () => {
            this.CONSUME3(k.key);
            return { kind: 'primary' as const };
          },
        },
      ]),
  );

  protected readonly commentOption = this.RULE('commentOption', (): ParsedOption => {
    this.CONSUME(k.comment);
    return { kind: 'comment', text: textOf(this.CONSUME(Text)) };
  });

  protected readonly computedOption = this.RULE('computedOption', (): ParsedOption => {
    this.OPTION(() => {
      this.CONSUME(k.generated);
      this.CONSUME(k.always);
    });
    this.CONSUME(k.as);
    const start = this.CONSUME(LParen).startOffset;
    const expression = this.SUBRULE(this.expression);
    this.CONSUME(RParen);
    return { kind: 'computed', expression, start, end: this.endOfLast() };
  });

  protected readonly checkOption = this.RULE('checkOption', () => {
    const start = this.CONSUME(k.check).startOffset;
    this.CONSUME(LParen);
    const expression = this.SUBRULE(this.expression);
    const end = this.CONSUME(RParen).startOffset + 1;
    return { kind: 'check' as const, expression, start, end };
  });

  /** What says how a column is stored or kept: `COLLATE NOCASE`, `ON CONFLICT IGNORE`, `STORED`, `SRID 4326`. */
  protected readonly quietOption = this.RULE('quietOption', (): ParsedOption | null => {
    const start = this.LA(1).startOffset;
    const isName = this.OR([
      {
        ALT: () => {
          this.CONSUME(k.constraint);
          this.SUBRULE1(this.name);
          return true;
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.collate);
          this.OPTION1(() => this.CONSUME1(Comparison));
          this.OR2([{ ALT: () => this.SUBRULE2(this.name) }, { ALT: () => this.CONSUME1(Text) }]);
          return false;
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.on);
          this.SUBRULE3(this.name);
          this.OPTION2(() => this.SUBRULE(this.term));
          return false;
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.setting);
          return false;
        },
      },
    ]);
    return isName ? null : { kind: 'aside', start, end: this.endOfLast() };
  });

  /** `STORED`, `SRID 4326`, `ENGINE_ATTRIBUTE = '{}'` */
  protected readonly setting = this.RULE('setting', () => {
    this.OR([
      { ALT: () => this.CONSUME(Word) },
      { ALT: () => this.CONSUME(NumberToken) },
      {
        ALT: () => {
          this.CONSUME(Comparison);
          this.CONSUME(Text);
        },
      },
    ]);
  });

  protected readonly reference = this.RULE('reference', (): ParsedReference => {
    this.CONSUME(k.references);
    const table = this.SUBRULE(this.qualified);
    const columns = this.OPTION1(() => this.SUBRULE(this.indexColumns).names) ?? null;
    const asides: Span[] = [];
    let onDelete: ParsedReference['onDelete'] = null;
    this.OPTION3(() => {
      const start = this.CONSUME(k.match).startOffset;
      this.CONSUME3(Word);
      asides.push({ start, end: this.endOfLast() });
    });
    this.MANY(() => {
      const start = this.CONSUME(k.on).startOffset;
      const isDelete = this.OR1([
        {
          ALT: () => {
            this.CONSUME(k.delete);
            return true;
          },
        },
        {
          ALT: () => {
            this.CONSUME(k.update);
            return false;
          },
        },
      ]);
      const action = this.SUBRULE(this.action);
      if (!isDelete || action === 'set default') asides.push({ start, end: this.endOfLast() });
      if (isDelete) onDelete = DELETIONS.get(action) ?? null;
    });
    return { table, columns, onDelete, asides };
  });

  /** `cascade`, `set null`, `no action` */
  protected readonly action = this.RULE('action', (): string => {
    const action = this.CONSUME1(Word).image.toLowerCase();
    const object = this.OPTION({
      GATE: () => action === 'set' || action === 'no',
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(k.null).image },
          { ALT: () => this.CONSUME(k.default).image },
          { ALT: () => this.CONSUME2(Word).image },
        ]),
    });
    return object === undefined ? action : `${action} ${object}`.toLowerCase();
  });

  protected readonly indexColumns = this.RULE('indexColumns', (): ParsedIndexColumns => {
    const names: string[] = [];
    const asides: Span[] = [];
    let isWhole = true;
    this.CONSUME(LParen);
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => {
        const from = this.LA(1).startOffset;
        const part = this.SUBRULE(this.expression);
        const name = indexedColumn(part);
        if (name === null) isWhole = false;
        else names.push(name);
        if (part.kind === 'call') asides.push({ start: from, end: this.endOfLast() });
        this.MANY(() => {
          const start = this.LA(1).startOffset;
          this.OR([
            { ALT: () => this.CONSUME(Word) },
            {
              ALT: () => {
                this.CONSUME(k.collate);
                this.SUBRULE(this.name);
              },
            },
          ]);
          asides.push({ start, end: this.endOfLast() });
        });
      },
    });
    this.CONSUME(RParen);
    return { names, isWhole, asides };
  });
}

const DELETIONS: ReadonlyMap<string, 'cascade' | 'set-null'> = new Map([
  ['cascade', 'cascade'],
  ['set null', 'set-null'],
  ['set default', 'set-null'],
]);

/** The lexers only keep where a token starts. */
export const endOf = ({ startOffset, image }: IToken): number => startOffset + image.length;

/** Where the words stand that are not read. */
function spansOf(words: readonly IToken[], unread: readonly number[]): Span[] {
  const spans: (Span & { last: number })[] = [];
  for (const index of unread) {
    const word = words[index];
    if (word === undefined) continue;
    const before = spans.at(-1);
    if (before?.last === index - 1) {
      before.end = endOf(word);
      before.last = index;
    } else spans.push({ start: word.startOffset, end: endOf(word), last: index });
  }
  return spans.map(({ start, end }) => ({ start, end }));
}

/** A column, also one of which MySQL only indexes the beginning: `slug(191)`. */
function indexedColumn(part: Expression): string | null {
  if (part.kind === 'column') return part.name;
  const [only, ...others] = part.kind === 'call' ? part.of : [];
  const isLength = only?.kind === 'value' && typeof only.value === 'number' && others.length === 0;
  return part.kind === 'call' && isLength ? part.name : null;
}
