import { RecordDetail } from '../screens/record-detail.tsx';
import { RecordList } from '../screens/record-list.tsx';
import type { RecordPages } from '../screens/record-routes.tsx';
import { account } from './account.ts';

/** The accounts of everybody, for who manages them. */
export const accountPages: RecordPages = {
  path: account.path,
  List: () => <RecordList entity={account} columns={['role', 'isActive']} />,
  Detail: () => <RecordDetail entity={account} />,
  loadForm: async () => (await import('./account-form.tsx')).AccountForm,
};
