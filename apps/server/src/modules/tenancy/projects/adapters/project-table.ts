import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const projectTable = pgTable('project', {
  id: text().primaryKey(),
  organisationId: text('organisation_id').notNull(),
  name: text().notNull(),
  description: text().notNull(),
  createdAt: instant('created_at').notNull(),
  archivedAt: instant('archived_at'),
});

export const migrations = [
  {
    id: '0110-projects',
    sql: `create table project (
      id text primary key,
      organisation_id text not null references organisation (id),
      name text not null,
      description text not null,
      created_at timestamptz(3) not null,
      archived_at timestamptz(3)
    );
    create index project_by_organisation on project (organisation_id, id);
    create unique index project_name on project (organisation_id, lower(name)) where archived_at is null;`,
  },
];
