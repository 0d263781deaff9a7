import type { FollowUpEntry } from './follow-up-entry.ts';

/** Of personnel, books, expenses and shops. */
export const moreFollowUps: readonly FollowUpEntry[] = [
  {
    base: 'd-hr',
    text: 'drop min salary and max salary, and add a salary to the employee',
    expect: ['- Position.minSalary', '- Position.maxSalary', '+ Employee.salary: money, optional'],
  },
  {
    base: 'd-hr',
    text: 'min salary and max salary are optional',
    expect: ['~ Position.minSalary: optional', '~ Position.maxSalary: optional'],
  },
  {
    base: 'd-hr',
    text: 'an employee can have many skills and a skill many employees; a skill has a unique name',
    expect: ['+ Skill: name (string, required, unique)', '+ Employee.skills: many-to-many Skill'],
  },
  {
    base: 'd-hr',
    text: 'approved is no by default',
    expect: ['~ LeaveRequest.approved: false unless given'],
  },
  {
    base: 'd-hr',
    text: 'leave requests should be absences',
    expect: ['!'],
  },
  {
    base: 'd-hr',
    text: 'rename LeaveRequest to Absence',
    expect: ['> Absence: LeaveRequest', '> Employee.absences: leaveRequests'],
  },
  {
    base: 'd-hr',
    text: "change the employee's hired on to a datetime",
    expect: ['~ Employee.hiredOn: datetime, required'],
  },
  { base: 'd-hr', text: 'Remove the supervisor.', expect: ['- Employee.supervisor'] },
  {
    base: 'd-hr',
    text: 'the cost center code is unique',
    expect: ['~ Department.costCenterCode: required, unique'],
  },
  {
    base: 'library-with',
    text: 'drop the unique constraint on the isbn',
    expect: ['~ Book.isbn: string, required'],
  },
  { base: 'library-with', text: 'a loan has a loan date', expect: [] },
  { base: 'library-with', text: 'make the title required', expect: [] },
  {
    base: 'library-with',
    text: 'make the title optional. The title is required.',
    expect: ['?2'],
  },
  { base: 'library-with', text: 'drop the author, the author is optional', expect: ['?0'] },
  {
    base: 'library-with',
    text: 'published year is from 1450 to 2100',
    expect: ['~ Book.publishedYear: at least 1450, at most 2100'],
  },
  { base: 'library-with', text: 'add a shelf to the boook', expect: ['?1'] },
  { base: 'library-with', text: 'add a shelf', expect: ['+ Shelf: name'] },
  { base: 'library-with', text: 'add a colour', expect: ['?3'] },
  {
    base: 'library-with',
    text: 'add a page count and a language to books',
    expect: ['+ Book.pageCount: integer, optional', '+ Book.language: string, optional'],
  },
  {
    base: 'library-with',
    text: 'add reviews with a rating and a text; a review belongs to a book and a member',
    expect: [
      '+ Review: rating (rating, required); text (text, required); book (belongs-to Book, required); member (belongs-to Member, required)',
    ],
  },
  {
    base: 'library-with',
    text: 'call the app City Library',
    expect: ['~ name: city-library', '~ title: City Library'],
  },
  {
    base: 'library-with',
    text: 'Add a required shelf mark to the book. For existing books the shelf mark is unknown.',
    expect: ['+ Book.shelfMark: string, required'],
  },
  { base: 'library-with', text: 'drop everything', expect: ['!'] },
  { base: 'library-with', text: 'merge author and title', expect: ['!'] },
  {
    base: 'library-with',
    text: 'A loan is never longer than 30 days; the due date is after the loan date',
    expect: ['+ Loan.rules: loanDate is before dueDate', '!'],
  },
  {
    base: 'library-with',
    text: 'a member may have at most 5 loans',
    expect: ['+ Loan.rules: at most 5 per member'],
  },
  {
    base: 'library-with',
    text: 'when a book is deleted, its loans are deleted too',
    expect: ['~ Loan.book: deleted with it'],
  },
  {
    base: 'p-expenses',
    text: 'Allow the date of an expense to be empty',
    expect: ['~ Expense.date: optional'],
  },
  {
    base: 'p-expenses',
    text: 'turn the category into text',
    expect: ['~ Expense.category: text, required'],
  },
  {
    base: 'p-expenses',
    text: 'set the default of the status to draft',
    expect: ['~ ExpenseReport.status: draft unless given'],
  },
  {
    base: 'p-expenses',
    text: 'require a receipt link',
    expect: ['~ Expense.receiptLink: url, required', '?1'],
  },
  {
    base: 'p-expenses',
    text: 'an expense report goes from draft to submitted to approved',
    expect: [
      '+ ExpenseReport.lifecycle: its status starts as draft',
      '+ ExpenseReport.lifecycle: from draft to submitted',
      '+ ExpenseReport.lifecycle: from submitted to approved',
    ],
  },
  {
    base: 'y-purchasing',
    text: 'remove rejected from the status',
    expect: [
      '~ PurchaseOrder.status: enum (draft, submitted, approved)',
      '- PurchaseOrder.lifecycle',
    ],
  },
  { base: 'y-purchasing', text: 'only directors may delete purchase orders', expect: ['?2'] },
  {
    base: 'y-purchasing',
    text: 'clerks may not delete purchase orders',
    expect: ['~ PurchaseOrder.access: delete: manager'],
  },
  { base: 'r-bakery', text: 'drop the price, the flavour and the size', expect: ['!'] },
  {
    base: 'shop-bullets',
    text: 'remove the minimum of the price',
    expect: ['~ Product.price: money, required'],
  },
  {
    base: 'shop-bullets',
    text: 'products need a weight in kg and a barcode, which must be unique',
    expect: ['+ Product.weight: decimal, optional', '+ Product.barcode: string, optional, unique'],
  },
  {
    base: 'shop-bullets',
    text: 'Orders belong to a customer. A customer has a name, an email and an optional phone.',
    expect: [
      '+ Customer: name (string, required); email (email, required); phone (phone, optional)',
      '+ Order.customer: belongs-to Customer, optional',
    ],
  },
];
