/** The row that an insert returns. */
export function onlyRow<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('The database returned no row for an insert.');
  return row;
}
