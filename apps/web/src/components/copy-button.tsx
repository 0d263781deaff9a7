'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { cn } from '#lib/cn.ts';
import { useCommands } from './shell/commands.tsx';
import { useToast } from './ui/toast.tsx';

const SHOWN_MS = 1_500;

type CopyButtonProps = {
  text: string;
  label: string;
  className?: string;
  children?: string;
  /** Also in the command menu. */
  isCommand?: boolean;
};

/** Copies `text`. With children it shows them in mono, as ids are shown. */
export function CopyButton({ text, label, className, children, isCommand }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  const toast = useToast();
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      toast({ title: 'This browser does not let pages copy', text, tone: 'failed' });
    }
  }

  const Icon = isCopied ? Check : Copy;
  return (
    <button
      type="button"
      onClick={copy}
      title={text}
      className={cn(
        'inline-flex items-center gap-1.5 rounded-sm text-subtle hover:text-ink',
        children !== undefined && 'font-mono text-xs',
        className,
      )}
    >
      {children}
      <span className="sr-only">{isCopied ? 'Copied' : `Copy ${label}`}</span>
      <Icon aria-hidden className={cn('size-3.5 shrink-0', isCopied && 'text-succeeded')} />
      {isCommand && <CopyCommand label={label} onCopy={() => void copy()} />}
    </button>
  );
}

function CopyCommand({ label, onCopy }: { label: string; onCopy: () => void }) {
  const name = `Copy ${label}`;
  useCommands(name, [{ id: name, name, group: 'This page', run: onCopy }]);
  return null;
}
