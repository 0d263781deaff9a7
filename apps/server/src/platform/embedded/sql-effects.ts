/** What a statement would do to the one session that all embedded connections share. */
export type SqlEffects = {
  /** Why it cannot be allowed; null when it can. */
  refused: string | null;
  /** Names of the settings that it may change for longer than its transaction. */
  settings: string[];
  isSettingChange: boolean;
  listen: string[];
  unlisten: string[];
};

const NONE: SqlEffects = {
  refused: null,
  settings: [],
  isSettingChange: false,
  listen: [],
  unlisten: [],
};

const SUSPECT =
  /(?:^|;)\s*(?:set|reset|listen|unlisten|discard|deallocate|copy)\b|set_config\s*\(/i;
const SESSION_SET =
  /(?:^|;)\s*set\s+(?!local\b|transaction\b|constraints\b)(?:session\s+(?!characteristics\b))?("?[a-z_][\w.]*"?)/gi;
const RESET = /(?:^|;)\s*reset\s/i;
const SET_CONFIG = /set_config\s*\(\s*(?:'([^']+)')?[^)]*?(,\s*true\s*)?\)/gi;
const CHANNEL = /(?:^|;)\s*(un)?listen\s+("(?:[^"]|"")+"|[a-z_][\w$]*|\*)/gi;
const REFUSED: readonly [RegExp, string][] = [
  [/(?:^|;)\s*discard\b/i, 'DISCARD'],
  [/(?:^|;)\s*deallocate\s+(?:prepare\s+)?all\b/i, 'DEALLOCATE ALL'],
  [
    /(?:^|;)\s*copy\b[\s\S]*\b(?:from\s+stdin|to\s+stdout)\b/i,
    'COPY FROM STDIN and COPY TO STDOUT',
  ],
];

/** Reads the few statements with an effect on the whole session; cheap for all others. */
export function sqlEffects(sql: string): SqlEffects {
  if (!SUSPECT.test(sql)) return NONE;
  const refused = REFUSED.find(([pattern]) => pattern.test(sql));
  const settings = [...sql.matchAll(SESSION_SET)].map(([, name = '']) => unquote(name));
  const configured = [...sql.matchAll(SET_CONFIG)].filter(([, , isLocal]) => isLocal === undefined);
  const channels = [...sql.matchAll(CHANNEL)];
  const named = (un: boolean) =>
    channels
      .filter(([, prefix]) => (prefix !== undefined) === un)
      .map(([, , name = '']) => unquote(name));
  return {
    refused: refused ? `${refused[1]} is not available on the embedded database.` : null,
    settings: [...settings, ...configured.flatMap(([, name]) => (name ? [name] : []))],
    isSettingChange: settings.length > 0 || configured.length > 0 || RESET.test(sql),
    listen: named(false),
    unlisten: named(true),
  };
}

function unquote(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}
