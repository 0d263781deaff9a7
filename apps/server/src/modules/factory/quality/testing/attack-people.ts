import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searchFiles } from '../adapters/search-files.ts';
import type { Attack } from '../attacks/attack.ts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { PeopleOfApp } from '../domain/people-of-app.ts';
import { signInPeople } from '../sign-in-people.ts';
import { attackApp, type Weakness } from './attack-library.ts';
import { createPeopleApp, type Hole } from './people-app.ts';
import { peopleBlueprint } from './people-document.ts';

type Given = {
  holes?: readonly Hole[];
  weakness?: Weakness;
  /** What the attacker believes of the app, where that differs. */
  believed?: Partial<PeopleOfApp>;
  /** What of a request and its answer comes into the files of the database besides the address of the account. */
  stores?: (request: AppRequest, response: AppResponse) => string;
  /** Whether the app keeps its rows where they can be searched. */
  keepsRows?: boolean;
};

/** Carries out one attack on the app with people, whose people are signed in. */
export async function attackPeople(attack: Attack, given: Given = {}) {
  const {
    holes = [],
    weakness = (send) => send,
    believed = {},
    stores = () => '',
    keepsRows = true,
  } = given;
  const { client, admin, mails } = createPeopleApp(...holes);
  const folder = await mkdtemp(join(tmpdir(), 'attack-people-'));
  const storing: Weakness = (send) => async (request) => {
    const response = await send(request);
    for (const { to, code } of mails.splice(0)) {
      const name = `mail-${code.slice(0, 8)}.txt`;
      if (keepsRows) await writeFile(join(folder, name), `To: ${to}\n\nYour code:\n\n${code}\n`);
    }
    if (keepsRows)
      await appendFile(join(folder, 'wal'), addressIn(request) + stores(request, response));
    return response;
  };
  try {
    const send = storing(weakness(client.send));
    const people = await signInPeople({ ...client, send }, admin);
    if (people === null) throw new Error('the app has no people');
    return await attackApp(attack, {
      client: people.client,
      blueprint: peopleBlueprint,
      people: { ...people, app: { ...people.app, ...believed } },
      searchData: (needles) => searchFiles(folder, needles),
      readData: (path) => readFile(join(folder, path), 'utf8'),
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const addressIn = ({ body }: AppRequest): string =>
  /"email":"(?<address>[^"]+)"/.exec(body ?? '')?.groups?.address ?? '';
