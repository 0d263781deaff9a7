import type { FastifyRequest } from 'fastify';
import type { Account } from '../records/resource.ts';
import type { Services } from '../services.ts';
import type { Answer } from './answer.ts';
import type { Method } from './document.ts';
import type { Input } from './read-request.ts';

/** Where credentials stand in a request. */
export type Carrier =
  | { kind: 'bearer' }
  | { kind: 'basic' }
  | { kind: 'cookie' | 'header' | 'query'; name: string };

/** A request that fits the document, and who sent it. */
export type Call = {
  input: Input;
  request: FastifyRequest;
  services: Services;
  /** Who is signed in. */
  account: Account | null;
  /** The token of the session, where there is one. */
  token: string | null;
};

export type Handler = (call: Call) => Promise<Answer>;

/** Who may call: anybody, who is signed in, or who has the key of the configuration. */
export type Access =
  | { for: 'everybody' }
  | { for: 'session'; role?: string; optional?: true; orKey?: true }
  | { for: 'key' };

/** An operation of the document with what it does. */
export type Operation = { method: Method; path: string; access: Access; handle: Handler };

export const everybody: Access = { for: 'everybody' };
export const signedIn: Access = { for: 'session' };
export const withKey: Access = { for: 'key' };
