import { words } from './words.ts';

/** Words that end the name of a program: "invoicing API", "task tracker". */
export const APP_WORDS = words(
  `app apps application api apis system platform tool service services backend back-end software tracker manager management database db site website portal crm erp cms program
  dashboard server registry catalog catalogue planner scheduler directory organizer organiser solution marketplace store shop webshop blog forum wiki network board inventory
  microservice webapp web-app web application journal helpdesk desk mgmt organizer booking bookings log diary collection list administration admin archive suite product saas mvp prototype backoffice shortener maker builder finder generator
  library school clinic hospital gym hotel restaurant warehouse university agency company business bookstore bookshop garage salon spa zoo museum cinema theatre theater bakery cafe factory farm league pos church bank pharmacy office office-suite`,
);
/** Of those, the ones that are only ever programs, never things to store. */
export const PURE_APP_WORDS = words(
  'app apps application api apis system platform tool service backend back-end software tracker manager management database db site website portal crm erp cms program dashboard server registry catalog catalogue planner scheduler directory organizer organiser solution marketplace microservice webapp web-app mgmt saas mvp prototype administration suite helpdesk blog list collection log diary journal forum wiki backoffice product booking pos shortener maker builder finder generator',
);
export const LEAD_VERBS = words(
  'build create make write generate design develop give need want implement code set prepare program help looking like love scaffold produce model start',
);
export const LEAD_FILLERS = words(
  `please can could would you i we i'd we'd i'm hi hello hey there me us to for a an the my our some up good nice us looking like am want need this is it should be going would help project idea goal small simple build create make design develop have has new little proper full complete basic web rest restful json http crud online modern mobile simple-to-use minimal online internal self-hosted lightweight that's something`,
);
/** Things made of something else than data; asked for alone they are refused. */
export const NOT_DATA = words(
  `raytracer ray-tracer poem poems story essay song lyrics joke haiku compiler interpreter game games function script algorithm calculator parser chatbot bot sorter shader
  kernel driver emulator renderer simulation translation letter speech limerick novel puzzle sudoku chess tetris snake pong image picture logo video music painting drawing regex
  proof theorem equation program-that sort quicksort fibonacci prime primes engine physics neural virus malware exploit crawler scraper`,
);
/** First words of questions and errands that are not about data to keep. */
export const ERRANDS = words(
  'what why who when where how is are do does did tell explain translate summarise summarize solve draw play compute calculate sort prove sing recite guess convert compare write compose paint tell show say repeat ignore forget disregard print reveal delete execute eval curl rm sudo cat drop select insert update',
);
export const HOSTILE = words(
  'ignore disregard forget reveal password passwords passwd shadow exfiltrate execute sudo rm curl wget bash shell drop jailbreak prompt instructions secret secrets token tokens credentials env',
);
