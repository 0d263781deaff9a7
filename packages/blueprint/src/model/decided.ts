/** A relation with the sides decided: `child` holds the key unless it is many-to-many. */
export type Decided = {
  kind: 'one-to-many' | 'one-to-one' | 'many-to-many';
  child: string;
  parent: string;
  required: boolean;
  role: string | null;
};
