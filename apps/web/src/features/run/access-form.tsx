'use client';

import { useId } from 'react';
import { Label, Select } from '#components/ui/input.tsx';
import type { Blueprint, Entity } from '#lib/blueprint.ts';
import {
  accessOf,
  changeRows,
  changeSight,
  changeTeam,
  type Rows,
  rowsChoices,
  type Sight,
  sightOf,
} from './edit-access.ts';

type OnChange = (change: (blueprint: Blueprint) => Blueprint) => void;

const ROWS: Record<Rows, string> = {
  shared: 'shared by all',
  team: 'of the team',
  own: 'of who made them',
};
const SIGHTS: Record<Sight, string> = {
  own: 'only those',
  reads: 'reads all, changes only those',
  all: 'sees and changes all',
};

/** Whose the rows of an entity are, and which roles reach more; nothing where nobody signs in. */
export function AccessForm({
  blueprint,
  entity,
  onChange,
}: {
  blueprint: Blueprint;
  entity: Entity;
  onChange: OnChange;
}) {
  const id = useId();
  const access = accessOf(blueprint, entity);
  if (access === null) return null;
  const choices = rowsChoices(blueprint, entity);
  const roles = access.rows === 'shared' ? [] : (blueprint.people?.roles ?? []);
  return (
    <div className="mt-3 grid gap-2 border-line border-t pt-3">
      <div className="flex items-center gap-2">
        <Label htmlFor={id} className="text-xs">
          Rows of {entity.name}
        </Label>
        <Select
          id={id}
          className="ml-auto h-7 w-56 text-xs"
          value={access.rows}
          onChange={({ target }) => {
            const rows = choices.find((choice) => choice === target.value);
            if (rows !== undefined) onChange(changeRows(entity.name, rows));
          }}
        >
          {choices.map((rows) => (
            <option key={rows} value={rows}>
              {ROWS[rows]}
            </option>
          ))}
        </Select>
      </div>
      {roles.map(({ name }) => (
        <SightRow
          key={name}
          label={`Rows of ${entity.name} for ${name}`}
          role={name}
          sight={sightOf(access, name)}
          onChange={(sight) => onChange(changeSight(entity.name, name, sight))}
        />
      ))}
    </div>
  );
}

type SightRowProps = {
  label: string;
  role: string;
  sight: Sight;
  onChange: (sight: Sight) => void;
};

function SightRow({ label, role, sight, onChange }: SightRowProps) {
  return (
    <div className="flex items-center gap-2">
      <span className="font-mono text-muted text-xs">{role}</span>
      <Select
        aria-label={label}
        className="ml-auto h-7 w-56 text-xs"
        value={sight}
        onChange={({ target }) => {
          if (target.value === 'own' || target.value === 'reads' || target.value === 'all')
            onChange(target.value);
        }}
      >
        {Object.entries(SIGHTS).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** What accounts belong to; nothing where nobody signs in. */
export function TeamForm({ blueprint, onChange }: { blueprint: Blueprint; onChange: OnChange }) {
  const id = useId();
  const { people, entities } = blueprint;
  if (people === undefined) return null;
  return (
    <div className="flex items-center gap-2 lg:col-span-2">
      <Label htmlFor={id}>Accounts belong to</Label>
      <Select
        id={id}
        className="w-56"
        value={people.memberOf ?? ''}
        onChange={({ target }) => onChange(changeTeam(target.value === '' ? null : target.value))}
      >
        <option value="">nothing: one team for all</option>
        {entities.map(({ name }) => (
          <option key={name} value={name}>
            one {name} each
          </option>
        ))}
      </Select>
    </div>
  );
}
