'use client';

import { addRelation, type DrawnKind } from '@quantumlayer/contracts/add-to-blueprint';
import { changeRelation } from '@quantumlayer/contracts/edit-blueprint';
import { removeRelation } from '@quantumlayer/contracts/remove-from-blueprint';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/input.tsx';
import type { Blueprint, Entity, Relation } from '#lib/blueprint.ts';
import { Flag } from './field-row.tsx';

type RelationRowsProps = {
  blueprint: Blueprint;
  entity: Entity;
  onChange: (change: (blueprint: Blueprint) => Blueprint) => void;
};

const KINDS: Record<Relation['kind'], string> = {
  'belongs-to': 'belongs to',
  'has-many': 'has many',
  'has-one': 'has one',
  'many-to-many': 'has and is of many',
};

/** The relations of an entity, to add and remove in both directions; one that belongs to another may be optional. */
export function RelationRows({ blueprint, entity, onChange }: RelationRowsProps) {
  return (
    <div className="mt-3 grid gap-2 border-line border-t pt-3">
      {entity.relations.map((relation) => (
        <div key={relation.name} className="flex flex-wrap items-center gap-2">
          <span className="font-mono text-xs">{relation.name}</span>
          <span className="text-muted text-xs">
            {KINDS[relation.kind]} {relation.target}
          </span>
          <span className="ml-auto flex items-center gap-2">
            {relation.kind === 'belongs-to' && (
              <Flag
                label="required"
                isOn={relation.required}
                isDisabled={relation.onDelete === 'set-null'}
                onChange={(required) =>
                  onChange(changeRelation(entity.name, relation.name, { ...relation, required }))
                }
              />
            )}
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Remove the relation ${relation.name}`}
              onClick={() => onChange(removeRelation(entity.name, relation.name))}
            >
              <Trash2 />
            </Button>
          </span>
        </div>
      ))}
      <AddRelation blueprint={blueprint} entity={entity} onChange={onChange} />
    </div>
  );
}

function AddRelation({ blueprint, entity, onChange }: RelationRowsProps) {
  const [kind, setKind] = useState<DrawnKind>('belongs-to');
  const [target, setTarget] = useState('');
  return (
    <div className="flex items-center gap-2">
      <Select
        aria-label={`Kind of a new relation of ${entity.name}`}
        value={kind}
        onChange={(event) =>
          setKind(event.target.value === 'many-to-many' ? 'many-to-many' : 'belongs-to')
        }
        className="h-7 w-auto min-w-24 flex-1 text-xs"
      >
        <option value="belongs-to">{KINDS['belongs-to']}</option>
        <option value="many-to-many">{KINDS['many-to-many']}</option>
      </Select>
      <Select
        aria-label={`Target of a new relation of ${entity.name}`}
        value={target}
        onChange={(event) => setTarget(event.target.value)}
        className="h-7 w-auto min-w-24 flex-1 text-xs"
      >
        <option value="">entity</option>
        {blueprint.entities.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </Select>
      <Button
        size="sm"
        aria-label={`Add a relation to ${entity.name}`}
        disabled={target === ''}
        onClick={() => {
          onChange(addRelation(entity.name, kind, target));
          setTarget('');
        }}
      >
        <Plus aria-hidden />
        Add
      </Button>
    </div>
  );
}
