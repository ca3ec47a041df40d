import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RequestAnswers } from '#forms';
import { exampleAnswers } from '#forms';
import { showReference } from '#contracts/reference';
import { parseMail } from '../../apps/cli/start/mail-sink/mime.ts';
import { somebody } from '../../test/journeys/support/answers.ts';
import { CareStory } from '../../test/journeys/support/care-story.ts';
import { startMailCatcher, type MailCatcher } from '../../test/journeys/support/mail-catcher.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import type { Person } from '../../test/journeys/support/territory.ts';
import { Correct } from './correct.service.ts';
import { NotifyAnswer } from './notify-answer.service.ts';
import { NotifyInfo } from './notify-info.service.ts';
import { NotifyPlanned } from './notify-planned.service.ts';
import { PageReader } from './page-reader.service.ts';

/** Whole stories, on a machine that may be busy. */
/** Words that exist nowhere else in the world: one hit in a letter is a leak. */
const CANARIES = { family: 'Zibelinard', given: 'Quetzalie', question: 'glockenspiel', answer: 'kaléidoscope' };
const HEALTH = /\bP[0-4]\b|insuffisance|cardiaque|palpitation|ECG|consultation|visite|spécialiste/i;

/** As declared, then confirmed: its deliveries have no undo window. */
const URGENT: Partial<RequestAnswers> = { declaredClass: 'P1' };

interface Letter {
  to: string;
  subject: string;
  text: string;
}

describe('letters, from the decision to the received answer', () => {
  let services: Services;
  let mails: MailCatcher;
  beforeAll(async () => {
    mails = await startMailCatcher();
    services = await openServices({ smtpUrl: mails.url });
  });
  afterAll(async () => {
    await services.stop();
    await mails.stop();
  });

  const begin = async (change: Partial<RequestAnswers> = {}): Promise<CareStory> => {
    const patient = { ...somebody(CANARIES.family), givenNames: CANARIES.given };
    const story = await CareStory.begin(services, services.cardio, { patient, question: CANARIES.question, ...change });
    await story.settle();
    await story.confirm(change === URGENT ? 'P1' : undefined);
    await story.settle();
    return story;
  };
  /** The whole way, by a visit. */
  const visited = async (change: Partial<RequestAnswers> = {}): Promise<CareStory> => {
    const story = await begin(change);
    await story.orderVisit(CANARIES.question);
    await story.settle();
    await story.planVisit(60);
    await story.settle();
    await story.driveAndExamine();
    await story.settle();
    await story.signReading(CANARIES.answer);
    await story.settle();
    await story.receive();
    await story.settle();
    return story;
  };
  const planned = async (change: Partial<RequestAnswers> = {}): Promise<CareStory> => {
    const story = await begin(change);
    await story.orderVisit(CANARIES.question);
    await story.settle();
    await story.planVisit(60);
    return story;
  };

  const lettersOf = (story: CareStory): Letter[] =>
    mails.messages
      .map((message) => parseMail(Buffer.from(message, 'utf8').toString('latin1')))
      .map(({ headers, text }) => ({ to: headers['to'] ?? '', subject: headers['subject'] ?? '', text }))
      .filter(({ text }) => text.includes(story.id));
  const subjectsTo = (story: CareStory, person: Person): string[] =>
    lettersOf(story)
      .filter(({ to }) => to === person.email)
      .map(({ subject }) => subject.replace(showReference(story.reference), 'R'));
  const mailsOf = (story: CareStory) =>
    services.sql<{ consumer: string; state: string }>(
      `select m.consumer, m.state from mail m join event e on e.id = m.event_id where e.request_id = $1 order by e.version, m.state`,
      [story.id],
    );
  const isOver = async (story: CareStory): Promise<boolean> => {
    const left = await services.sql(
      `select 1 from delivery d join event e on e.id = d.event_id
        where e.request_id = $1 and d.done_at is null and d.consumer like 'alerts.%'`,
      [story.id],
    );
    return left.length === 0;
  };

  test('an ordinary story sends its author three mails: received, decided and planned, answer ready', async () => {
    const story = await visited();
    expect(lettersOf(story)).toHaveLength(3);
    expect(subjectsTo(story, services.cardio.gp)).toEqual([
      'Demande reçue R',
      'Demande décidée et planifiée R',
      'Réponse prête à la demande R',
    ]);
    expect(await isOver(story)).toBe(true);
  });

  test('a téléexpertise sends two: received, answer ready', async () => {
    const story = await begin();
    await story.advise(CANARIES.answer);
    await story.settle();
    expect(subjectsTo(story, services.cardio.gp)).toEqual(['Demande reçue R', 'Réponse prête à la demande R']);
  });

  test('a consultation booked is decided and planned, once', async () => {
    const story = await begin();
    await story.bookConsultation(CANARIES.question, 24 * 60);
    await story.settle();
    expect(subjectsTo(story, services.cardio.gp)).toEqual(['Demande reçue R', 'Demande décidée et planifiée R']);
  });

  test('the letters of two patients are the same, but for the reference and the link', async () => {
    const all = [
      await visited(),
      await visited({ patient: somebody('Autre'), question: 'Tout autre chose', declaredClass: 'P3' }),
    ];
    const [one, two] = await Promise.all(
      all.map(async (story) => {
        const letters = lettersOf(story);
        const bare = (text: string) => text.replaceAll(showReference(story.reference), 'R').replaceAll(story.id, 'ID');
        return letters.map(({ to, subject, text }) => ({ to, subject: bare(subject), text: bare(text) }));
      }),
    );
    expect(one).toHaveLength(3);
    expect(one).toEqual(two);
  });

  test('no letter of any kind names a patient, a doctor, a class, a reason or a question', async () => {
    const story = await begin(URGENT);
    await story.askInfo(CANARIES.question);
    await story.settle();
    await story.giveInfo(CANARIES.answer);
    await story.orderVisit(CANARIES.question);
    await story.planVisit(60);
    await story.settle();
    await story.planVisit(120);
    await story.settle();
    await story.driveAndExamine();
    await story.settle();
    await story.signReading(CANARIES.answer);
    await services.deliver();
    await story.undo();
    await story.settle();
    const letters = lettersOf(story);
    expect(letters.map(({ subject }) => subject.replace(showReference(story.reference), 'R'))).toEqual([
      'Demande reçue R',
      'Complément attendu pour la demande R',
      'Demande décidée et planifiée R',
      'La date a changé\u00a0: demande R',
      'Cardio Essai\u00a0: à lire sans attendre (R)',
      'Réponse prête à la demande R',
      'Correction\u00a0: demande R',
    ]);
    const secrets = [...Object.values(CANARIES), services.cardio.gp.name, services.cardio.specialist.name, 'Savenay'];
    for (const { subject, text } of letters) {
      const written = `${subject}\n${text}`;
      expect(secrets.filter((word) => written.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
      expect(written.replaceAll(showReference(story.reference), '')).not.toMatch(HEALTH);
      expect(written.match(/https?:\S+/g)).toEqual([
        expect.stringMatching(
          new RegExp(`^http://guichet\\.example/${services.cardio.slug}/(demandes|bureau)/${story.id}$`),
        ),
      ]);
    }
  });

  test('a delivery that comes back sends nothing again, whatever it carries', async () => {
    const story = await begin(URGENT);
    await story.askInfo(CANARIES.question);
    await services.deliver();
    await story.giveInfo(CANARIES.answer);
    await story.orderVisit(CANARIES.question);
    await story.planVisit(60);
    await services.deliver();
    await story.driveAndExamine();
    await services.deliver();
    await story.signReading(CANARIES.answer);
    await services.deliver();
    await story.undo();
    await services.deliver();
    const before = lettersOf(story).length;
    const again = [
      [NotifyInfo, 'request.info-asked'],
      [NotifyPlanned, 'visit.planned'],
      [PageReader, 'visit.done'],
      [NotifyAnswer, 'report.ready'],
      [Correct, 'request.undone'],
    ] as const;
    for (const [handler, type] of again)
      await services.get<{ handle: Correct['handle'] }>(handler).handle(await story.event(type));
    expect(before).toBe(6);
    expect(lettersOf(story)).toHaveLength(before);
  });

  test('an answer is told to the author and to the treating doctor, each once, even if the server fails between', async () => {
    const doctor = services.cardio.colleague;
    const treatingDoctor = { ...exampleAnswers().treatingDoctor, kind: 'named' as const, professionalId: doctor.id };
    const story = await begin({ treatingDoctor });
    await story.advise(CANARIES.answer);
    services.clock.advanceMinutes(1);
    mails.refuse = true;
    await expect(services.deliver()).rejects.toThrow();
    mails.refuse = false;
    await services.deliver();
    expect(subjectsTo(story, services.cardio.gp)).toEqual(['Demande reçue R', 'Réponse prête à la demande R']);
    expect(subjectsTo(story, doctor)).toEqual(['Réponse prête à la demande R']);
    expect(await isOver(story)).toBe(true);
  });

  test('a treating doctor without an address keeps nobody else from being told', async () => {
    const treatingDoctor = {
      ...exampleAnswers().treatingDoctor,
      kind: 'named' as const,
      professionalId: services.cardio.stranger.id,
    };
    const story = await begin({ treatingDoctor });
    await services.sql('update professional set email = null where id = $1', [services.cardio.stranger.id]);
    await story.advise(CANARIES.answer);
    await story.settle();
    expect(await mailsOf(story)).toEqual([
      { consumer: 'alerts.notify-requester', state: 'sent' },
      { consumer: 'alerts.notify-answer', state: 'no_address' },
      { consumer: 'alerts.notify-answer', state: 'sent' },
    ]);
    expect(await isOver(story)).toBe(true);
  });

  test('a second date says that it changed; one never told is simply the date', async () => {
    const told = await planned();
    await told.settle();
    await told.planVisit(180);
    await told.settle();
    expect(subjectsTo(told, services.cardio.gp)).toEqual([
      'Demande reçue R',
      'Demande décidée et planifiée R',
      'La date a changé\u00a0: demande R',
    ]);
    const late = await planned();
    await late.planVisit(180);
    await late.settle();
    expect(subjectsTo(late, services.cardio.gp)).toEqual(['Demande reçue R', 'Demande décidée et planifiée R']);
    expect(await isOver(late)).toBe(true);
  });

  test('what is no longer true is not sent: cancelled, unplanned, answered meanwhile', async () => {
    const cancelled = await planned();
    await cancelled.move(services.cardio.secretary, 'cancel');
    const unplanned = await planned();
    await unplanned.move(services.cardio.caseManager, 'unplan_visit');
    const completed = await begin();
    await completed.askInfo(CANARIES.question);
    services.clock.advanceMinutes(1);
    await completed.giveInfo(CANARIES.answer);
    for (const story of [cancelled, unplanned, completed]) {
      await story.settle();
      expect(subjectsTo(story, services.cardio.gp)).toEqual(['Demande reçue R']);
      expect(await isOver(story)).toBe(true);
    }
  });

  test('an act taken back in its ten seconds was told to nobody: no mail, no correction', async () => {
    const story = await begin();
    await story.advise(CANARIES.answer);
    await services.deliver();
    await story.undo();
    await story.settle();
    expect(subjectsTo(story, services.cardio.gp)).toEqual(['Demande reçue R']);
    expect(await isOver(story)).toBe(true);
  });

  test('an urgent answer leaves at once; taken back, a correction goes to those who had it', async () => {
    const story = await begin(URGENT);
    await story.advise(CANARIES.answer);
    await services.deliver();
    await story.undo();
    await story.settle();
    expect(subjectsTo(story, services.cardio.gp)).toEqual([
      'Demande reçue R',
      'Réponse prête à la demande R',
      'Correction\u00a0: demande R',
    ]);
  });

  test('undo and sending at the same instant: what left is corrected, what did not leave never will', async () => {
    const ends = new Set<string>();
    for (let round = 0; round < 4; round++) {
      const story = await begin(URGENT);
      await story.advise(CANARIES.answer);
      const event = await story.event('report.ready');
      const sending = services.get(NotifyAnswer).handle(event);
      await Promise.all(round % 2 === 0 ? [sending, story.undo()] : [story.undo(), sending]);
      await story.settle();
      ends.add(subjectsTo(story, services.cardio.gp).join(', '));
    }
    const corrected = 'Demande reçue R, Réponse prête à la demande R, Correction\u00a0: demande R';
    expect(['Demande reçue R', corrected]).toEqual(expect.arrayContaining([...ends]));
  });

  test('a specialist paged for an emergency raised by mistake is told so, where he works', async () => {
    const story = await begin();
    await story.confirm('P0');
    await services.deliver();
    await story.undo();
    await story.settle();
    const [paged, corrected] = lettersOf(story).filter(({ to }) => to === services.cardio.specialist.email);
    expect(paged?.text).toContain(`/bureau/${story.id}`);
    expect(corrected?.subject).toContain('Correction');
    expect(corrected?.text).toContain(`/bureau/${story.id}`);
  });

  test('the reader of an urgent visit is called by mail, the reader of another is not', async () => {
    const urgent = await planned(URGENT);
    const calm = await planned();
    for (const story of [urgent, calm]) {
      await story.driveAndExamine();
      await story.settle();
      expect(await isOver(story)).toBe(true);
    }
    expect(subjectsTo(urgent, services.cardio.specialist)).toEqual(['Cardio Essai\u00a0: à lire sans attendre (R)']);
    expect(lettersOf(urgent).at(-1)?.text).toContain(`/bureau/${urgent.id}`);
    expect(subjectsTo(calm, services.cardio.specialist)).toEqual([]);
  });
});
