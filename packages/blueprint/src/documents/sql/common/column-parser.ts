import type { Expression } from '../../tables/expressions.ts';
import type { ColumnType } from '../../tables/tables.ts';
import { ExpressionParser } from './expression-parser.ts';
import type { ParsedElement, ParsedIndexColumns, ParsedOption, ParsedReference } from './parsed.ts';
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
  protected readonly column = this.RULE('column', (): ParsedElement => {
    const start = this.LA(1).startOffset;
    const name = this.SUBRULE(this.name);
    const type = this.SUBRULE(this.type);
    const options: ParsedOption[] = [];
    this.MANY(() => {
      const option = this.SUBRULE(this.columnOption);
      if (option !== null) options.push(option);
    });
    return { kind: 'column', name, type, options, start };
  });

  protected readonly type = this.RULE('type', (): ColumnType => {
    const words: string[] = [];
    const args: number[] = [];
    const values: string[] = [];
    this.MANY1(() => words.push(this.CONSUME1(TypeWord).image.toLowerCase()));
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
      this.MANY2(() => words.push(this.CONSUME3(TypeWord).image.toLowerCase()));
    });
    return typeOf(words, args, values);
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

  protected readonly nullOption = this.RULE('nullOption', (): ParsedOption | null =>
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.not);
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
                return null;
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
    return { kind: 'default', value: this.SUBRULE(this.term) };
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
    this.CONSUME(LParen);
    this.SUBRULE(this.expression);
    this.CONSUME(RParen);
    return { kind: 'computed' };
  });

  protected readonly checkOption = this.RULE('checkOption', () => {
    const start = this.CONSUME(k.check).startOffset;
    this.CONSUME(LParen);
    const expression = this.SUBRULE(this.expression);
    const end = this.CONSUME(RParen).startOffset + 1;
    return { kind: 'check' as const, expression, start, end };
  });

  /** What says how a column is stored: `COLLATE NOCASE`, `ON UPDATE CURRENT_TIMESTAMP`, `STORED`, `SRID 4326`. */
  protected readonly quietOption = this.RULE('quietOption', (): null => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.constraint);
          this.SUBRULE1(this.name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.collate);
          this.OPTION1(() => this.CONSUME(Comparison));
          this.OR2([{ ALT: () => this.SUBRULE2(this.name) }, { ALT: () => this.CONSUME(Text) }]);
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.on);
          this.SUBRULE3(this.name);
          this.OPTION2(() => this.SUBRULE(this.term));
        },
      },
      { ALT: () => this.CONSUME(NumberToken) },
      { ALT: () => this.CONSUME(Word) },
    ]);
    return null;
  });

  protected readonly reference = this.RULE('reference', (): ParsedReference => {
    this.CONSUME(k.references);
    const table = this.SUBRULE(this.qualified);
    const columns = this.OPTION1(() => this.SUBRULE(this.indexColumns).names) ?? null;
    let onDelete: ParsedReference['onDelete'] = null;
    this.OPTION3(() => {
      this.CONSUME(k.match);
      this.CONSUME3(Word);
    });
    this.MANY(() => {
      this.CONSUME(k.on);
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
      const action = this.CONSUME1(Word).image.toLowerCase();
      this.OPTION2({
        GATE: () => action === 'set' || action === 'no',
        DEF: () =>
          this.OR2([
            { ALT: () => this.CONSUME(k.null) },
            { ALT: () => this.CONSUME(k.default) },
            { ALT: () => this.CONSUME2(Word) },
          ]),
      });
      if (isDelete)
        onDelete = action === 'cascade' ? 'cascade' : action === 'set' ? 'set-null' : null;
    });
    return { table, columns, onDelete };
  });

  protected readonly indexColumns = this.RULE('indexColumns', (): ParsedIndexColumns => {
    const names: string[] = [];
    let isWhole = true;
    this.CONSUME(LParen);
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => {
        const part = this.SUBRULE(this.expression);
        const name = indexedColumn(part);
        if (name === null) isWhole = false;
        else names.push(name);
        this.MANY(() =>
          this.OR([
            { ALT: () => this.CONSUME(Word) },
            {
              ALT: () => {
                this.CONSUME(k.collate);
                this.SUBRULE(this.name);
              },
            },
          ]),
        );
      },
    });
    this.CONSUME(RParen);
    return { names, isWhole };
  });
}

/** A column, also one of which MySQL only indexes the beginning: `slug(191)`. */
function indexedColumn(part: Expression): string | null {
  if (part.kind === 'column') return part.name;
  const [only, ...others] = part.kind === 'call' ? part.of : [];
  const isLength = only?.kind === 'value' && typeof only.value === 'number' && others.length === 0;
  return part.kind === 'call' && isLength ? part.name : null;
}
