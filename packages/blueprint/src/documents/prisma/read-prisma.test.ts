import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from '../../check-blueprint.ts';
import { inBrief } from '../brief.fixture.ts';
import { readDocument } from '../read-document.ts';

async function load(name: string) {
  const file = new URL(`../fixtures/${name}.prisma`, import.meta.url);
  const reading = await readDocument({ name: `${name}.prisma`, text: readFileSync(file, 'utf8') });
  expect(checkBlueprint(reading.blueprint)).toMatchObject({ ok: true });
  return reading;
}

describe('a Prisma schema', () => {
  it('says models, keys, choices and what a deletion does', async () => {
    const { format, blueprint } = await load('shop');

    expect(format).toBe('prisma');
    expect(inBrief(blueprint)).toEqual({
      'Customer hidden': [
        'email: email! unique ..254',
        'name: string?',
        'role: enum! (USER|ADMIN) = USER',
        'tags: json?',
        'profile <-1 Profile.customer',
        'orders <- Order.customer',
      ],
      'Profile hidden': ['bio: text?', 'avatar: image?', 'customer -> Customer.profile! cascade'],
      Order: [
        'number: integer!',
        'status: enum! (NEW|PAID|CANCELLED) = NEW',
        'total: money! -99999999.99..99999999.99 = 0',
        'shipOn: date?',
        'meta: json?',
        'customer -> Customer.orders!',
        'items <- OrderItem.order',
        'unique customer + number',
      ],
      OrderItem: [
        'quantity: integer! = 1',
        'unitPrice: money!',
        'order -> Order.items! cascade',
        'product -> Product.items!',
        'unique order + product',
      ],
      'Product versioned': [
        'sku: string! unique ..32',
        'name: string!',
        'weight: decimal?',
        'rating: decimal! = 0',
        'items <- OrderItem.product',
        'categories <-> Category.products',
      ],
      Category: [
        'name: string! unique',
        'parent -> Category.children? set-null',
        'children <- Category.parent',
        'products <-> Product.categories',
      ],
    });
  });

  it('says several relations of two models, of a model to itself and through a model between', async () => {
    const { format, blueprint } = await load('forum');

    expect(format).toBe('prisma');
    expect(inBrief(blueprint)).toEqual({
      User: [
        'name: string! unique ..30',
        'password: password!',
        'isBanned: boolean! = false',
        'written <- Post.author',
        'edited <- Post.editor',
        'liked <- Like.user',
        'followedBy <-> User.following',
        'following <-> User.followedBy',
      ],
      Post: [
        'title: string! ..200',
        'content: text!',
        'views: integer! 0..4294967295 = 0',
        'embedding: string?',
        'author -> User.written!',
        'editor -> User.edited? set-null',
        'tags <- TagsOnPost.post',
        'likes <- Like.post',
      ],
      Tag: ['label: string! ..40', 'posts <- TagsOnPost.tag'],
      TagsOnPost: [
        'assignedAt: datetime! = now',
        'post -> Post.tags!',
        'tag -> Tag.posts!',
        'unique post + tag',
      ],
      Like: [
        'weight: integer! -128..127 = 1',
        'user -> User.liked! cascade',
        'post -> Post.likes! cascade',
        'unique user + post',
      ],
    });
  });

  it('says the models of a document database', async () => {
    const { format, blueprint } = await load('hr');

    expect(format).toBe('prisma');
    expect(inBrief(blueprint)).toEqual({
      Employee: [
        'personnelNo: string! unique',
        'workEmail: email!',
        'salary: money!',
        'hiredOn: date!',
        'shiftStart: time?',
        'address: json?',
        'languages: multi-choice? (EN|DE|FR)',
        'department -> Department.employees!',
        'managed <-1 Department.manager',
        'skills <-> Skill.employees',
      ],
      Department: [
        'name: string!',
        'employees <- Employee.department',
        'manager -> Employee.managed? set-null',
      ],
      Skill: ['name: string! unique', 'level: integer?', 'employees <-> Employee.skills'],
    });
  });

  it('takes descriptions above and behind', async () => {
    const { blueprint } = await load('shop');
    const [customer] = blueprint.entities;

    expect(customer?.description).toBe('Who buys\nfrom the shop');
    expect(customer?.fields[1]).toMatchObject({ name: 'name', description: 'As on the letter' });
    expect(customer?.fields[0]).not.toHaveProperty('description');
  });

  it('lists what is not data', async () => {
    const listed = await Promise.all(['shop', 'forum', 'hr'].map(load));

    expect(
      listed.map(({ outOfScope }) => outOfScope.map(({ line, what }) => `${line} ${what}`)),
    ).toEqual([
      [
        '3 generator client: provider = "prisma-client-js"',
        '4 generator client: previewFeatures = ["fullTextSearch"]',
        '8 datasource db: provider = "postgresql"',
        '9 datasource db: url = env("DATABASE_URL")',
        '26 @@index([name]) of Customer',
        '27 @@map("customers") of Customer',
        '89 @map("paid") of OrderStatus.PAID',
        '92 @@map("order_status") of OrderStatus',
      ],
      [
        '2 datasource db: provider = "mysql"',
        '3 datasource db: url = env("DATABASE_URL")',
        '27 Post.embedding Unsupported("vector(3)")?',
        '28 @@fulltext([title, content]) of Post',
        '54 view PopularPost: id Int @unique',
        '55 view PopularPost: count Int',
      ],
      [
        '2 datasource db: provider = "mongodb"',
        '3 datasource db: url = env("DATABASE_URL")',
        '6 type Address: street String',
        '7 type Address: city String',
        '10 @map("_id") of Employee.id',
        '10 @db.ObjectId of Employee.id',
        '19 @db.ObjectId of Employee.departmentId',
        '24 @map("_id") of Department.id',
        '24 @db.ObjectId of Department.id',
        '28 @db.ObjectId of Department.managerId',
      ],
    ]);
  });

  it('says what became of a relation and of the ids', async () => {
    const { became } = await load('hr');

    expect(became.find(({ text }) => text.startsWith('managerId'))?.became).toEqual([
      {
        path: 'Department.manager',
        meaning: 'belongs-to Employee, optional, left without it when it is deleted',
      },
    ]);
    expect(became.find(({ line }) => line === 10)?.became).toEqual([
      { path: 'Employee', meaning: 'id: the id that every record of the app has' },
    ]);
  });

  it('lists a relation whose other side is missing', async () => {
    const { outOfScope } = await readDocument({
      format: 'prisma',
      text: 'model A {\n  id Int @id\n  n Int\n  bs B[]\n}\nmodel B {\n  id Int @id\n  n Int\n}',
    });

    expect(outOfScope).toMatchObject([{ what: 'relation A.bs', line: 4 }]);
  });

  it.each([
    ['model A {\n  id Int @id(\n}', 3, 1],
    ['model A {\n  id\n}', 3, 1],
    ['model A { n Int }\nmodel A { n Int }', 2, 1],
    ['model A { n Int', 1, 16],
    ['model A { n Int @default("x) }', 1, 26],
    [`model A { n Int @default(${'['.repeat(40)}1${']'.repeat(40)}) }`, 1, 54],
  ])('is refused with line and column where it is none', async (text, line, column) => {
    await expect(readDocument({ text, format: 'prisma' })).rejects.toMatchObject({
      name: 'DocumentInvalid',
      code: 'document-invalid',
      line,
      column,
    });
  });
});
