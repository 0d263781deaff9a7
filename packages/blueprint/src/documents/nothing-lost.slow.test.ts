import { readFileSync } from 'node:fs';
import type { DocumentFormat } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';

/**
 * Documents that use everything their language has. Whatever is cut out of one has to change what is read of it, be it
 * the blueprint, what is out of scope, or what is assumed: else the importer has passed over it in silence.
 */
const documents: readonly {
  file: string;
  format: DocumentFormat;
  /** Words that mean nothing, or what is so without them as well. */
  quiet: readonly RegExp[];
}[] = [
  {
    file: 'postgresql.sql',
    format: 'postgresql',
    quiet: [
      /^(AS|ONLY|COLUMN|CONCURRENTLY|IF NOT EXISTS|BY|WITH|USING btree|public \.)$/,
      // Names of constraints and indexes, and the primary key where no other one is meant.
      /^(CONSTRAINT \w+|one_number|\( id \))$/,
      // Casts of literals, fixed sizes of lists and brackets that hold one thing.
      /^(:|: :( \w+)?|\[ \]|\] \[|\( \)|\( 1 \))$/,
      // What takes part in another one: DEFERRABLE in INITIALLY DEFERRED, NOT NULL in a key, the type of what is computed.
      /^(DEFERRABLE|NOT|STORED|10 ,|, 2|'invoice_seq')$/,
      // ALTER TABLE sets another default later.
      /^DEFAULT -1$/,
      // Tables that are not in the document, and the session.
      /^(DROP|TABLE|old_things|SET|search_path|=|billing|;)( |$)/,
    ],
  },
  {
    file: 'mysql.sql',
    format: 'mysql',
    quiet: [
      /^(IF NOT EXISTS|COLUMN|AS|KEY|CONSTRAINT|FIRST|AFTER `sku`|=)$/,
      /^(`\w+`|\( `(id|sku)` \))$/,
      // Keys are whole numbers and required anyway; display widths; precision of a default; the type of what is computed.
      /^(int|unsigned|NOT|AUTO_INCREMENT|8|3|10 ,|, 2|x|decimal|STORED|VIRTUAL|GENERATED ALWAYS)$/,
      // What ALTER TABLE says anew, and columns that are relations.
      /^(char|DEFAULT|PRIMARY|national|varchar|40|float)$/,
      // The session.
      /^(shop|TABLES|`items`|WRITE|NAMES|utf8mb4|TABLE|IF|EXISTS|`gone`|;)( |$)/,
    ],
  },
  {
    file: 'sqlite.sql',
    format: 'sqlite',
    quiet: [
      /^(IF NOT EXISTS|COLUMN|CONSTRAINT twin_fk|unique_two|check_two|\( id \))$/,
      // Keys are whole numbers and required anyway; sizes that a check narrows; the type of what is computed.
      /^(INTEGER|PRIMARY|AUTOINCREMENT|NOT|40|REAL|VIRTUAL|STORED|GENERATED ALWAYS|DEFAULT|date)$/,
      // The session.
      /^(foreign_keys|=|ON|TRANSACTION|ANALYZE|COMMIT|;)( |$)/,
    ],
  },
  { file: 'model.jdl', format: 'jdl', quiet: [/^(,|config|\} application \{)$/] },
  {
    file: 'schema.prisma',
    format: 'prisma',
    quiet: [
      // Of an id that the app counts, and of a relation whose key says it already.
      /^(@ default|\( \)|id|\?|references :|@ updatedAt|\[ \])$/,
      // Native types that are those of Prisma, and decimals of a second that the app keeps.
      /^(db \.|3)$/,
      // Names of keys, and a unique pair of which one is unique alone.
      /^(map :|name :|: "\w+"|, code)$/,
    ],
  },
];

const TOKEN =
  /\/\*[\s\S]*?\*\/|"(?:[^"\n]|"")*"|'(?:[^']|'')*'|`[^`]*`|\$\$[\s\S]*?\$\$|[\w-]+|[^\s]/g;
const COMMENT = /^--.*$|^\/\/(?!\/).*$/gm;
const MOST_WORDS = 2;

type Reading = Awaited<ReturnType<typeof readDocument>>;

/** All that a reading says, but for the text of the lines. */
const said = ({ blueprint, outOfScope, assumptions, questions, became }: Reading) =>
  JSON.stringify([
    ...[blueprint, outOfScope, assumptions, questions],
    became.map((part) => [part.line, part.became]),
  ]);

async function trySaid(text: string, format: DocumentFormat): Promise<string | null> {
  try {
    return said(await readDocument({ text, format }));
  } catch {
    return null;
  }
}

/** The shortest runs of words without which the document says the same. */
async function lostWords(text: string, format: DocumentFormat): Promise<string[]> {
  const bare = text.replace(COMMENT, (comment) => ' '.repeat(comment.length));
  const tokens = [...bare.matchAll(TOKEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    image: match[0],
  }));
  const whole = await trySaid(bare, format);
  const lost: { from: number; to: number }[] = [];
  for (let length = 1; length <= MOST_WORDS; length += 1)
    for (let from = 0; from + length <= tokens.length; from += 1) {
      const to = from + length;
      if (lost.some((known) => known.from >= from && known.to <= to)) continue;
      const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
      const gap = bare.slice(start, end).replace(/[^\n]/g, ' ');
      const cut = await trySaid(bare.slice(0, start) + gap + bare.slice(end), format);
      if (cut === whole) lost.push({ from, to });
    }
  return lost.map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map(({ image }) => image)
      .join(' '),
  );
}

describe.each(documents)('everything that $file says', ({ file, format, quiet }) => {
  const text = readFileSync(new URL(`./fixtures/every/${file}`, import.meta.url), 'utf8');

  it('is in the blueprint or said to be out of scope', { timeout: 240_000 }, async () => {
    const lost = await lostWords(text, format);

    expect(lost.filter((words) => !quiet.some((form) => form.test(words)))).toEqual([]);
  });
});
