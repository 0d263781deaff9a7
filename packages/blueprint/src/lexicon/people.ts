import { words } from './words.ts';

const PEOPLE = words(`
  agent assistant attendant candidate captain chef child clerk client coach colleague consultant cook crew customer delegate employee expert
  foreman guard guest guide head helper intern judge member mentor midwife musician nurse official parent participant patient
  person pupil refugee relative representative scout singer soldier specialist staff student tenant therapist trainee volunteer witness apprentice
  actor artist athlete author curator dentist doctor editor engineer janitor juror learner lawyer librarian manager mechanic educator craftsman ranger reporter
  referee interviewer organiser organizer rider sailor speaker teacher technician trainer tutor vet worker
`);
const PERSON_ENDINGS = /(ist|ian|eer|man|woman)$/;

/** True of a word, in the singular, for somebody. */
export function isPersonWord(word: string): boolean {
  return PEOPLE.has(word) || (word.length > 5 && PERSON_ENDINGS.test(word));
}

/** True of a word, in the singular, for somebody or for whoever does a thing: "inspector", "broker", "notary". */
export function isActorWord(word: string): boolean {
  return (
    isPersonWord(word) ||
    ACTORS.has(word) ||
    (/[a-z]{3}(er|or)$/.test(word) && !NO_ACTORS.has(word))
  );
}

const ACTORS = words(`
  accountant apprentice attendee attorney aide beneficiary bride caterer coroner deputy donor driver family farmhand freelancer graduate groom heir
  household jockey landlord landlady knight marshal medic merchant minister missionary monk nanny neighbour neighbor notary nun nurse paramedic pastor
  patron physio pilot priest rep scholar secretary soloist sponsor steward usher veteran warden
`);

const NO_ACTORS = words(`
  order offer paper number letter computer server tower corner container parameter folder printer trailer tanker poster meter counter
  flower river water transfer answer matter chapter register quarter layer filter folder drawer locker freezer burner boiler shower
  corridor door floor colour color sensor motor tractor error mirror elevator reactor generator indicator factor vector monitor
  newsletter voucher banner scooter camper ladder timber
`);

/** What many people come to for a while, and each of them to many: a shift, a project, a match. */
const OCCASIONS = words(`
  event project shift job task meeting session course class tour match game workshop concert show training campaign trip mission
  exhibition fair case ticket operation flight race tournament performance production rehearsal lecture seminar expedition dig
  assignment incident excursion camp festival interview
`);

export function isOccasionWord(word: string): boolean {
  return OCCASIONS.has(word);
}
