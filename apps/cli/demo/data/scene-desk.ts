import { frenchSpaces } from '../../french-spaces.ts';
import { CARDIO_ESTUAIRE } from './ess.ts';
import { nameOfPerson } from './names-of.ts';
import {
  after,
  ago,
  AUDRAIN,
  claim,
  confirm,
  DAY,
  DELAUNAY,
  GUEGAN,
  HOUR,
  KERVIEL,
  LE_BRIS,
  MARCHAIS,
  MARIN,
  MAUD,
  NADEGE,
  SAMIRA,
  WITNESS,
  type SceneMoment,
  type SceneRow,
} from './scene.ts';
import { advised, bookedOn, consultationOrdered, openDay, readBy, reportedOn } from './scene-acts.ts';
import { onCallOf } from './story.ts';

const emergency = (ackAfter: number, overAfter: number) => (moment: SceneMoment) => {
  const by = onCallOf(CARDIO_ESTUAIRE, moment.story.at).email;
  const text = frenchSpaces('Régulé par le 15, patient hospitalisé. Le demandeur est prévenu.');
  const toldTo = nameOfPerson(moment.story.requesterEmail);
  return [
    after(ackAfter, (at) => ({ act: 'acknowledge', by, at })),
    after(overAfter, (at) => ({ act: 'hand_over', by, at, text, toldTo })),
  ];
};

/** What the desk of cardiology finds on any day: each row shows one thing a newcomer has to see. */
export const DESK_SCENE: readonly SceneRow[] = [
  {
    id: WITNESS.id,
    vignette: 'syncope-souffle',
    sent: WITNESS.ago,
    requesterEmail: GUEGAN,
    acts: (moment) => [
      after(50, claim(NADEGE)),
      after(52, confirm(NADEGE, 'P1')),
      after(6 * HOUR, advised(KERVIEL, moment)),
    ],
  },
  {
    id: 'urgent-decompte',
    vignette: 'angor-crescendo',
    sent: 190,
    requesterEmail: MARCHAIS,
    acts: (moment) => [
      after(6, claim(NADEGE)),
      after(9, confirm(NADEGE, 'P1')),
      after(12 * HOUR, advised(KERVIEL, moment)),
    ],
  },
  { id: 'urgence-a-prendre', vignette: 'membre-froid', sent: 2, requesterEmail: GUEGAN, acts: emergency(6, 42) },
  { id: 'urgence-rappel', vignette: 'detresse-ehpad', sent: 13, requesterEmail: DELAUNAY, acts: emergency(4, 38) },
  {
    id: 'urgence-vitale',
    vignette: 'douleur-en-cours',
    sent: { days: 1, at: 16 * HOUR + 20 },
    requesterEmail: GUEGAN,
    acts: emergency(3, 48),
  },
  {
    id: 'en-retard',
    vignette: 'decompensation-domicile',
    sent: 3 * DAY + 5 * HOUR,
    requesterEmail: MARCHAIS,
    acts: (moment) => [after(40, confirm(SAMIRA, 'P2')), after(4 * DAY, advised(LE_BRIS, moment))],
  },
  {
    id: 'appel',
    vignette: 'prise-de-poids-ehpad',
    sent: 35,
    requesterEmail: DELAUNAY,
    takenByEmail: SAMIRA,
    acts: (moment) => [after(90, confirm(SAMIRA, 'P2')), after(2 * DAY, advised(LE_BRIS, moment))],
  },
  {
    id: 'matin-1',
    vignette: 'fa-nouvelle',
    sent: 22,
    acts: (moment) => [after(70, confirm(NADEGE, 'P3')), after(3 * DAY, advised(KERVIEL, moment))],
  },
  {
    id: 'matin-2',
    vignette: 'palpitations',
    sent: 48,
    requesterEmail: MARCHAIS,
    acts: (moment) => [after(120, confirm(SAMIRA, 'P4')), after(6 * DAY, advised(KERVIEL, moment))],
  },
  {
    id: 'matin-3',
    vignette: 'hta-severe',
    sent: 75,
    acts: (moment) => [after(110, confirm(NADEGE, 'P2')), after(2 * DAY, advised(AUDRAIN, moment))],
  },
  {
    id: 'matin-4',
    vignette: 'fa-rapide',
    sent: 110,
    acts: (moment) => [after(45, confirm(SAMIRA, 'P3')), after(2 * DAY, advised(LE_BRIS, moment))],
  },
  {
    id: 'matin-5',
    vignette: 'coronarien-stable',
    sent: 160,
    acts: (moment) => [after(60, confirm(NADEGE, 'P4')), after(4 * DAY, advised(AUDRAIN, moment))],
  },
  {
    id: 'releve',
    vignette: 'angor-effort',
    sent: 4 * HOUR + 20,
    acts: (moment) => [
      after(25, (at) => ({ act: 'raise', by: SAMIRA, toClass: 'P2', at })),
      after(DAY, consultationOrdered(KERVIEL, moment)),
      after(DAY + 90, bookedOn(NADEGE, KERVIEL, openDay(moment, 6, 11 * HOUR))),
      ...reportedOn(KERVIEL, openDay(moment, 6, 11 * HOUR), moment),
    ],
  },
  {
    id: 'abaisse',
    vignette: 'douleur-ancienne',
    sent: 22 * HOUR,
    acts: (moment) => [
      after(65, (at) => ({
        act: 'lower',
        by: MAUD,
        toClass: 'P3',
        text: frenchSpaces('Troponine et ECG normaux ce jour, aucun nouvel épisode : vu avec le demandeur.'),
        at,
      })),
      after(4 * DAY, advised(LE_BRIS, moment)),
    ],
  },
  {
    id: 'pris-par-specialiste',
    vignette: 'rac-symptomatique',
    sent: 26 * HOUR,
    acts: (moment) => [
      after(30, confirm(NADEGE, 'P3')),
      after(3 * HOUR, claim(LE_BRIS)),
      after(3 * DAY, advised(LE_BRIS, moment)),
      after(3 * DAY + 4 * HOUR, readBy(moment.story.requesterEmail)),
    ],
  },
  {
    id: 'annulee',
    vignette: 'souffle',
    sent: 30 * HOUR,
    requesterEmail: MARCHAIS,
    acts: () => [
      after(55, confirm(SAMIRA, 'P4')),
      after(24 * HOUR, (at) => ({ act: 'cancel', by: MARCHAIS, text: 'Échographie obtenue par ailleurs.', at })),
    ],
  },
  {
    id: 'reposee',
    vignette: 'suite-infarctus',
    sent: { days: 5, at: 9 * HOUR },
    requesterEmail: MARCHAIS,
    acts: (moment) => [
      after(35, confirm(NADEGE, 'P4')),
      after(2 * DAY, advised(MARIN, moment)),
      after(2 * DAY + 4 * HOUR, readBy(MARCHAIS)),
      ago(70, (at) => ({
        act: 'ask_again',
        by: MARCHAIS,
        text: frenchSpaces('Merci. Une éruption est apparue sous le nouveau traitement : par quoi le remplacer ?'),
        at,
      })),
      ago(-20 * HOUR, advised(MARIN, moment)),
      ago(-26 * HOUR, readBy(MARCHAIS)),
    ],
  },
];
