import * as conditions from '../records/conditions.ts';
import { memberOf } from '../contract/json.ts';
import type { Filter } from './list.ts';

type Condition = typeof conditions.equals;

const filter =
  (condition: Condition) =>
  (parameter: string, member: string): Filter =>
  (resource, query) => {
    const value = query[parameter];
    return value === undefined || value === '' ? null : condition(resource, member, value);
  };

/** The member has the value of the parameter. */
export const equals = filter(conditions.equals);
export const contains = filter(conditions.contains);
export const oneOf = filter(conditions.oneOf);
export const atLeast = filter(conditions.atLeast);
export const atMost = filter(conditions.atMost);
export const before = filter(conditions.before);
export const after = filter(conditions.after);
export const onDay = filter(conditions.onDay);
export const startsWith = filter(conditions.startsWith);

/** Rows that are the same in one member have, taken together, every value of the parameter; one of them for each. */
export const allOf =
  (parameter: string, member: string, of: string): Filter =>
  (resource, query) => {
    const values = query[parameter];
    return values === undefined ? null : conditions.allOf(resource, { member, of }, values);
  };

/** The switch of a row is as the parameter says, and off where it says nothing. */
export const switched =
  (parameter: string, member: string): Filter =>
  (resource, query) =>
    conditions.equals(resource, member, query[parameter] === true);

/** Where the switch is on, there is some of what the member counts. */
export const anyLeft =
  (parameter: string, member: string): Filter =>
  (resource, query) =>
    query[parameter] === true ? conditions.after(resource, member, 0) : null;

/** Where the switch is on, fewer rows of another resource refer to the row than the member says. */
export const hasRoom =
  (parameter: string, member: string, room: conditions.Room): Filter =>
  (resource, query) =>
    query[parameter] === true ? conditions.hasRoom(resource, member, room) : null;

/** The words of the parameter stand in one of the members. */
export const searches =
  (parameter: string, ...members: string[]): Filter =>
  (resource, query) => {
    const words = query[parameter];
    return words === undefined || words === '' ? null : conditions.search(resource, members, words);
  };

/** Each of the words that the body gives under this name stands in one of the members. */
export const searchesBody =
  (name: string, ...members: string[]): Filter =>
  (resource, _query, body) => {
    const given = memberOf(body, name);
    const words = (Array.isArray(given) ? given : [given]).filter(
      (word) => typeof word === 'string' && word !== '',
    );
    return words.length === 0
      ? null
      : conditions.all(words.map((word) => conditions.search(resource, members, word)));
  };
