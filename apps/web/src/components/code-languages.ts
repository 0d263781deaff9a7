import type { Extension } from '@codemirror/state';

type Load = () => Promise<Extension>;

const javascript = (typescript: boolean) => async () =>
  (await import('@codemirror/lang-javascript')).javascript({ typescript });
const yaml = async () => (await import('@codemirror/lang-yaml')).yaml();

const LANGUAGES: Record<string, Load> = {
  ts: javascript(true),
  js: javascript(false),
  mjs: javascript(false),
  cjs: javascript(false),
  json: async () => (await import('@codemirror/lang-json')).json(),
  md: async () => (await import('@codemirror/lang-markdown')).markdown(),
  sql: async () => {
    const { PostgreSQL, sql } = await import('@codemirror/lang-sql');
    return sql({ dialect: PostgreSQL });
  },
  yml: yaml,
  yaml,
};

/** The grammar of a file by the end of its name, loaded when the first such file is shown; none for the others. */
export async function languageOf(path: string): Promise<Extension> {
  const load = LANGUAGES[path.split('.').at(-1) ?? ''];
  return load === undefined ? [] : await load();
}
