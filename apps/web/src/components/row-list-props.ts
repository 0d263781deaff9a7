import type { ReactNode } from 'react';

export type RowListProps<Item> = {
  label: string;
  rows: readonly Item[];
  /** Whether more rows follow that have not come yet. */
  goesOn: boolean;
  /** Called when the end of what has come is near. */
  onNearEnd: () => void;
  children: (item: Item, index: number) => ReactNode;
};
