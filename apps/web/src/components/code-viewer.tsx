'use client';

import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { readOnly } from './code-extensions.ts';

/** A file to read: highlighted, folded, searched with Ctrl/Cmd+F. Loaded when it is first needed. */
export function CodeViewer({ path, text }: { path: string; text: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return;
    const state = EditorState.create({ doc: text, extensions: readOnly(path) });
    const view = new EditorView({ parent: host.current, state });
    return () => view.destroy();
  }, [path, text]);
  return <div ref={host} />;
}
