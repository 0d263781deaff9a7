import { Refused } from './failures.ts';

/** What a server answered, with short ways to the values in its JSON. */
export class Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly call: string;

  constructor(call: string, status: number, headers: Headers, bytes: Buffer) {
    this.call = call;
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
  }

  get text(): string {
    return this.bytes.toString('utf8');
  }

  get json(): unknown {
    try {
      return JSON.parse(this.text);
    } catch {
      throw new Refused(`${this.call} answered no JSON: ${this.text.slice(0, 80)}`);
    }
  }

  /** The value at `items.0.name`; undefined where there is none. */
  at(path: string): unknown {
    let value = this.json;
    for (const step of path.split('.')) {
      if (value === null || typeof value !== 'object') return undefined;
      value = (value as Record<string, unknown>)[step];
    }
    return value;
  }

  /** An id or a word as it goes into a path. */
  id(path: string): string {
    const value = this.at(path);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw new Refused(`${this.call} has no ${path}: ${this.text.slice(0, 120)}`);
  }

  list(path = ''): readonly Record<string, unknown>[] {
    const value = path === '' ? this.json : this.at(path);
    if (Array.isArray(value)) return value;
    throw new Refused(`${this.call} has no list ${path}: ${this.text.slice(0, 120)}`);
  }
}
