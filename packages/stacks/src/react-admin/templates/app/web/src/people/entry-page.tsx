import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { about } from '../../../src/about.ts';
import { Problem } from '../lib/api.ts';

type Props = {
  title: string;
  action: string;
  children: ReactNode;
  /** Ways to the other pages. */
  below: ReactNode;
  submit(form: FormData): Promise<void>;
};

/** A small form of its own page: to sign in, to sign up, to choose another password. */
export function EntryPage({ title, action, children, below, submit }: Props) {
  const [failure, setFailure] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    document.title = `${title} · ${about.title}`;
  }, [title]);

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setFailure(null);
    setSending(true);
    try {
      await submit(new FormData(event.currentTarget));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFailure(explain(error));
    } finally {
      setSending(false);
    }
  }

  return (
    <main className="entry">
      <form onSubmit={send}>
        <p className="faint">{about.title}</p>
        <h1>{title}</h1>
        {failure && (
          <p className="failure" role="alert">
            {failure}
          </p>
        )}
        {children}
        <button type="submit" className="primary" disabled={isSending}>
          {action}
        </button>
        <div className="below">{below}</div>
      </form>
    </main>
  );
}

/** What is wrong with single values says more than that some are. */
function explain({ message, errors }: Problem): string {
  const details = errors.map(({ pointer, detail }) => `${pointer.split('/').at(-1)}: ${detail}`);
  return details.length > 0 ? details.join('; ') : message;
}

type InputProps = {
  name: string;
  label: string;
  type: 'email' | 'password' | 'text';
  autoComplete: string;
  hint?: string;
  minLength?: number;
};

export function EntryInput({ name, label, hint, ...rest }: InputProps) {
  const id = `entry-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input {...rest} id={id} name={name} required aria-describedby={hint && `${id}-hint`} />
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
