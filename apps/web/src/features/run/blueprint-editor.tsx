'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Input, Textarea } from '#components/ui/input.tsx';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '#components/ui/tabs.tsx';
import { useUnsavedGuard } from '#lib/use-unsaved-guard.ts';
import type { Blueprint } from './blueprint.ts';
import { addField, changeField, removeField, renameField } from './edit-blueprint.ts';
import { FieldRow } from './field-row.tsx';

type BlueprintEditorProps = {
  blueprint: Blueprint;
  isSaving: boolean;
  onSave: (blueprint: unknown) => void;
};

/** A blueprint as a form and as text; both change the same thing. */
export function BlueprintEditor({ blueprint, isSaving, onSave }: BlueprintEditorProps) {
  const [draft, setDraft] = useState(blueprint);
  const [text, setText] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const isChanged = text !== null || draft !== blueprint;
  const faultId = useId();
  useUnsavedGuard(isChanged && !isSaving);

  function save() {
    if (text === null) return onSave(draft);
    try {
      onSave(JSON.parse(text));
      setFault(null);
    } catch (error) {
      setFault(`This is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  return (
    <div className="rounded-b-lg border-line border-t bg-surface p-4">
      <Tabs defaultValue="form">
        <TabsList>
          <TabsTrigger value="form">Form</TabsTrigger>
          <TabsTrigger value="text">Text</TabsTrigger>
        </TabsList>
        <TabsContent value="form" className="grid gap-4 pt-4 lg:grid-cols-2">
          {text !== null && (
            <p className="text-muted lg:col-span-2">
              The text was changed; it is what will be saved.
            </p>
          )}
          {text === null &&
            draft.entities.map((entity) => (
              <EntityForm
                key={entity.name}
                entity={entity}
                onChange={(change) => setDraft((before) => change(before))}
              />
            ))}
        </TabsContent>
        <TabsContent value="text" className="pt-4">
          <Textarea
            aria-label="Blueprint as JSON"
            aria-invalid={fault !== null}
            aria-describedby={faultId}
            spellCheck={false}
            rows={24}
            value={text ?? JSON.stringify(draft, null, 2)}
            onChange={(event) => setText(event.target.value)}
            className="font-mono text-xs"
          />
          <p id={faultId} role="alert" className="mt-1 text-failed">
            {fault}
          </p>
        </TabsContent>
      </Tabs>
      <div className="mt-4 flex justify-end gap-2">
        <Button
          disabled={!isChanged || isSaving}
          onClick={() => {
            setDraft(blueprint);
            setText(null);
            setFault(null);
          }}
        >
          Discard
        </Button>
        <Button variant="primary" disabled={!isChanged || isSaving} onClick={save}>
          Build this instead
        </Button>
      </div>
    </div>
  );
}

type EntityFormProps = {
  entity: Blueprint['entities'][number];
  onChange: (change: (blueprint: Blueprint) => Blueprint) => void;
};

function EntityForm({ entity, onChange }: EntityFormProps) {
  const [added, setAdded] = useState('');
  const isNew =
    /^[a-z][A-Za-z0-9]{0,47}$/.test(added) && !entity.fields.some(({ name }) => name === added);
  return (
    <fieldset className="rounded-lg border border-line p-3">
      <legend className="px-1 font-medium">{entity.name}</legend>
      <div className="grid gap-2">
        {entity.fields.map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            onRename={(name) => onChange(renameField(entity.name, field.name, name))}
            onChange={(next) => onChange(changeField(entity.name, field.name, next))}
          >
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Remove ${field.name}`}
              disabled={entity.fields.length === 1}
              onClick={() => onChange(removeField(entity.name, field.name))}
            >
              <Trash2 />
            </Button>
          </FieldRow>
        ))}
        <div className="flex gap-2">
          <Input
            aria-label={`New field of ${entity.name}`}
            placeholder="newField"
            value={added}
            onChange={(event) => setAdded(event.target.value)}
            className="h-7 font-mono text-xs"
          />
          <Button
            size="sm"
            disabled={!isNew}
            onClick={() => {
              onChange(addField(entity.name, added));
              setAdded('');
            }}
          >
            <Plus aria-hidden />
            Add
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
