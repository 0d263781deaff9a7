/** What follow-ups start from that is no prompt of the corpus of prompts. */
export const basePrompts: Readonly<Record<string, string>> = {
  'stranger-invoicing':
    'Clients have a name, an email, a phone and a fax number. A client has many invoices. An invoice has a number, a due date, a total, a status (draft, sent or paid) and many line items. A line item belongs to a product and has a quantity and a unit price. Products have a title, a price and a stock.',
  'tasks-with-people':
    'A task tracker. Users are members or managers. Projects have a name. Tasks have a title, a due date and a status of open, in progress or done, and belong to a project. Members can edit their own tasks.',
};
