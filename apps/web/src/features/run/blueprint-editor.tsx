'use client';

import { useId, useMemo, useState } from 'react';
import { DiagramFigure } from '#components/diagram-figure.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { RemarkList } from '#components/remark-card.tsx';
import { Button } from '#components/ui/button.tsx';
import { Textarea } from '#components/ui/input.tsx';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '#components/ui/tabs.tsx';
import type { Blueprint } from '#lib/blueprint.ts';
import { toBlueprint } from '#lib/to-blueprint.ts';
import { isInWords } from '#lib/use-ask-again.ts';
import type { Asked } from '#lib/use-asked.ts';
import { useUnsavedGuard } from '#lib/use-unsaved-guard.ts';
import { TeamForm } from './access-form.tsx';
import { AddEntity } from './add-entity.tsx';
import { EntityForm } from './entity-form.tsx';
import { useAnswers } from './use-answers.ts';
import type { ReviewAnswer } from './use-checkpoint.ts';
import type { Run } from './use-run.ts';

type BlueprintEditorProps = {
  projectId: string;
  asked: Asked;
  reading: NonNullable<Run['reading']>;
  isSaving: boolean;
  onSave: (output: { blueprint: unknown; answers: ReviewAnswer[] }) => void;
};

/** A blueprint as a form, as text, as a picture, and as answers to what was open; all change the same thing. */
export function BlueprintEditor(props: BlueprintEditorProps) {
  const { projectId, asked, reading, isSaving, onSave } = props;
  const { blueprint } = reading;
  const [way, setWay] = useState('form');
  const [draft, setDraft] = useState<Blueprint>(blueprint);
  const [text, setText] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const answers = useAnswers(projectId, asked, reading, setDraft);
  const { questions, assumptions } = answers.reading;
  const remarks = isInWords(asked) ? [...questions, ...assumptions] : [];
  const isChanged = text !== null || draft !== blueprint;
  useUnsavedGuard(isChanged && !isSaving);

  function discard() {
    setDraft(blueprint);
    answers.forget();
    setText(null);
    setFault(null);
  }

  function save() {
    const { given } = answers;
    if (text === null) return onSave({ blueprint: draft, answers: given });
    try {
      onSave({ blueprint: JSON.parse(text), answers: given });
      setFault(null);
    } catch (error) {
      setFault(`This is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  return (
    <div className="rounded-b-lg border-line border-t bg-surface p-4">
      <Tabs value={way} onValueChange={setWay}>
        <TabsList aria-label="Ways to change the blueprint">
          <TabsTrigger value="form">Form</TabsTrigger>
          <TabsTrigger value="text">Text</TabsTrigger>
          <TabsTrigger value="diagram">Diagram</TabsTrigger>
          {remarks.length > 0 && <TabsTrigger value="open">Asked and assumed</TabsTrigger>}
        </TabsList>
        <TabsContent
          value="form"
          className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 pt-4 lg:grid-cols-2"
        >
          {text !== null ? <TextWins /> : <DraftForm draft={draft} onChange={setDraft} />}
        </TabsContent>
        <TabsContent value="text" className="pt-4">
          <BlueprintText
            text={text ?? JSON.stringify(draft, null, 2)}
            fault={fault}
            onChange={setText}
          />
        </TabsContent>
        <TabsContent value="diagram" className="pt-4">
          <DraftDiagram draft={draft} text={text} />
        </TabsContent>
        <TabsContent value="open" className="grid gap-3 pt-4" aria-busy={answers.isPending}>
          {answers.error !== null && <ProblemNotice error={answers.error} />}
          {text !== null ? (
            <TextWins />
          ) : (
            <RemarkList remarks={remarks} onAnswer={answers.answer} isAsking />
          )}
        </TabsContent>
      </Tabs>
      <div className="mt-4 flex justify-end gap-2">
        <Button disabled={!isChanged || isSaving} onClick={discard}>
          Discard
        </Button>
        <Button variant="primary" disabled={!isChanged || isSaving} onClick={save}>
          Build this instead
        </Button>
      </div>
    </div>
  );
}

type DraftFormProps = {
  draft: Blueprint;
  onChange: (change: (before: Blueprint) => Blueprint) => void;
};

function DraftForm({ draft, onChange }: DraftFormProps) {
  return (
    <>
      <TeamForm blueprint={draft} onChange={onChange} />
      {draft.entities.map((entity) => (
        <EntityForm key={entity.name} blueprint={draft} entity={entity} onChange={onChange} />
      ))}
      <AddEntity blueprint={draft} onChange={onChange} />
    </>
  );
}

function TextWins() {
  return (
    <p className="text-muted lg:col-span-2">
      The text was changed; it is what will be saved. Discard it to change the blueprint here.
    </p>
  );
}

type BlueprintTextProps = {
  text: string;
  fault: string | null;
  onChange: (text: string) => void;
};

function BlueprintText({ text, fault, onChange }: BlueprintTextProps) {
  const faultId = useId();
  return (
    <>
      <Textarea
        aria-label="Blueprint as JSON"
        aria-invalid={fault !== null}
        aria-describedby={faultId}
        spellCheck={false}
        rows={24}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        className="font-mono text-xs"
      />
      <p id={faultId} role="alert" className="mt-1 text-failed">
        {fault}
      </p>
    </>
  );
}

/** The picture of what would be saved now. */
function DraftDiagram({ draft, text }: { draft: Blueprint; text: string | null }) {
  const shown = useMemo(() => (text === null ? draft : toBlueprint(text)), [draft, text]);
  if (shown === null) {
    return <p className="text-muted">The text is no blueprint, so there is nothing to draw.</p>;
  }
  return <DiagramFigure blueprint={shown} className="rounded-lg border border-line" />;
}
