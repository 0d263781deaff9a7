import type { Engine } from './engine.ts';
import { backend, columnsOf, framesOf, simpleQuery } from './wire.ts';

/** What one connection has changed with SET, by name. */
export type SessionSettings = ReadonlyMap<string, string>;

export const NO_SETTINGS: SessionSettings = new Map();

const BACK_TO_DEFAULTS = 'RESET ALL; RESET ROLE; RESET SESSION AUTHORIZATION';

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Lets each connection keep its own session settings although all share one session: the settings of the next
 * holder are put in place when the holder changes. Connections that never use SET cost nothing.
 */
export function createSettingsKeeper(engine: Engine) {
  let inPlace = NO_SETTINGS;

  return {
    restore(wanted: SessionSettings): void {
      if (isEqual(wanted, inPlace)) return;
      const assignments = [...wanted].map(
        ([name, value]) => `set_config(${literal(name)}, ${literal(value)}, false)`,
      );
      const apply = assignments.length === 0 ? '' : `; SELECT ${assignments.join(', ')}`;
      engine.execute(simpleQuery(`${BACK_TO_DEFAULTS}${apply}`));
      inPlace = wanted;
    },

    /** Reads back what the holder has set; `named` are settings that the catalogue view does not show. */
    capture(named: ReadonlySet<string>): SessionSettings {
      const extra = [...named].map(
        (name) => `UNION SELECT ${literal(name)}, current_setting(${literal(name)}, true)`,
      );
      const answer = engine.execute(
        simpleQuery(
          `SELECT name, setting FROM pg_settings WHERE source = 'session' ${extra.join(' ')}`,
        ),
      );
      inPlace = new Map(settingsOf(answer));
      return inPlace;
    },
  };
}

function* settingsOf(answer: Buffer): Generator<[string, string]> {
  for (const frame of framesOf(answer)) {
    if (frame[0] !== backend.dataRow) continue;
    const [name, value] = columnsOf(frame);
    if (typeof name === 'string' && typeof value === 'string') yield [name, value];
  }
}

function isEqual(one: SessionSettings, other: SessionSettings): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  return [...one].every(([name, value]) => other.get(name) === value);
}
