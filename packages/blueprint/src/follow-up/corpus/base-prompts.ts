/** What follow-ups start from that is no prompt of the corpus of prompts. */
export const basePrompts: Readonly<Record<string, string>> = {
  'stranger-invoicing':
    'Clients have a name, an email, a phone and a fax number. A client has many invoices. An invoice has a number, a due date, a total, a status (draft, sent or paid) and many line items. A line item belongs to a product and has a quantity and a unit price. Products have a title, a price and a stock.',
};
