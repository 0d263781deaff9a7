import type { FastifyInstance } from 'fastify';
import { PlatformError } from '#kernel/errors.ts';

const NUL = '\u0000';

/** Postgres keeps every character but U+0000, and no text of a person has one. */
class TextHasNul extends PlatformError {
  readonly code = 'text-has-nul';
  readonly kind = 'invalid';
  readonly #pointer: string;

  constructor(where: string, pointer: string) {
    super(
      `The ${where} holds the character U+0000 at "${pointer.slice(0, 200)}". Remove it and send it again.`,
    );
    this.#pointer = pointer.slice(0, 200);
  }

  override details() {
    return { errors: [{ pointer: this.#pointer, detail: 'holds the character U+0000' }] };
  }
}

/** Refuses texts with U+0000 anywhere in path, query or body, whatever route they are for. */
export function refuseNul(app: FastifyInstance): void {
  app.addHook('preHandler', async ({ params, query, body }) => {
    for (const [where, value] of Object.entries({ path: params, query, body })) {
      const pointer = findNul(value);
      if (pointer !== null) throw new TextHasNul(where, pointer);
    }
  });
}

/** JSON pointer of a text, or of the owner of a member's name, with U+0000. A loop: bodies may be nested deeply. */
function findNul(value: unknown): string | null {
  const left: { value: unknown; pointer: string }[] = [{ value, pointer: '' }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, pointer } = next;
    if (typeof value === 'string' && value.includes(NUL)) return pointer;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (name.includes(NUL)) return pointer;
      left.push({ value: member, pointer: `${pointer}/${pointerPart(name)}` });
    }
  }
  return null;
}

const pointerPart = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
