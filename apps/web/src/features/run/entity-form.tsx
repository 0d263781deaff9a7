'use client';

import { addField } from '@quantumlayer/contracts/add-to-blueprint';
import { changeField, renameField } from '@quantumlayer/contracts/edit-blueprint';
import { removeEntity, removeField } from '@quantumlayer/contracts/remove-from-blueprint';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';
import type { Blueprint } from '#lib/blueprint.ts';
import { AccessForm } from './access-form.tsx';
import { FieldRow } from './field-row.tsx';
import { RelationRows } from './relation-rows.tsx';

type EntityFormProps = {
  blueprint: Blueprint;
  entity: Blueprint['entities'][number];
  onChange: (change: (blueprint: Blueprint) => Blueprint) => void;
};

/** The fields and relations of an entity, to change, add and remove, and whose its rows are. */
export function EntityForm({ blueprint, entity, onChange }: EntityFormProps) {
  const [added, setAdded] = useState('');
  const isNew =
    /^[a-z][A-Za-z0-9]{0,47}$/.test(added) && !entity.fields.some(({ name }) => name === added);
  return (
    <fieldset className="relative min-w-0 rounded-lg border border-line p-3">
      <legend className="px-1 font-medium">{entity.name}</legend>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={`Remove the entity ${entity.name}`}
        title={`Remove ${entity.name} and its relations`}
        disabled={blueprint.entities.length === 1}
        onClick={() => onChange(removeEntity(entity.name))}
        className="-top-6 absolute right-2 bg-surface"
      >
        <Trash2 />
      </Button>
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
      <RelationRows blueprint={blueprint} entity={entity} onChange={onChange} />
      <AccessForm blueprint={blueprint} entity={entity} onChange={onChange} />
    </fieldset>
  );
}
