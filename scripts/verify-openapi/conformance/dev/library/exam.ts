import { atOnce, bodiesAreBounded, injects, oneWins } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants, wantsRefusal } from '../../examiner/verdicts.ts';

let count = Date.now() % 1_000_000;
function nextIsbn(): string {
  count += 1;
  return `978${String(1_000_000_000 + count)}`;
}

const author = async (api: Client, name: string) =>
  Number(wants(await api.post('/authors', { name }), 201).id('author.id'));

async function book(api: Client, author_id: number, more: object = {}): Promise<string> {
  const isbn = nextIsbn();
  wants(await api.post('/books', { isbn, title: 'A Book', author_id, ...more }), 201);
  return isbn;
}

const lend = (api: Client, isbn: string, reader = 'Jo') =>
  api.post(`/books/${isbn}/loans`, { reader });

export const exam: Exam = {
  functional: {
    'keeps authors and their books, in envelopes': async ({ api, unique }) => {
      const name = unique('Author');
      const id = await author(api, name);
      must(
        wants(await api.get('/authors'), 200)
          .list('authors')
          .some((one) => one.name === name),
        'listed',
      );
      const isbn = nextIsbn();
      const sent = { isbn, title: 'Dune', author_id: id, year: 1965, copies: 2 };
      wants(await api.post('/books', sent), 201);
      equal(wants(await api.get(`/books/${isbn}`), 200).at('book'), sent, 'book');
      const books = wants(await api.get(`/authors/${id}/books`), 200).list('books');
      equal(
        books.map((one) => one.isbn),
        [isbn],
        'books of the author',
      );
    },
    'one copy when nothing is said': async ({ api, unique }) => {
      const isbn = await book(api, await author(api, unique('A')));
      equal(wants(await api.get(`/books/${isbn}`), 200).at('book.copies'), 1, 'copies');
    },
    'orders an author’s books by year': async ({ api, unique }) => {
      const id = await author(api, unique('A'));
      for (const year of [1999, 1950, 1975]) await book(api, id, { year });
      const years = wants(await api.get(`/authors/${id}/books`), 200)
        .list('books')
        .map((one) => one.year);
      equal(years, [1950, 1975, 1999], 'years');
    },
    'finds books by part of the title and by years': async ({ api, unique }) => {
      const [id, word] = [await author(api, unique('A')), unique('Needle')];
      const old = await book(api, id, { title: `The ${word} 1`, year: 1900 });
      const late = await book(api, id, { title: `The ${word} 2`, year: 2000 });
      const find = async (query: Record<string, string | number>) =>
        wants(await api.get('/books', { query }), 200)
          .list('books')
          .map((one) => one.isbn);
      equal(await find({ title: word.toLowerCase() }), [old, late], 'by title');
      equal(await find({ title: word, year_from: 1950 }), [late], 'from');
      equal(await find({ title: word, year_to: 1950 }), [old], 'to');
      equal(await find({ title: word, year_from: 1900, year_to: 1900 }), [old], 'in');
    },
    'replaces and deletes books': async ({ api, unique }) => {
      const id = await author(api, unique('A'));
      const isbn = await book(api, id);
      wants(await api.put(`/books/${isbn}`, { isbn, title: 'Other', author_id: id }), 200);
      equal(wants(await api.get(`/books/${isbn}`), 200).at('book.title'), 'Other', 'title');
      wants(await api.delete(`/books/${isbn}`), 204);
      wants(await api.get(`/books/${isbn}`), 404);
    },
    'an author with books cannot be deleted': async ({ api, unique }) => {
      const id = await author(api, unique('A'));
      const isbn = await book(api, id);
      wants(await api.delete(`/authors/${id}`), 409);
      wants(await api.delete(`/books/${isbn}`), 204);
      wants(await api.delete(`/authors/${id}`), 204);
      wants(await api.delete(`/authors/${id}`), 404);
    },
    'refuses what is not valid, with a reason': async ({ api, unique }) => {
      const id = await author(api, unique('A'));
      const good = { isbn: nextIsbn(), title: 'x', author_id: id };
      for (const bad of [
        { isbn: '123' },
        { title: '' },
        { year: 1399 },
        { copies: -1 },
        { author_id: 'me' },
      ])
        equal(
          typeof wants(await api.post('/books', { ...good, ...bad }), 422).at('failure.reason'),
          'string',
          'reason',
        );
      wantsRefusal(await api.post('/books', { ...good, author_id: 987_654 }));
      const isbn = await book(api, id);
      wants(await api.post('/books', { ...good, isbn }), 409);
    },
    'lends as many copies as there are': async ({ api, unique }) => {
      const isbn = await book(api, await author(api, unique('A')), { copies: 2 });
      const first = wants(await lend(api, isbn, 'Ann'), 201);
      equal(
        [first.at('loan.reader'), first.at('loan.isbn'), first.at('loan.returned_at')],
        ['Ann', isbn, null],
        'loan',
      );
      wants(await lend(api, isbn), 201);
      wants(await lend(api, isbn), 409);
      wants(await lend(api, '9780000000000'), 404);
    },
    'a copy that is back can be lent again': async ({ api, unique }) => {
      const isbn = await book(api, await author(api, unique('A')));
      const loan = wants(await lend(api, isbn), 201).id('loan.id');
      const back = wants(await api.post(`/loans/${loan}/return`), 200);
      must(typeof back.at('loan.returned_at') === 'string', 'returned_at is set');
      wants(await api.post(`/loans/${loan}/return`), 409);
      wants(await lend(api, isbn), 201);
    },
    'tells which books are available': async ({ api, unique }) => {
      const [id, word] = [await author(api, unique('A')), unique('Avail')];
      const [lent, free] = [
        await book(api, id, { title: `${word} a` }),
        await book(api, id, { title: `${word} b` }),
      ];
      wants(await lend(api, lent), 201);
      const found = wants(
        await api.get('/books', { query: { title: word, available: true } }),
        200,
      ).list('books');
      equal(
        found.map((one) => one.isbn),
        [free],
        'available',
      );
    },
  },
  exploits: {
    'the last copy is lent once': async ({ api, unique }) => {
      const isbn = await book(api, await author(api, unique('A')));
      await oneWins(8, () => lend(api, isbn));
    },
    'a copy comes back once': async ({ api, unique }) => {
      const isbn = await book(api, await author(api, unique('A')));
      const loan = wants(await lend(api, isbn), 201).id('loan.id');
      const replies = await atOnce(6, () => api.post(`/loans/${loan}/return`));
      safe(replies.filter(({ status }) => status === 200).length === 1, 'not exactly once');
    },
    'of many with one ISBN one wins': async ({ api, unique }) => {
      const [author_id, isbn] = [await author(api, unique('A')), nextIsbn()];
      await oneWins(8, () => api.post('/books', { isbn, title: 'x', author_id }));
    },
    'an ISBN cannot be changed onto another’s': async ({ api, unique }) => {
      const id = await author(api, unique('A'));
      const [a, b] = [await book(api, id, { title: 'AA' }), await book(api, id, { title: 'BB' })];
      const reply = await api.put(`/books/${a}`, { isbn: b, title: 'stolen', author_id: id });
      safe(reply.status >= 400 || reply.at('book.isbn') === a, 'two books have one ISBN');
      safe(wants(await api.get(`/books/${b}`), 200).at('book.title') === 'BB', 'the other changed');
    },
    'SQL in every text stays text': async ({ api, unique }) => {
      const id = await author(api, unique('A'));
      const isbn = await book(api, id);
      for (const name of ['title', 'year_from', 'available'])
        await injects((text) => api.get('/books', { query: { [name]: text } }));
      await injects(async (text) => {
        const made = wants(await api.post('/authors', { name: text }), 201);
        safe(made.at('author.name') === text, `${text} was changed`);
        return made;
      });
      await injects((text) => api.get(`/books/${encodeURIComponent(text)}`));
      await injects((text) => api.delete(`/books/${encodeURIComponent(text)}`));
      await injects((text) => api.post(`/loans/${encodeURIComponent(text)}/return`));
      wants(await api.get(`/books/${isbn}`), 200);
    },
    'an id cannot be chosen': async ({ api, unique }) => {
      const reply = await api.post('/authors', { id: 555_555, name: unique('A') });
      safe(reply.status >= 400 || reply.at('author.id') !== 555_555, 'it was');
    },
    'numbers outside of integers': async ({ api, unique }) => {
      for (const born of [2 ** 53, 1.5, 1e300]) {
        const reply = await api.post('/authors', { name: unique('A'), born });
        safe(reply.status >= 400 || reply.at('author.born') === born, `${born} changed`);
      }
      for (const id of ['9223372036854775808', '-1', '1.5'])
        denied(await api.delete(`/authors/${id}`));
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/books'),
  },
  undetermined: {},
};
