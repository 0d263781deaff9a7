import { type FollowUpEntry, followUpsOf } from './follow-up-entry.ts';

const invoicing: Readonly<Record<string, readonly string[]>> = {
  'An invoice can be paid in parts': ['!'],
  'different prices per client': ['?1'],
  'prices depend on the client': ['?1'],
  'VAT rates: each has a country and a percentage': [
    '+ VatRate: country (string, required); percentage (percentage, required)',
  ],
  'clients can have several addresses': ['+ Address: client (belongs-to Client, required)'],
  'add a status called approved between draft and sent': [
    '~ Invoice.status: enum (draft, approved, sent, paid)',
  ],
  'Overdue should also be a status, after sent': [
    '~ Invoice.status: enum (draft, sent, overdue, paid)',
  ],
  'the number must be unique per client': [
    '+ Invoice.uniqueTogether: client and number are unique together',
  ],
  'Add a reference to invoices, unique per client': [
    '+ Invoice.reference: string, optional',
    '+ Invoice.uniqueTogether: client and reference are unique together',
  ],
  'the number must be unique per supplier': ['!'],
  'invoices should be deletable only by managers': [
    '+ people: manager',
    '~ Invoice.access: delete: manager',
  ],
  'show who last changed an invoice': ['!'],
  'remove sign-in': ['!'],
  'phone must be unique': ['~ Client.phone: unique'],
  'a client needs either a phone or an email': ['!'],
  'An invoice can have more than one client': ['!'],
};

const assets: Readonly<Record<string, readonly string[]>> = {
  'rename retired to disposed': ['?1'],
  "Insert 'on loan' after in use": ['~ Asset.status: enum (in use, on loan, in stock,'],
  'put being checked before in stock': ['~ Asset.status: enum (in use, being checked, in stock,'],
  'remove the in repair status': ['~ Asset.status: enum (in use, in stock, retired)'],
  'the serial number should be unique per category': [
    '+ Asset.uniqueTogether: category and serialNumber are unique together',
  ],
  'kick out the serial number': ['- Asset.serialNumber'],
  'purchase price as integer': ['~ Asset.purchasePrice: integer'],
};

const tasks: Readonly<Record<string, readonly string[]>> = {
  'remove sign-in': ['- people', '~ Task.access'],
  'nobody needs to sign in any more': ['- people', '~ Task.access'],
  'anyone can sign up': ['~ people: anybody may sign up'],
  'show who last changed a task': ['+ Task.records: who changed what is kept'],
  'Tasks should be deletable only by managers': ['~ Task.access: delete: manager'],
  'Projects are only visible to managers': ['~ Project.access: read: manager'],
};

/** How people ask for values in their places, rights, sign-in and what is different for each; 6 of 29 were read as meant before. */
export const followUpsF: readonly FollowUpEntry[] = [
  ...followUpsOf('stranger-invoicing', invoicing),
  ...followUpsOf('f-assets', assets),
  ...followUpsOf('tasks-with-people', tasks),
];
