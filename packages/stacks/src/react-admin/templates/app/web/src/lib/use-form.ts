import { type FormEvent, useRef, useState } from 'react';
import type { z } from 'zod';
import { Problem } from './api.ts';
import { type Draft, type Drafts, isEmpty, toValue } from './drafts.ts';
import type { Field } from './entity.ts';
import { messageOf } from './messages.ts';

export type FormErrors = Readonly<Record<string, string>>;
export type Body = Readonly<Record<string, unknown>>;

type Options = {
  fields: readonly Field[];
  drafts: Drafts;
  /** The schema that the API holds the body to. */
  schema: z.ZodType;
  /** Sends what was changed only. */
  isChange: boolean;
  save(body: Body): Promise<unknown>;
};

/** The state of a form: what was entered, what is wrong with it, and whether it is being sent. */
export function useForm({ fields, drafts: begun, schema, isChange, save }: Options) {
  // What comes from the server meanwhile does not change what a person compares with.
  const [start] = useState(begun);
  const [drafts, setDrafts] = useState(start);
  const [errors, setErrors] = useState<FormErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  function setDraft(name: string, draft: Draft): void {
    setDrafts((before) => ({ ...before, [name]: draft }));
    setErrors(({ [name]: _left, ...others }) => others);
  }

  function refuse(found: FormErrors): void {
    setErrors(found);
    const [first] = fields.filter(({ name }) => name in found);
    const input = first && form.current?.querySelector<HTMLElement>(`[data-field="${first.name}"]`);
    input?.focus();
  }

  function fail(error: unknown): void {
    if (!(error instanceof Problem)) throw error;
    const known = error.errors.filter(({ pointer }) =>
      fields.some((one) => one.name === pointer.split('/')[1]),
    );
    setFailure(known.length > 0 && error.code === 'request-invalid' ? null : error.message);
    refuse(Object.fromEntries(known.map(({ pointer, detail }) => [pointer.split('/')[1], detail])));
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const sent = isChange ? fields.filter(({ name }) => drafts[name] !== start[name]) : fields;
    const found = check(sent, drafts, schema);
    setFailure(null);
    refuse(found);
    if (Object.keys(found).length > 0) return;
    setSending(true);
    try {
      await save(bodyOf(sent, drafts));
    } catch (error) {
      fail(error);
    } finally {
      setSending(false);
    }
  }

  return { form, drafts, errors, failure, isSending, setDraft, submit };
}

/** A password that is left empty stays what it is. */
function bodyOf(fields: readonly Field[], drafts: Drafts): Body {
  const filled = fields.filter(({ type, name }) => type !== 'password' || drafts[name] !== '');
  return Object.fromEntries(
    filled.map((field) => [field.name, toValue(field, drafts[field.name] ?? '')]),
  );
}

function check(fields: readonly Field[], drafts: Drafts, schema: z.ZodType): FormErrors {
  const missing = fields.filter(({ name, required }) => required && isEmpty(drafts[name] ?? ''));
  const result = schema.safeParse(bodyOf(fields, drafts));
  const invalid = (result.error?.issues ?? []).map((issue) => [
    String(issue.path[0]),
    messageOf(issue),
  ]);
  return {
    ...Object.fromEntries(invalid.reverse()),
    ...Object.fromEntries(missing.map(({ name }) => [name, 'Fill this in.'])),
  };
}
