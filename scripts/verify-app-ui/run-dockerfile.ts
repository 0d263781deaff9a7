import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';

type Stage = { name: string; folder: string };

/** Steps that prepare the volume of a container, of which there is none here. */
const OF_CONTAINERS = /^mkdir \/data\b/;
const WORKDIR = '/app/';

/**
 * Does what the Dockerfile of an app does, stage by stage, each in a clean folder of its own; for machines without Docker.
 * `node` and `npm` are those of this process. Answers the folder of the last stage and its command. Throws where a step
 * ends with an error, or is of a kind that is not known here.
 */
export async function runDockerfile(app: string, into: string) {
  const text = await readFile(join(app, 'Dockerfile'), 'utf8');
  const stages: Stage[] = [];
  const env: Record<string, string> = {};
  let command: string[] = [];
  for (const { kind, rest } of stepsOf(text)) {
    const stage = stages.at(-1);
    if (kind === 'FROM') {
      const name = / AS (\w+)$/.exec(rest)?.[1] ?? 'last';
      stages.push({ name, folder: await made(join(into, name)) });
      for (const key of Object.keys(env)) delete env[key];
    } else if (stage === undefined) throw new Error(`${kind} stands before FROM`);
    else if (kind === 'COPY') await copy(app, stages, stage, rest);
    else if (kind === 'RUN') run(stage, rest, env);
    else if (kind === 'ENV') Object.assign(env, variablesOf(rest));
    else if (kind === 'CMD') command = JSON.parse(rest);
    else if (!/^(WORKDIR|USER|VOLUME|EXPOSE|HEALTHCHECK)$/.test(kind))
      throw new Error(`${kind} is not known here`);
  }
  return { folder: stages.at(-1)?.folder ?? '', command };
}

type Step = { kind: string; rest: string };

/** Lines that go on are one step; comments are none. */
function stepsOf(text: string): Step[] {
  const lines = text.replaceAll(/\\\n\s*/g, '').split('\n');
  return lines.flatMap((line) => {
    const [, kind, rest] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    return kind === undefined || rest === undefined ? [] : [{ kind, rest }];
  });
}

async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return folder;
}

/** `COPY a b ./` of the app, `COPY --from=web /app/web/dist ./web/dist` of another stage. */
async function copy(app: string, stages: readonly Stage[], stage: Stage, rest: string) {
  const words = rest.split(' ');
  const name = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
  const target = words.pop() ?? '';
  const from = name === undefined ? app : stages.find((each) => each.name === name)?.folder;
  if (from === undefined) throw new Error(`there is no stage ${name}`);
  for (const word of words) {
    const path = word.startsWith(WORKDIR) ? word.slice(WORKDIR.length) : word;
    const place = resolve(stage.folder, target.endsWith('/') ? join(target, path) : target);
    await mkdir(dirname(place), { recursive: true });
    await cp(join(from, path), place, { recursive: true });
  }
}

function run({ folder }: Stage, command: string, env: Readonly<Record<string, string>>): void {
  if (OF_CONTAINERS.test(command)) return;
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
  execFileSync('sh', ['-c', command.replace(' && npm cache clean --force', '')], {
    ...{ cwd: folder, stdio: 'inherit', env: { ...process.env, ...env, PATH: path } },
  });
}

function variablesOf(text: string): Record<string, string> {
  return Object.fromEntries(text.split(' ').map((pair) => pair.split('=')));
}
