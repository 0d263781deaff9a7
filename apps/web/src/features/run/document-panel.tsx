'use client';

import type { components } from '@quantumlayer/sdk';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { FORMATS } from '#lib/document-formats.ts';
import { saveText } from '#lib/save-text.ts';
import type { Asked } from '#lib/use-asked.ts';

type Account = components['schemas']['DocumentAccount'];
type DocumentPanelProps = {
  account: Account;
  /** Null until it has come. */
  document: Asked['document'];
};

/** Parts that a page shows before somebody asks for the rest. */
const FIRST = 100;

/** What each part of the document became, by its lines. */
export function DocumentPanel({ account, document }: DocumentPanelProps) {
  const [isWhole, setIsWhole] = useState(false);
  const { became, format } = account;
  const name = account.name ?? 'A document';
  const parts = isWhole ? became : became.slice(0, FIRST);
  return (
    <Panel>
      <PanelHeader title={`${name}, line by line`}>
        <span className="text-muted text-xs">{FORMATS[format]}</span>
        <Button
          size="sm"
          disabled={document === null}
          onClick={() =>
            document !== null && saveText(document.name ?? 'document.txt', document.text)
          }
        >
          <Download aria-hidden />
          Download
        </Button>
      </PanelHeader>
      <table className="w-full table-fixed text-left">
        <thead className="text-muted text-xs">
          <tr>
            <th className="w-14 px-3 py-1.5 text-right font-medium">Line</th>
            <th className="w-1/2 px-3 py-1.5 font-medium">Text</th>
            <th className="px-3 py-1.5 font-medium">Became</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.line} className="border-line border-t align-top">
              <td className="px-3 py-1.5 text-right text-muted tabular-nums">{part.line}</td>
              <td className="break-words px-3 py-1.5 font-mono text-xs">{part.text}</td>
              <td className="break-words px-3 py-1.5">
                {part.became.map(({ path, meaning }) => (
                  <span key={`${path} ${meaning}`} className="block">
                    <code className="font-mono text-xs">{path}</code>{' '}
                    <span className="text-muted">{meaning}</span>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {parts.length < became.length && (
        <div className="border-line border-t p-2 text-center">
          <Button variant="ghost" onClick={() => setIsWhole(true)}>
            Show all {became.length.toLocaleString('en')} parts
          </Button>
        </div>
      )}
    </Panel>
  );
}
