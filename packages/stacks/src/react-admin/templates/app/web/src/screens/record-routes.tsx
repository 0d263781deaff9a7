import { type ComponentType, lazy } from 'react';
import { Route } from 'react-router';

export type RecordPages = {
  path: string;
  List: ComponentType;
  Detail: ComponentType;
  /** Forms bring the schemas along, so they are loaded when somebody wants one. */
  loadForm(): Promise<ComponentType>;
};

/** The addresses of one kind of record. */
export function recordRoutes({ path, List, Detail, loadForm }: RecordPages) {
  const Form = lazy(async () => ({ default: await loadForm() }));
  return (
    <Route key={path} path={path}>
      <Route index element={<List />} />
      <Route path="new" element={<Form key="new" />} />
      <Route path=":id" element={<Detail />} />
      <Route path=":id/edit" element={<Form key="edit" />} />
    </Route>
  );
}
