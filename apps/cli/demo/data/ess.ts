import type { OpeningHours } from '#contracts/public-page';
import { communeNamed } from './communes.ts';
import type { DemoEss } from './types.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];
const hours = (opens: string, closes: string): OpeningHours => ({
  weekly: WEEKDAYS.map((weekday) => ({ weekday, opens, closes })),
  closedDates: [],
});

function place(name: string, kind: 'seat' | 'consultation' | 'visit') {
  const { lat, lng } = communeNamed(name);
  return { name, lat, lng, kind };
}

const LEGAL = [
  {
    title: 'Mentions légales',
    text: 'Site de démonstration. Les personnes, les numéros de téléphone et les demandes y sont inventés.',
  },
  {
    title: 'Données personnelles',
    text: 'Aucune donnée de santé réelle n’est reçue ici : un usage avec de vrais patients demande un hébergeur certifié et Pro Santé Connect.',
  },
];

const COMMITMENTS = [
  { title: 'Aucune demande perdue', text: 'Chaque demande a un responsable, une prochaine étape et une échéance.' },
  { title: 'Une priorité expliquée', text: 'Les critères sont publics. Un humain confirme chaque priorité.' },
  {
    title: 'Un dossier protégé',
    text: 'Seules les personnes qui soignent y accèdent, et chaque lecture laisse une trace.',
  },
];

const WHO_MAY_ASK = [
  'Médecins traitants, généralistes et spécialistes',
  'Gériatres et médecins coordonnateurs d’EHPAD',
  'Infirmières et infirmiers d’EHPAD et d’équipe mobile',
  'Pharmaciens',
  'Services hospitaliers',
  'Coordinations de CPTS et de DAC',
];

/** Cardiology in Loire-Atlantique, with a protocol. */
export const CARDIO_ESTUAIRE: DemoEss = {
  slug: 'cardio-estuaire',
  name: 'Cardio Estuaire',
  specialty: 'cardiologie',
  triageMode: 'protocol',
  region: 'Pays de la Loire',
  department: 'Loire-Atlantique',
  timeZone: 'Europe/Paris',
  phone: '+33261910440',
  onCallPhone: '+33261910415',
  seat: communeNamed('Saint-Nazaire'),
  delegatedMoves: ['order_visit', 'order_exam'],
  hours: hours('08:30', '19:00'),
  page: {
    headline: 'Un avis cardiologique, au bon endroit, dans le bon délai.',
    lead: 'Médecins, infirmières d’EHPAD, pharmaciens, coordinateurs : une seule porte pour demander un cardiologue, en consultation, à distance ou à domicile.',
    emergencyBanner:
      'Douleur dans la poitrine, malaise, paralysie ou parole difficile : appelez le 15. Ce site ne traite pas les urgences vitales.',
    howItWorks: [
      { title: 'Vous demandez', text: 'Par formulaire ou par téléphone. Les signes d’alerte d’abord.' },
      { title: 'Nous priorisons', text: 'Un humain confirme la priorité, et vous voyez pourquoi.' },
      { title: 'Un cardiologue décide', text: 'Avis à distance, consultation ou visite de l’équipe mobile.' },
      { title: 'Vous lisez la réponse', text: 'Dans votre espace, avec chaque étape de la demande.' },
    ],
    commitments: COMMITMENTS,
    team: [
      { name: 'Dr Anne Kerviel', role: 'Rythmologie', place: 'Saint-Nazaire' },
      { name: 'Dr Thomas Le Bris', role: 'Insuffisance cardiaque', place: 'Saint-Nazaire' },
      { name: 'Dr Sofia Marin', role: 'Échographie', place: 'Savenay' },
      { name: 'Dr Julien Vasseur', role: 'Valves', place: 'Pornic' },
      { name: 'Dr Élodie Prigent', role: 'Cardiologie générale', place: 'Guérande' },
      { name: 'Dr Mathieu Corbineau', role: 'Maladie coronaire', place: 'Saint-Nazaire' },
      { name: 'Dr Claire Audrain', role: 'Hypertension', place: 'Pontchâteau' },
      { name: 'Dr Samuel Okoye', role: 'Stimulateurs et défibrillateurs', place: 'Saint-Nazaire' },
      { name: 'Dr Lucie Tanguy', role: 'Échographie d’effort', place: 'Saint-Herblain' },
      { name: 'Dr Antoine Rezeau', role: 'Cardiologie générale', place: 'Machecoul-Saint-Même' },
      { name: 'Dr Myriam Haddouche', role: 'Cardio-oncologie', place: 'Saint-Herblain' },
      { name: 'Dr François Lelièvre', role: 'Médecine vasculaire', place: 'Châteaubriant' },
      { name: 'Dr Nolwenn Cadiou', role: 'Insuffisance cardiaque', place: 'Blain' },
      { name: 'Dr Paul Estève', role: 'Cardiologie du sport', place: 'Clisson' },
      { name: 'Dr Irène Jouffroy', role: 'Cardiologie de la personne âgée', place: 'Saint-Brevin-les-Pins' },
      { name: 'Nadège Rouaud', role: 'Secrétariat, votre appel' },
      { name: 'Samira Haddad', role: 'Secrétariat, votre appel' },
      { name: 'Maud Clergeau', role: 'Infirmière, suivi des patients' },
      { name: 'Inès Morvan', role: 'Infirmière, équipe mobile A', place: 'Savenay' },
      { name: 'Bastien Leroux', role: 'Infirmier échographiste, équipe mobile A', place: 'Savenay' },
      { name: 'Aurélie Fonteneau', role: 'Infirmière, équipe mobile B', place: 'Pornic' },
    ],
    places: [
      place('Saint-Nazaire', 'seat'),
      place('Guérande', 'consultation'),
      place('Savenay', 'consultation'),
      place('Pontchâteau', 'consultation'),
      place('Pornic', 'consultation'),
      place('Machecoul-Saint-Même', 'consultation'),
      place('Châteaubriant', 'consultation'),
      place('Saint-Herblain', 'consultation'),
      place('Herbignac', 'visit'),
      place('Saint-Brevin-les-Pins', 'visit'),
      place('Blain', 'visit'),
      place('Nozay', 'visit'),
      place('Nort-sur-Erdre', 'visit'),
      place('Ancenis-Saint-Géréon', 'visit'),
      place('Clisson', 'visit'),
      place('Legé', 'visit'),
      place('Guémené-Penfao', 'visit'),
    ],
    whoMayAsk: WHO_MAY_ASK,
    legal: LEGAL,
  },
};

/** Nephrology in Bas-Rhin, without a protocol: the class is the one that the requester declares. */
export const NEPHRO_RHIN: DemoEss = {
  slug: 'nephro-rhin',
  name: 'Néphro Rhin',
  specialty: 'nephrologie',
  triageMode: 'organisation',
  region: 'Grand Est',
  department: 'Bas-Rhin',
  timeZone: 'Europe/Paris',
  phone: '+33353010440',
  onCallPhone: '+33353010415',
  seat: communeNamed('Strasbourg'),
  delegatedMoves: [],
  hours: hours('09:00', '18:00'),
  page: {
    headline: 'Un avis néphrologique avant que le temps ne manque.',
    lead: 'Une seule porte, de Wissembourg à Sélestat, pour demander un néphrologue et préparer la suite avec lui.',
    emergencyBanner:
      'Malaise, détresse respiratoire, potassium élevé avec ECG anormal : appelez le 15. Ce site ne traite pas les urgences vitales.',
    howItWorks: [
      { title: 'Vous demandez', text: 'Par formulaire ou par téléphone, avec la créatinine du jour.' },
      { title: 'Nous organisons', text: 'Vous indiquez l’urgence, un humain la confirme.' },
      { title: 'Un néphrologue répond', text: 'Avis à distance, consultation ou téléconsultation.' },
      { title: 'Vous lisez la réponse', text: 'Dans votre espace, avec chaque étape de la demande.' },
    ],
    commitments: COMMITMENTS,
    team: [
      { name: 'Dr Hélène Wendling', role: 'Néphrologie générale', place: 'Strasbourg' },
      { name: 'Dr Martin Kieffer', role: 'Maladies glomérulaires', place: 'Haguenau' },
      { name: 'Dr Aylin Özdemir', role: 'Préparation à la suppléance', place: 'Sélestat' },
      { name: 'Sandrine Roth', role: 'Secrétariat, votre appel' },
      { name: 'Mireille Schaal', role: 'Infirmière, équipe mobile', place: 'Haguenau' },
    ],
    places: [
      place('Strasbourg', 'seat'),
      place('Haguenau', 'consultation'),
      place('Sélestat', 'consultation'),
      place('Saverne', 'consultation'),
      place('Wissembourg', 'visit'),
      place('Molsheim', 'visit'),
    ],
    whoMayAsk: WHO_MAY_ASK,
    legal: LEGAL,
  },
};

export const DEMO_ESS: readonly DemoEss[] = [CARDIO_ESTUAIRE, NEPHRO_RHIN];
