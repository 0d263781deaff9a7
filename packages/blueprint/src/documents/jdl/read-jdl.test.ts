import { describe, expect, it } from 'vitest';
import { inBrief } from '../brief.fixture.ts';
import { readDocument } from '../read-document.ts';

const read = (text: string) => readDocument({ name: 'model.jdl', text });
const briefOf = async (text: string) => inBrief((await read(text)).blueprint);
const SAFE = '-9007199254740991..9007199254740991';

describe('a JHipster model', () => {
  it('says fields of every type', async () => {
    const brief = await briefOf(`
      entity Everything {
        name String
        count Integer, size Long
        price BigDecimal
        weight BigDecimal
        ratio Float, factor Double
        active Boolean
        day LocalDate
        opens LocalTime
        seenAt ZonedDateTime, sentAt Instant
        length Duration
        reference UUID
        contract Blob, anything AnyBlob
        picture ImageBlob
        notes TextBlob
        email String
        website String
        phone String
        password String
      }`);

    expect(brief).toEqual({
      Everything: [
        'name: string?',
        'count: integer?',
        `size: integer? ${SAFE}`,
        'price: money?',
        'weight: decimal?',
        'ratio: decimal?',
        'factor: decimal?',
        'active: boolean?',
        'day: date?',
        'opens: time?',
        'seenAt: datetime?',
        'sentAt: datetime?',
        'length: duration?',
        'reference: uuid?',
        'contract: file?',
        'anything: file?',
        'picture: image?',
        'notes: text?',
        'email: email?',
        'website: url?',
        'phone: phone?',
        'password: password?',
      ],
    });
  });

  it('says validations, with constants', async () => {
    const { blueprint, outOfScope } = await read(`
      MOST = 40
      LEAST = 2
      entity Book {
        title String required unique minlength(LEAST) maxlength(MOST)
        pages Integer required min(1) max(5000)
        price BigDecimal min(0) max(999.99)
        isbn String pattern(/^[0-9-]{10,17}$/)
        cover ImageBlob minbytes(10) maxbytes(200000)
      }`);

    expect(inBrief(blueprint)).toEqual({
      Book: [
        'title: string! unique 2..40',
        'pages: integer! 1..5000',
        'price: money? 0..999.99',
        'isbn: string?',
        'cover: image?',
      ],
    });
    expect(blueprint.entities[0]?.fields[4]).toMatchObject({ maxBytes: 200_000 });
    expect(outOfScope.map(({ line, what }) => [line, what])).toEqual([
      [8, 'pattern /^[0-9-]{10,17}$/ of Book.isbn'],
      [9, 'Book: cover minbytes(10)'],
    ]);
  });

  it('says choices, whose labels are listed', async () => {
    const { blueprint, outOfScope } = await read(`
      /** How far an order is */
      enum OrderState { NEW, PAID(paid), SENT("on its way") }
      enum Plain {
        ONE,
        TWO
      }
      entity Order { state OrderState required, plain Plain }`);

    expect(inBrief(blueprint)).toEqual({
      Order: ['state: enum! (NEW|PAID|SENT)', 'plain: enum? (ONE|TWO)'],
    });
    expect(outOfScope).toMatchObject([
      { what: 'label "paid" of OrderState.PAID', line: 3 },
      { what: 'label "on its way" of OrderState.SENT', line: 3 },
      { what: 'description of OrderState: How far an order is', line: 3 },
    ]);
  });

  it('says the four kinds of relationships in both directions', async () => {
    const brief = await briefOf(`
      entity Author { name String }
      entity Book { title String }
      entity Tag { label String }
      entity Isbn { code String }
      relationship OneToMany { Author{book} to Book{author required} }
      relationship ManyToOne { Book{editor} to Author{edited} }
      relationship ManyToMany { Book{tag} to Tag{book} }
      relationship OneToOne { Book{isbn required} to Isbn{book} }`);

    expect(brief).toEqual({
      Author: ['name: string?', 'books <- Book.author', 'editeds <- Book.editor'],
      Book: [
        'title: string?',
        'author -> Author.books!',
        'editor -> Author.editeds?',
        'tags <-> Tag.books',
        'isbn -> Isbn.book!',
      ],
      Tag: ['label: string?', 'books <-> Book.tags'],
      Isbn: ['code: string?', 'book <-1 Book.isbn'],
    });
  });

  it('names the other direction of relationships that are said in one alone', async () => {
    const brief = await briefOf(`
      entity Room { number String }
      entity Guest { name String }
      entity Stay { nights Integer }
      relationship ManyToOne {
        Stay{room} to Room
        Stay{guest} to Guest
      }
      relationship ManyToOne { Stay{payer} to Guest }
      relationship OneToMany { Room to Guest }
      relationship ManyToOne { Room{parent} to Room }`);

    expect(brief).toEqual({
      Room: [
        'number: string?',
        'stays <- Stay.room',
        'guests <- Guest.room',
        'parent -> Room.children?',
        'children <- Room.parent',
      ],
      Guest: [
        'name: string?',
        'staysAsGuest <- Stay.guest',
        'staysAsPayer <- Stay.payer',
        'room -> Room.guests?',
      ],
      Stay: [
        'nights: integer?',
        'room -> Room.stays?',
        'guest -> Guest.staysAsGuest?',
        'payer -> Guest.staysAsPayer?',
      ],
    });
  });

  it('says what a deletion does, and what it cannot keep of a relationship', async () => {
    const { blueprint, outOfScope } = await read(`
      entity Album { title String }
      entity Photo { title String }
      relationship OneToMany {
        Album{photo required} to @OnDelete("CASCADE") Photo{album(title)}
      }
      relationship ManyToOne { @OnDelete("SET NULL") Album{cover(title)} to Photo }
      relationship OneToOne { Album{owner(login)} to User with builtInEntity }`);

    expect(inBrief(blueprint)).toMatchObject({
      Album: ['title: string?', 'photos <- Photo.album', 'cover -> Photo.albums? set-null'],
      Photo: ['title: string?', 'album -> Album.photos? cascade', 'albums <- Album.cover'],
    });
    expect(outOfScope.map(({ line, what }) => [line, what])).toEqual([
      [5, 'display field title of Photo'],
      [5, 'required photo of Album'],
      [7, 'display field title of Album'],
      [8, 'relationship OneToOne Album{owner(login)} to User with builtInEntity'],
    ]);
  });

  it('lists options, annotations, applications and deployments', async () => {
    const { blueprint, outOfScope } = await read(`
      application {
        config { baseName corner-shop, applicationType monolith packageName com.example.shop
          languages [en, fr] testFrameworks [cypress] clientFramework vue }
        entities * except Note
        dto * with mapstruct
      }
      @service(serviceClass) @Paginate(pagination) @readOnly
      entity Product { @Transient name String required }
      @dto("mapstruct") entity Note(tbl_note) { body TextBlob }
      paginate Product, Note with infinite-scroll except Note
      service all with serviceImpl
      search * with elasticsearch
      filter Product
      skipClient Note
      clientRootFolder Product with "shop"
      use serviceClass, mapstruct for * except Note
      deployment { deploymentType kubernetes appsFolders [a, b] dockerRepositoryName "me" }`);

    expect(blueprint).toMatchObject({ name: 'corner-shop', title: 'Corner shop' });
    expect(inBrief(blueprint)).toEqual({ Product: ['name: string!'], Note: ['body: text?'] });
    expect(outOfScope.map(({ line, what }) => `${line} ${what}`)).toEqual([
      '3 application: baseName corner-shop, applicationType monolith packageName com.example.shop',
      '4 application: languages [en, fr] testFrameworks [cypress] clientFramework vue',
      '5 application: entities * except Note',
      '6 application: dto * with mapstruct',
      '8 @service(serviceClass) of Product',
      '8 @Paginate(pagination) of Product',
      '8 @readOnly of Product',
      '9 @Transient of Product.name',
      '10 table name tbl_note of Note',
      '10 @dto(mapstruct) of Note',
      '11 option paginate Product, Note with infinite-scroll except Note',
      '12 option service all with serviceImpl',
      '13 option search * with elasticsearch',
      '14 option filter Product',
      '15 option skipClient Note',
      '16 option clientRootFolder Product with "shop"',
      '17 option use serviceClass, mapstruct for * except Note',
      '18 deployment: deploymentType kubernetes appsFolders [a, b] dockerRepositoryName "me"',
    ]);
  });

  it('takes descriptions before and behind what they describe', async () => {
    const { blueprint } = await read(`
      /**
       * Something to sell.
       * In stock.
       */
      entity Product {
        /** As on the label */
        name String required
        price BigDecimal /** With tax */
        // no description
        size Integer /* none either */
      }`);
    const [product] = blueprint.entities;

    expect(product?.description).toBe('Something to sell.\nIn stock.');
    expect(product?.fields.map(({ description }) => description)).toEqual([
      'As on the label',
      'With tax',
      undefined,
    ]);
  });

  it('lists comments of what has no description, and takes none for that of what comes later', async () => {
    const { blueprint, outOfScope } = await read(`
      /** The longest name */
      MOST = 40
      /** What is read */
      enum Kind {
        /** On paper */
        BOOK,
        FILE
      }
      entity Reader { name String }
      relationship ManyToOne {
        /** Who has it */
        Loan{reader} to Reader
      }
      entity Loan { kind Kind }`);

    expect(blueprint.entities.map(({ description }) => description)).toEqual([
      undefined,
      undefined,
    ]);
    expect(outOfScope.map(({ line, what }) => `${line} ${what}`)).toEqual([
      '3 description of MOST: The longest name',
      '5 description of Kind: What is read',
      '7 description of Kind.BOOK: On paper',
      '13 description of the relationship of Loan and Reader: Who has it',
    ]);
  });

  it('lists what a relationship says beside who is related to whom', async () => {
    const { outOfScope } = await read(`
      entity Pupil { name String }
      entity Desk { place String }
      relationship OneToOne {
        @Id Pupil{desk required} to @OnDelete("SET NULL") Desk{@Shown(first) pupil} with derived
      }`);

    expect(outOfScope.map(({ what }) => what)).toEqual([
      '@Id of the relationship of Pupil and Desk',
      '@Shown(first) of the relationship of Pupil and Desk',
      'derived of the relationship of Pupil and Desk',
      'SET NULL of Pupil and Desk',
    ]);
  });

  it('leaves ids, times and versions to the app', async () => {
    const { blueprint, became } = await read(`
      entity Invoice {
        @Id id UUID
        number String required unique
        createdDate Instant
        lastModifiedDate Instant
        version Integer required
        deletedAt Instant
      }
      entity Empty
      relationship ManyToOne { Empty{invoice} to Invoice }`);

    expect(inBrief(blueprint)).toEqual({
      'Invoice hidden versioned': ['number: string! unique', 'empties <- Empty.invoice'],
      Empty: ['name: string?', 'invoice -> Invoice.empties?'],
    });
    expect(became.find(({ line }) => line === 3)?.became).toEqual([
      { path: 'Invoice', meaning: 'id: the id that every record of the app has' },
    ]);
  });

  it('takes fields that are called like keywords and validations', async () => {
    const brief = await briefOf(`
      entity Entity {
        to String required, with Integer, entity Boolean
        enum String
        min Integer min(0)
        constructor String
      }
      entity Relationship2 { use String application String }
      relationship ManyToOne { Relationship2{to} to Entity{with} }`);

    expect(brief).toEqual({
      Entity: [
        'to: string!',
        'with: integer?',
        'entity: boolean?',
        'enum: string?',
        'min: integer? 0..',
        'constructorValue: string?',
        'withs <- Relationship2.to',
      ],
      Relationship2: ['use: string?', 'application: string?', 'to -> Entity.withs?'],
    });
  });

  it.each([
    ['entity A {\n  name String required\n', 2, 23],
    ['entity A {\n  name\n}', 3, 1],
    ['entity A { name String }\nentity A { name String }', 2, 1],
    ['relationship OneToMany {\n  A{b} B{a}\n}', 2, 8],
    ['entity A { name String ; }', 1, 24],
  ])('is refused with line and column where it is not JDL', async (text, line, column) => {
    await expect(readDocument({ text, format: 'jdl' })).rejects.toMatchObject({
      name: 'DocumentInvalid',
      code: 'document-invalid',
      line,
      column,
    });
  });
});
