'use client';

import { addEntity } from '@quantumlayer/contracts/add-to-blueprint';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';
import type { Blueprint } from '#lib/blueprint.ts';

type AddEntityProps = {
  blueprint: Blueprint;
  onChange: (change: (blueprint: Blueprint) => Blueprint) => void;
};

const ENTITY_NAME = /^[A-Z][A-Za-z0-9]{0,47}$/;

/** Makes an entity with a name, to which fields and relations can be given. */
export function AddEntity({ blueprint, onChange }: AddEntityProps) {
  const [name, setName] = useState('');
  const canAdd = ENTITY_NAME.test(name) && addEntity(name)(blueprint) !== blueprint;
  return (
    <form
      className="flex gap-2 lg:col-span-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!canAdd) return;
        onChange(addEntity(name));
        setName('');
      }}
    >
      <Input
        aria-label="New entity"
        placeholder="NewEntity"
        value={name}
        onChange={(event) => setName(event.target.value)}
        className="h-8 min-w-0 max-w-64 font-mono text-xs"
      />
      <Button type="submit" disabled={!canAdd}>
        <Plus aria-hidden />
        Add entity
      </Button>
    </form>
  );
}
