import type { AppModel, EntityModel } from '../model.ts';
import { partsOf } from './entity-parts.ts';

/** What the API does with types that are more than a value, each with an example; nothing for apps without them. */
export function typeNotes({ entities }: AppModel): string {
  const notes = [
    noteOf(entities, 'holds', (path, member) => [
      `A set of choices is an array without repetitions; \`/api/${path}?${member}=...\` finds the rows that have`,
      'chosen a value.',
    ]),
    noteOf(entities, 'near', (path, member) => [
      `Places are \`{ "latitude": 51.5, "longitude": -0.12 }\`; \`/api/${path}?${member}.near=51.5,-0.12,10\` finds`,
      'what is no farther than 10 kilometres.',
    ]),
    ...passwordNote(entities),
    ...fileNote(entities),
  ];
  return notes
    .flatMap((lines) => (lines.length === 0 ? [] : [`- ${lines.join('\n  ')}\n`]))
    .join('');
}

type Lines = string[];

function noteOf(
  entities: readonly EntityModel[],
  filter: 'holds' | 'near',
  note: (path: string, member: string) => Lines,
): Lines {
  const found = entities.flatMap((entity) =>
    partsOf(entity)
      .filter(({ kind }) => kind.filter === filter)
      .map(({ model }) => note(entity.path, model.name)),
  );
  return found[0] ?? [];
}

function passwordNote(entities: readonly EntityModel[]): Lines[] {
  const isThere = entities.some((entity) => partsOf(entity).some(({ kind }) => kind.writeOnly));
  return isThere
    ? [
        [
          'Passwords are taken and never given: a hash is kept (`src/people/password-hash.ts`), which no answer holds.',
        ],
      ]
    : [];
}

function fileNote(entities: readonly EntityModel[]): Lines[] {
  const [entity] = entities.filter(({ uploads }) => uploads.length > 0);
  const [upload] = entity?.uploads ?? [];
  if (entity === undefined || upload === undefined) return [];
  const place = `/api/${entity.path}/<id>/${upload.nested.segment}`;
  const limit = upload.maxBytes.toLocaleString('en');
  return [
    [
      `A file is the whole body of a \`PUT\`: \`curl -T my.file '127.0.0.1:3000${place}?name=my.file'\`.`,
      `There it may have ${limit} bytes and be of the type ${upload.mediaTypes.map((type) => `\`${type}\``).join(', ')},`,
      'which its bytes tell; `GET` and `DELETE` of the same give and remove it.',
    ],
  ];
}
