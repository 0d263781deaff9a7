import { EmbeddedActionsParser } from 'chevrotain';
import { call, type Expression, value } from '../../tables/expressions.ts';
import type { QualifiedName } from '../ddl.ts';
import {
  allTokens,
  Comma,
  Comparison,
  Dot,
  keywords as k,
  LParen,
  NumberToken,
  Operator,
  Quoted,
  RParen,
  Sign,
  Text,
  Word,
} from './tokens.ts';
import { textOf, unquoted } from './unquoted.ts';

/** The expressions of checks and defaults; `call('other', ...)` is what they are not read from. */
export class ExpressionParser extends EmbeddedActionsParser {
  constructor() {
    super(allTokens, { recoveryEnabled: false, maxLookahead: 2 });
  }

  protected readonly expression = this.RULE('expression', (): Expression => {
    const parts: Expression[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: k.or, DEF: () => parts.push(this.SUBRULE(this.conjunction)) });
    return joined('or', parts);
  });

  protected readonly conjunction = this.RULE('conjunction', (): Expression => {
    const parts: Expression[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: k.and, DEF: () => parts.push(this.SUBRULE(this.comparison)) });
    return joined('and', parts);
  });

  protected readonly comparison = this.RULE('comparison', (): Expression => {
    const isNegated = this.OPTION1(() => this.CONSUME1(k.not)) !== undefined;
    let found = this.SUBRULE1(this.sum);
    this.MANY({
      // The order of an index stands behind a value, and is no operator.
      GATE: () => !/^(asc|desc)$/i.test(this.LA(1).image),
      DEF: () => {
        const left = found;
        const isNot = this.OPTION2(() => this.CONSUME2(k.not)) !== undefined;
        const compared = this.OR([
          {
            ALT: () => {
              const { image } = this.CONSUME(Comparison);
              const right = this.SUBRULE2(this.sum);
              return call(image === '==' ? '=' : image === '!=' ? '<>' : image, left, right);
            },
          },
          {
            ALT: () => {
              this.CONSUME(k.in);
              const right = this.SUBRULE3(this.sum);
              return call(
                'in',
                left,
                right.kind === 'list' ? right : { kind: 'list', of: [right] },
              );
            },
          },
          {
            ALT: () => {
              this.CONSUME(k.between);
              const low = this.SUBRULE4(this.sum);
              this.CONSUME(k.and);
              return call('between', left, low, this.SUBRULE5(this.sum));
            },
          },
          {
            ALT: () => {
              this.CONSUME(k.is);
              const isOther = this.OPTION3(() => this.CONSUME3(k.not)) !== undefined;
              const right = this.SUBRULE6(this.sum);
              const isNull = right.kind === 'value' && right.value === null;
              return call(isNull ? (isOther ? 'is not null' : 'is null') : 'is', left, right);
            },
          },
          {
            ALT: () => {
              this.OR4([
                { ALT: () => this.CONSUME(k.like) },
                { ALT: () => this.CONSUME(k.as) },
                { ALT: () => this.CONSUME(Word) },
              ]);
              this.OPTION4(() => this.SUBRULE7(this.sum));
              return call('other', left);
            },
          },
        ]);
        found = isNot ? call('not', compared) : compared;
      },
    });
    return isNegated ? call('not', found) : found;
  });

  protected readonly sum = this.RULE('sum', (): Expression => {
    let found = this.SUBRULE1(this.term);
    this.MANY(() => {
      const operator = this.OR([
        { ALT: () => this.CONSUME(Sign).image },
        { ALT: () => this.CONSUME(Operator).image },
      ]);
      found = call(operator, found, this.SUBRULE2(this.term));
    });
    return found;
  });

  protected readonly term = this.RULE(
    'term',
    (): Expression =>
      this.OR([
        { ALT: () => value(textOf(this.CONSUME(Text))) },
        { ALT: () => value(Number(this.CONSUME1(NumberToken).image)) },
        {
          ALT: () => {
            this.CONSUME(k.null);
            return value(null);
          },
        },
        {
          ALT: () => {
            const { image } = this.CONSUME(Sign);
            const of = this.SUBRULE1(this.term);
            const isNumber = of.kind === 'value' && typeof of.value === 'number';
            return image === '-' && isNumber && typeof of.value === 'number'
              ? value(-of.value)
              : of;
          },
        },
        {
          ALT: () => {
            this.CONSUME(Operator);
            return call('other', this.SUBRULE2(this.term));
          },
        },
        { ALT: () => this.SUBRULE(this.bracketed) },
        { ALT: () => this.SUBRULE(this.named) },
      ]),
  );

  protected readonly bracketed = this.RULE('bracketed', (): Expression => {
    const parts: Expression[] = [];
    this.CONSUME(LParen);
    this.MANY_SEP({ SEP: Comma, DEF: () => parts.push(this.SUBRULE(this.expression)) });
    this.CONSUME(RParen);
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'list', of: parts };
  });

  /** A column, a word like CURRENT_TIMESTAMP, or a function. */
  protected readonly named = this.RULE('named', (): Expression => {
    const name = this.SUBRULE(this.qualified).name;
    const args = this.OPTION(() => this.SUBRULE(this.bracketed));
    if (args === undefined) return { kind: 'column', name };
    return call(`${name}`.toLowerCase(), ...(args.kind === 'list' ? args.of : [args]));
  });

  protected readonly qualified = this.RULE('qualified', (): QualifiedName => {
    const names: string[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Dot, DEF: () => names.push(this.SUBRULE(this.name)) });
    const name = names.pop() ?? '';
    return { schema: names.pop() ?? null, name };
  });

  protected readonly name = this.RULE('name', (): string =>
    this.OR([
      { ALT: () => this.CONSUME(Word).image },
      { ALT: () => unquoted(this.CONSUME(Quoted).image) },
    ]),
  );
}

function joined(name: string, parts: Expression[]): Expression {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : call(name, ...parts);
}
