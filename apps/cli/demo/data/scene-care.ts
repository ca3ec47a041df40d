import { frenchSpaces } from '../../french-spaces.ts';
import { later } from './acts.ts';
import { isDayOff, localDay, momentOf, shiftDay } from './calendar.ts';
import {
  acknowledgedBy,
  advised,
  bookedOn,
  consultationOrdered,
  examBack,
  examOrdered,
  infoAsked,
  infoGiven,
  openDay,
  passedTo,
  readBy,
  readByPhone,
  reportedOn,
} from './scene-acts.ts';
import {
  after,
  ago,
  AUDRAIN,
  claim,
  confirm,
  DAY,
  DELAUNAY,
  HOUR,
  KERVIEL,
  LE_BRIS,
  MARCHAIS,
  MARIN,
  MAUD,
  NADEGE,
  SAMIRA,
  type SceneMoment,
  type SceneRow,
} from './scene.ts';

/** The last open day before today, at that minute. */
function lastOpenDay({ now }: SceneMoment, minutes: number): Date {
  let day = shiftDay(localDay(now), -1);
  while (isDayOff(day)) day = shiftDay(day, -1);
  return momentOf(day, minutes);
}

/** Questions to answer, complements and exams awaited or come back. */
const TO_ANSWER: readonly SceneRow[] = [
  {
    id: 'avis-pris-1',
    vignette: 'bradycardie',
    sent: { days: 2, at: 9 * HOUR + 30 },
    acts: (moment) => [
      after(40, confirm(NADEGE, 'P3')),
      ago(5 * HOUR, claim(MARIN)),
      ago(-22 * HOUR, advised(MARIN, moment)),
    ],
  },
  {
    id: 'avis-pris-2',
    vignette: 'hta-resistante',
    sent: { days: 3, at: 11 * HOUR },
    acts: (moment) => [
      after(55, confirm(SAMIRA, 'P4')),
      ago(3 * HOUR, claim(LE_BRIS)),
      ago(-8 * HOUR, advised(LE_BRIS, moment)),
    ],
  },
  {
    id: 'avis-a-prendre-1',
    vignette: 'valve-suivie',
    sent: { days: 2, at: 9 * HOUR },
    acts: (moment) => [after(50, confirm(SAMIRA, 'P4')), ago(-30 * HOUR, advised(AUDRAIN, moment))],
  },
  {
    id: 'avis-a-prendre-2',
    vignette: 'orthostatique',
    sent: { days: 2, at: 14 * HOUR },
    requesterEmail: DELAUNAY,
    acts: (moment) => [after(45, confirm(NADEGE, 'P4')), ago(-26 * HOUR, advised(KERVIEL, moment))],
  },
  {
    id: 'avis-passe',
    vignette: 'hta-severe',
    sent: { days: 2, at: 10 * HOUR },
    acts: (moment) => [
      after(30, confirm(NADEGE, 'P2')),
      after(3 * HOUR, claim(KERVIEL)),
      ago(4 * HOUR, passedTo(KERVIEL)),
      ago(-5 * HOUR, advised(MARIN, moment)),
    ],
  },
  {
    id: 'complement-attendu',
    vignette: 'ic-sans-peptide',
    sent: { days: 4, at: 10 * HOUR },
    requesterEmail: MARCHAIS,
    acts: (moment) => [
      after(40, confirm(NADEGE, 'P4')),
      ago(26 * HOUR, infoAsked(LE_BRIS, moment)),
      ago(-15 * HOUR, infoGiven(moment)),
      ago(-30 * HOUR, advised(LE_BRIS, moment)),
    ],
  },
  {
    id: 'complement-en-retard',
    vignette: 'palpitations',
    sent: { days: 14, at: 9 * HOUR + 20 },
    acts: (moment) => [
      after(60, confirm(SAMIRA, 'P4')),
      after(DAY, infoAsked(NADEGE, moment)),
      ago(-27 * HOUR, infoGiven(moment, SAMIRA)),
      ago(-50 * HOUR, advised(AUDRAIN, moment)),
    ],
  },
  {
    id: 'examen-attendu-1',
    vignette: 'palpitations',
    sent: { days: 4, at: 15 * HOUR },
    acts: (moment) => [
      after(30, confirm(NADEGE, 'P4')),
      ago(30 * HOUR, examOrdered(LE_BRIS, ['holter_ecg'], 'patient', moment)),
      ago(-3 * DAY, examBack(moment)),
      ago(-4 * DAY, advised(LE_BRIS, moment)),
    ],
  },
  {
    id: 'examen-attendu-2',
    vignette: 'hta-resistante',
    sent: { days: 3, at: 9 * HOUR },
    acts: (moment) => [
      after(30, confirm(NADEGE, 'P4')),
      ago(22 * HOUR, examOrdered(MAUD, ['mapa'], 'requester', moment)),
      ago(-2 * DAY, examBack(moment)),
      ago(-3 * DAY, advised(AUDRAIN, moment)),
    ],
  },
  {
    id: 'examen-rendu',
    vignette: 'fa-rapide',
    sent: { days: 4, at: 9 * HOUR + 30 },
    requesterEmail: DELAUNAY,
    acts: (moment) => [
      after(40, confirm(SAMIRA, 'P3')),
      ago(50 * HOUR, examOrdered(LE_BRIS, ['ecg', 'biologie'], 'requester', moment)),
      ago(95, examBack(moment)),
      ago(-7 * HOUR, advised(LE_BRIS, moment)),
    ],
  },
];

/** « Rendez-vous à donner », given, held, missed. */
const APPOINTMENTS: readonly SceneRow[] = [
  {
    id: 'rdv-a-donner-1',
    vignette: 'rac-symptomatique',
    sent: { days: 3, at: 10 * HOUR },
    acts: (moment) => [
      after(35, confirm(NADEGE, 'P3')),
      ago(20 * HOUR, consultationOrdered(KERVIEL, moment)),
      ago(-4 * HOUR, bookedOn(NADEGE, KERVIEL, openDay(moment, 4, 9 * HOUR + 30))),
      ...reportedOn(KERVIEL, openDay(moment, 4, 9 * HOUR + 30), moment),
    ],
  },
  {
    id: 'rdv-a-donner-2',
    vignette: 'angor-effort',
    sent: { days: 6, at: 11 * HOUR },
    acts: (moment) => [
      after(25, confirm(SAMIRA, 'P3')),
      after(28 * HOUR, consultationOrdered(LE_BRIS, moment)),
      ago(-5 * HOUR, bookedOn(SAMIRA, LE_BRIS, openDay(moment, 5, 14 * HOUR))),
      ...reportedOn(LE_BRIS, openDay(moment, 5, 14 * HOUR), moment),
    ],
  },
  {
    id: 'rdv-a-donner-3',
    vignette: 'suite-infarctus',
    sent: { days: 2, at: 15 * HOUR },
    acts: (moment) => [
      after(50, confirm(NADEGE, 'P4')),
      ago(3 * HOUR, consultationOrdered(MARIN, moment, 'order_teleconsultation')),
      ago(-6 * HOUR, bookedOn(SAMIRA, MARIN, openDay(moment, 7, 17 * HOUR), 'Téléconsultation, lien envoyé')),
      ...reportedOn(MARIN, openDay(moment, 7, 17 * HOUR), moment),
    ],
  },
  {
    id: 'rdv-manque',
    vignette: 'coronarien-stable',
    sent: { days: 15, at: 9 * HOUR },
    acts: (moment) => {
      const missed = lastOpenDay(moment, 15 * HOUR);
      const again = openDay(moment, 8, 15 * HOUR);
      return [
        after(45, confirm(NADEGE, 'P4')),
        after(DAY, consultationOrdered(AUDRAIN, moment)),
        after(DAY + 90, bookedOn(NADEGE, AUDRAIN, missed)),
        after((missed.getTime() - moment.story.at.getTime()) / 60_000 + 45, (at) => ({
          act: 'unbook',
          by: NADEGE,
          text: 'Le patient ne s’est pas présenté, message laissé.',
          at,
        })),
        ago(-7 * HOUR, bookedOn(NADEGE, AUDRAIN, again)),
        ...reportedOn(AUDRAIN, again, moment),
      ];
    },
  },
  {
    id: 'rdv-donne-1',
    vignette: 'claudication',
    sent: { days: 7, at: 10 * HOUR },
    requesterEmail: MARCHAIS,
    acts: (moment) => [
      after(45, confirm(SAMIRA, 'P4')),
      after(DAY, consultationOrdered(LE_BRIS, moment)),
      ago(30 * HOUR, bookedOn(NADEGE, LE_BRIS, openDay(moment, 2, 10 * HOUR))),
      ...reportedOn(LE_BRIS, openDay(moment, 2, 10 * HOUR), moment),
    ],
  },
  {
    id: 'rdv-donne-2',
    vignette: 'depistage-familial',
    sent: { days: 8, at: 10 * HOUR },
    acts: (moment) => [
      after(45, confirm(SAMIRA, 'P4')),
      after(DAY, consultationOrdered(MARIN, moment, 'order_teleconsultation')),
      ago(26 * HOUR, bookedOn(SAMIRA, MARIN, openDay(moment, 6, 17 * HOUR + 30), 'Téléconsultation, lien envoyé')),
      ...reportedOn(MARIN, openDay(moment, 6, 17 * HOUR + 30), moment),
    ],
  },
  {
    id: 'rdv-tenu',
    vignette: 'ic-nt-probnp-moyen',
    sent: { days: 15, at: 14 * HOUR },
    acts: (moment) => [
      after(45, confirm(SAMIRA, 'P4')),
      after(DAY, consultationOrdered(LE_BRIS, moment)),
      after(DAY + 100, bookedOn(NADEGE, LE_BRIS, lastOpenDay(moment, 16 * HOUR + 30))),
      ...reportedOn(LE_BRIS, later(moment.now, 150), moment),
    ],
  },
];

/** Answers not yet received, recent and late; received in each way. */
const ANSWERED: readonly SceneRow[] = [
  {
    id: 'reponse-du-jour',
    vignette: 'fa-nouvelle',
    sent: { days: 2, at: 9 * HOUR },
    requesterEmail: MARCHAIS,
    acts: (moment) => [
      after(40, confirm(NADEGE, 'P3')),
      ago(50, advised(KERVIEL, moment)),
      ago(-9 * HOUR, readBy(MARCHAIS)),
    ],
  },
  {
    id: 'reponse-ehpad',
    vignette: 'prise-de-poids-ehpad',
    sent: { days: 3, at: 10 * HOUR },
    requesterEmail: DELAUNAY,
    acts: (moment) => [
      after(40, confirm(NADEGE, 'P2')),
      ago(17 * HOUR, advised(LE_BRIS, moment)),
      ago(-5 * HOUR, readBy(DELAUNAY)),
    ],
  },
  {
    id: 'reponse-recente',
    vignette: 'ic-nt-probnp-haut',
    sent: { days: 8, at: 10 * HOUR },
    acts: (moment) => [
      after(40, confirm(SAMIRA, 'P3')),
      ago(26 * HOUR, advised(MARIN, moment)),
      ago(-20 * HOUR, readBy(moment.story.requesterEmail)),
    ],
  },
  {
    id: 'reponse-non-lue',
    vignette: 'claudication',
    sent: { days: 16, at: 10 * HOUR },
    acts: (moment) => [
      after(40, confirm(SAMIRA, 'P4')),
      ago(9 * DAY, advised(AUDRAIN, moment)),
      ago(-7 * HOUR, readByPhone(SAMIRA, moment)),
    ],
  },
  {
    id: 'reponse-urgente-non-lue',
    vignette: 'qt-long',
    sent: { days: 5, at: 10 * HOUR },
    acts: (moment) => [
      after(8, claim(NADEGE)),
      after(11, confirm(NADEGE, 'P1')),
      after(4 * HOUR, advised(KERVIEL, moment)),
      ago(-4 * HOUR, readByPhone(NADEGE, moment)),
    ],
  },
  {
    id: 'recue',
    vignette: 'vasovagale',
    sent: { days: 3, at: 9 * HOUR },
    acts: (moment) => [
      after(50, confirm(NADEGE, 'P4')),
      ago(20 * HOUR, advised(AUDRAIN, moment)),
      ago(35, readBy(moment.story.requesterEmail)),
      ago(20, acknowledgedBy(moment.story.requesterEmail, 'home', 'wait')),
    ],
  },
  {
    id: 'recue-par-telephone',
    vignette: 'fin-de-vie-boitier',
    sent: { days: 12, at: 9 * HOUR },
    acts: (moment) => [
      after(50, confirm(NADEGE, 'P3')),
      ago(7 * DAY, advised(KERVIEL, moment)),
      ago(150, readByPhone(NADEGE, moment)),
    ],
  },
  {
    id: 'non-retenue',
    vignette: 'sport',
    sent: { days: 5, at: 9 * HOUR },
    acts: (moment) => [
      after(50, confirm(NADEGE, 'P4')),
      ago(60 * HOUR, (at) => ({
        act: 'decline',
        by: KERVIEL,
        text: frenchSpaces(
          'Sans symptôme ni antécédent, aucun examen n’est recommandé. Une reprise par paliers suffit.',
        ),
        conclusions: 'Pas d’avis nécessaire, reprise progressive.',
        at,
      })),
      ago(40 * HOUR, readBy(moment.story.requesterEmail)),
    ],
  },
  {
    id: 'reorientee',
    vignette: 'plaie-arteriopathie',
    sent: { days: 5, at: 11 * HOUR },
    acts: (moment) => [
      after(30, confirm(SAMIRA, 'P2')),
      ago(58 * HOUR, (at) => ({
        act: 'redirect',
        by: AUDRAIN,
        resource: 'Consultation plaies et cicatrisation du secteur',
        contact: 'Secrétariat de la consultation, aux heures ouvrables',
        text: frenchSpaces(
          'La plaie demande d’abord cette consultation, prévenue ce jour. Pansement inchangé d’ici là.',
        ),
        at,
      })),
      ago(30 * HOUR, readBy(moment.story.requesterEmail)),
    ],
  },
  {
    id: 'admise',
    vignette: 'fievre-prothese',
    sent: { days: 2, at: 14 * HOUR },
    acts: ({ story }) => [
      after(6, claim(SAMIRA)),
      after(9, confirm(SAMIRA, 'P1')),
      after(95, (at) => ({
        act: 'admit',
        by: MARIN,
        service: 'Unité de soins de cardiologie',
        when: 'aujourd’hui',
        contact: 'Médecin de garde du service, prévenu',
        text: frenchSpaces('Lit réservé. Hémocultures avant tout antibiotique, carte de prothèse à joindre.'),
        at,
      })),
      after(130, readBy(story.requesterEmail)),
    ],
  },
];

export const CARE_SCENE: readonly SceneRow[] = [...TO_ANSWER, ...APPOINTMENTS, ...ANSWERED];
