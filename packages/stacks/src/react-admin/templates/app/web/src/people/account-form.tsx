import { accountChanges, newAccount } from '../../../src/people/account-schema.ts';
import { RecordForm } from '../screens/record-form.tsx';
import { account } from './account.ts';

export function AccountForm() {
  return <RecordForm entity={account} create={newAccount} change={accountChanges} />;
}
