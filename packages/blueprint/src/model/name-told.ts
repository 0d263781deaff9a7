import type { Entity, Field, Reading } from '@quantumlayer/contracts';
import { nothingElse, say, sayOne } from '../answers.ts';
import { isPersonWord } from '../lexicon/people.ts';
import { usualOf } from './usual.ts';

const TEXTS = new Set(['string', 'text', 'slug', 'email', 'uuid']);
/** Last words of fields by which one person is told from another. */
const NAMING =
  /(^| )(name|person|contact|company|firm|organi[sz]ation|title|number|no|username|handle|nickname|pseudonym|slug|email|reference|identifier|id|code)$/;

/**
 * "Doctors have a specialty", "exercises with sets and reps": what usually has a name or a title and of which only other
 * things are told has one nevertheless. It is assumed, and said so. `complete`: entities of which a person decided otherwise.
 */
export function nameTold(reading: Reading, complete: ReadonlySet<string>): Reading {
  const assumptions = [...reading.assumptions];
  const entities = reading.blueprint.entities.map((entity) => {
    const made = complete.has(entity.name) ? null : nameOf(reading, entity);
    if (made === null) return entity;
    assumptions.push({
      path: `${entity.name}.${made.name}`,
      text: `Nothing that is told of ${sayOne(entity.name)} says which one it is, so it also got a ${say(made.name)}.`,
      answers: nothingElse(entity.name),
    });
    return { ...entity, fields: [made, ...entity.fields] };
  });
  return { ...reading, assumptions, blueprint: { ...reading.blueprint, entities } };
}

function nameOf({ blueprint }: Reading, entity: Entity): Field | null {
  const { name, fields, relations } = entity;
  const usual = usualOf(blueprint, name);
  const isPerson = isPersonWord(say(name).split(' ').at(-1) ?? '');
  const isKnown = fields.some(
    (field) =>
      field.unique || (TEXTS.has(field.type) && (!isPerson || NAMING.test(say(field.name)))),
  );
  if (isKnown || fields.length === 0 || joinsOthers(entity)) return null;
  const naming =
    usual === undefined && isPerson
      ? 'name'
      : usual?.fields.find((field) => /^(name|title)$/.test(field.name))?.name;
  const isTaken = [...fields, ...relations].some((each) => each.name === naming);
  if (naming === undefined || isTaken) return null;
  return { name: naming, type: 'string', required: true, unique: false };
}

/** What joins two others is known by them. */
function joinsOthers({ relations }: Entity): boolean {
  return relations.filter(({ kind, required }) => kind === 'belongs-to' && required).length > 1;
}
