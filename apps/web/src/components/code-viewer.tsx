'use client';

import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { readOnly } from './code-extensions.ts';
import { showWhenReady } from './show-when-ready.ts';

/** A file to read: highlighted, folded, searched with Ctrl/Cmd+F. Loaded when it is first needed. */
export function CodeViewer({ path, text }: { path: string; text: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    return showWhenReady(host.current, async (parent) => {
      const state = EditorState.create({ doc: text, extensions: await readOnly(path) });
      return () => new EditorView({ parent, state });
    });
  }, [path, text]);
  return <div ref={host} />;
}
