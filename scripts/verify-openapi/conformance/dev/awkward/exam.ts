import { bodiesAreBounded, injects, leaksNothing } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { equal, must, safe, wants } from '../../examiner/verdicts.ts';

const make = (api: Client, members: object) => api.post("/it's", { "a'b": 'x', ...members });

/** A pattern may be refused when the document is read; where it is kept, no text may hold the server up. */
async function isQuick(api: Client, members: object): Promise<void> {
  const started = performance.now();
  await make(api, members);
  safe(performance.now() - started < 2_000, 'the pattern holds the server up');
}

export const exam: Exam = {
  functional: {
    'keeps members of awkward names apart': async ({ api }) => {
      const sent = {
        "a'b": '1',
        select: '2',
        'x`y': '3',
        'Ünïcode 名': '4',
        'a-b': '5',
        a_b: '6',
        aB: '7',
      };
      const made = wants(await make(api, sent), 201).json as Record<string, unknown>;
      equal(
        Object.fromEntries(Object.keys(sent).map((name) => [name, made[name]])),
        sent,
        'members',
      );
    },
    'has its default, character by character': async ({ api }) => {
      const made = wants(await make(api, {}), 201).json as Record<string, unknown>;
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the default of the document
      equal(made.class, 'it\'s `${1}` \\ \n" end', 'class');
    },
    'takes the choices of the document and no others': async ({ api }) => {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a choice of the document
      for (const kind of ["a'b", '`${2}`', '*/', 'ü " \\'])
        equal(
          (wants(await make(api, { kind }), 201).json as { kind?: unknown }).kind,
          kind,
          'kind',
        );
      wants(await make(api, { kind: '`2`' }), 400);
    },
    'paths that are alike are two collections': async ({ api, unique }) => {
      const [dash, line] = [unique('dash'), unique('line')];
      wants(await api.post('/a-b', { name: dash }), 201);
      wants(await api.post('/a_b', { name: line }), 201);
      const names = async (path: string) =>
        wants(await api.get(path), 200)
          .list()
          .map(({ name }) => name);
      must((await names('/a-b')).includes(dash) && !(await names('/a-b')).includes(line), '/a-b');
      must((await names('/a_b')).includes(line) && !(await names('/a_b')).includes(dash), '/a_b');
    },
    'keeps to its patterns': async ({ api }) => {
      wants(await make(api, { code: 'aaa', mail: 'a.b@c.de' }), 201);
      wants(await make(api, { code: 'aab' }), 400);
      wants(await make(api, { mail: 'nobody' }), 400);
    },
  },
  exploits: {
    'no pattern holds the server up': async ({ api }) => {
      await isQuick(api, { code: `${'a'.repeat(60)}!` });
      await isQuick(api, { mail: 'a'.repeat(60) });
      await isQuick(api, { mail: `a@${'a'.repeat(60)}` });
      await isQuick(api, { code: `${'a'.repeat(200_000)}!` });
    },
    'SQL in every text stays text': async ({ api }) => {
      await injects(async (text) => {
        const made = wants(await make(api, { "a'b": text, 'x`y': text, select: text }), 201);
        safe(made.at("a'b") === text && made.at('x`y') === text, `${text} was changed`);
        return made;
      });
    },
    'errors tell nothing of the inside': async ({ api }) => {
      for (const members of [{ kind: '*/' + '`' }, { "a'b": 7 }, { select: null }])
        leaksNothing(await make(api, members));
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, "/it's"),
  },
  undetermined: {},
};
