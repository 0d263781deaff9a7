/** Prompts to begin with; each ends in a capsule that verifies. */
export const examples = [
  {
    title: 'Invoicing',
    prompt:
      'An invoicing API: customers have a unique email and many invoices; an invoice has a number, a due date, line items with quantity and unit price, and a status of draft, sent or paid',
  },
  {
    title: 'Library',
    prompt:
      'A library: books have a title, a unique isbn and a number of copies. Members have a name and a unique email. A loan belongs to a book and a member and has a due date and an optional returned date.',
  },
  {
    title: 'Vet clinic',
    prompt:
      'A veterinary clinic: owners have a name, phone and email (unique). Pets belong to an owner and have a name, species (dog, cat, bird or other), birth date and weight in kg. Visits belong to a pet and record a date, reason, diagnosis and cost.',
  },
  {
    title: 'Help desk',
    prompt:
      'A help desk: customers open tickets. A ticket has a subject, a description, a priority of low, normal or high (default normal) and a status of open, pending or solved. Agents have a name and a unique email. A ticket may be assigned to an agent and has many comments, each with a body.',
  },
] as const;
