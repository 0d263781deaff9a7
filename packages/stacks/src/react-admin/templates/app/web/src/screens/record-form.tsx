import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { z } from 'zod';
import { FormField } from '../components/form-field.tsx';
import { useNotify } from '../components/notices.tsx';
import { Page } from '../components/page.tsx';
import { Failure, Loading } from '../components/states.tsx';
import { type Drafts, draftsOf } from '../lib/drafts.ts';
import { capital, type Entity, type Row, withArticle } from '../lib/entity.ts';
import { useRecord, useSave } from '../lib/records.ts';
import { labelOf } from '../lib/text-of.ts';
import { useForm } from '../lib/use-form.ts';

/** The schemas that the API holds new records and changes to. */
type Schemas = { entity: Entity; create: z.ZodType; change: z.ZodType };

/** Makes a record, or changes the one in the address. */
export function RecordForm(schemas: Schemas) {
  const { id } = useParams();
  return id === undefined ? <CreateForm {...schemas} /> : <ChangeForm {...schemas} id={id} />;
}

function CreateForm(schemas: Schemas) {
  const [given] = useSearchParams();
  const title = `New ${schemas.entity.title}`;
  return (
    <Page title={title} above={<BackLink entity={schemas.entity} />}>
      <Form {...schemas} row={undefined} given={Object.fromEntries(given)} />
    </Page>
  );
}

function ChangeForm({ id, ...schemas }: Schemas & { id: string }) {
  const { entity } = schemas;
  const { data: row, error, refetch } = useRecord(entity, id);
  const title = row ? `Edit ${labelOf(entity, row)}` : `Edit ${withArticle(entity.title)}`;
  return (
    <Page title={title} above={<BackLink entity={entity} />}>
      {row ? (
        <Form {...schemas} row={row} given={{}} />
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function BackLink({ entity }: { entity: Entity }) {
  return <Link to={`/${entity.path}`}>{capital(entity.pluralTitle)}</Link>;
}

function Form({
  entity,
  create,
  change,
  row,
  given,
}: Schemas & { row: Row | undefined; given: Drafts }) {
  const navigate = useNavigate();
  const notify = useNotify();
  // A change is based on what the person saw when they began, also when the record is fetched again meanwhile.
  const [seen] = useState(row);
  const { mutateAsync } = useSave(entity, seen);
  const fields = entity.fields
    .filter(({ segment, readOnly, only }) => !segment && !readOnly && (row || only === undefined))
    // An empty password of a record that is there stays what it is.
    .map((field) => (row && field.type === 'password' ? { ...field, required: false } : field));
  const { form, drafts, errors, failure, isSending, setDraft, submit } = useForm({
    fields,
    drafts: draftsOf(fields, row, given),
    schema: row ? change : create,
    isChange: row !== undefined,
    save: async (body) => {
      const saved = row && Object.keys(body).length === 0 ? row : await mutateAsync(body);
      navigate(`/${entity.path}/${saved.id}`, { replace: row !== undefined });
      notify(`${labelOf(entity, saved)} is saved.`);
    },
  });
  const cancel = row ? `/${entity.path}/${row.id}` : `/${entity.path}`;
  return (
    <form ref={form} className="form" noValidate onSubmit={submit}>
      {failure && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
      {fields.map((field) => (
        <FormField
          key={field.name}
          field={field}
          draft={drafts[field.name] ?? ''}
          error={errors[field.name]}
          onChange={(draft) => setDraft(field.name, draft)}
        />
      ))}
      <div className="actions">
        <button type="submit" className="primary" disabled={isSending}>
          {row ? 'Save' : `Create ${entity.title}`}
        </button>
        <Link className="button" to={cancel}>
          Cancel
        </Link>
      </div>
    </form>
  );
}
