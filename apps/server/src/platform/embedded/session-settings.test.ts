import { describe, expect, it } from 'vitest';
import type { Engine } from './engine.ts';
import { createSettingsKeeper, NO_SETTINGS } from './session-settings.ts';
import { backend, message, sqlOf } from './wire.ts';

/** A row of two text columns, as the engine would answer. */
function row(name: string, value: string | null): Buffer {
  const column = (text: string | null) => {
    const size = Buffer.alloc(4);
    size.writeInt32BE(text === null ? -1 : Buffer.byteLength(text));
    return Buffer.concat([size, Buffer.from(text ?? '')]);
  };
  const count = Buffer.alloc(2);
  count.writeInt16BE(2);
  return message(backend.dataRow, count, column(name), column(value));
}

function open(answer: Buffer[] = []) {
  const executed: string[] = [];
  const engine = {
    execute(bytes: Buffer) {
      executed.push(sqlOf(bytes) ?? '');
      return Buffer.concat(answer);
    },
  };
  return { keeper: createSettingsKeeper(engine as unknown as Engine), executed };
}

describe('the settings of a session', () => {
  it('cost nothing for connections that set nothing', () => {
    const { keeper, executed } = open();
    keeper.restore(NO_SETTINGS);
    keeper.restore(new Map());

    expect(executed).toEqual([]);
  });

  it('are put in place when the holder changes, and only then', () => {
    const { keeper, executed } = open();
    const wanted = new Map([
      ['app.tenant', 'org_1'],
      ['search_path', 'a, b'],
    ]);
    keeper.restore(wanted);
    keeper.restore(new Map(wanted));

    expect(executed).toEqual([
      "RESET ALL; RESET ROLE; RESET SESSION AUTHORIZATION; SELECT set_config('app.tenant', 'org_1', false), set_config('search_path', 'a, b', false)",
    ]);
  });

  it('are taken away from the next one', () => {
    const { keeper, executed } = open();
    keeper.restore(new Map([['app.tenant', 'org_1']]));
    keeper.restore(NO_SETTINGS);

    expect(executed.at(-1)).toBe('RESET ALL; RESET ROLE; RESET SESSION AUTHORIZATION');
  });

  it('are put in place anew when one value differs', () => {
    const { keeper, executed } = open();
    keeper.restore(new Map([['app.tenant', 'org_1']]));
    keeper.restore(new Map([['app.tenant', 'org_2']]));

    expect(executed).toHaveLength(2);
    expect(executed[1]).toContain("'org_2'");
  });

  it('cannot break out of their quotes', () => {
    const { keeper, executed } = open();
    keeper.restore(new Map([["a'b", "x'); DROP TABLE run; --"]]));

    expect(executed[0]).toContain("set_config('a''b', 'x''); DROP TABLE run; --', false)");
  });

  it('are read back as the engine has them, absent ones left out', () => {
    const { keeper, executed } = open([row('search_path', 'a'), row('app.x', null)]);
    const found = keeper.capture(new Set(['app.x', "it's"]));

    expect([...found]).toEqual([['search_path', 'a']]);
    expect(executed[0]).toContain("UNION SELECT 'it''s', current_setting('it''s', true)");
  });

  it('that were read back are in place already', () => {
    const { keeper, executed } = open([row('search_path', 'a')]);
    const found = keeper.capture(new Set());
    keeper.restore(found);

    expect(executed).toHaveLength(1);
  });
});
