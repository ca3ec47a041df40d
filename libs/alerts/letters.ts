import { showReference } from '#contracts/reference';

export interface Letter {
  subject: string;
  text: string;
}
/** What a letter may know of a request: nothing else can be written in it. */
export interface LetterFacts {
  essName: string;
  reference: string;
  /** To the request, behind sign-in. */
  link: string;
}
type Compose = (facts: LetterFacts) => Letter;

/** Ordinary mail carries a reference and a link behind sign-in: no name, no reason, no priority (invariant 8). */
const toRequester =
  (subject: string, body: (reference: string, essName: string) => string[], invitation: string): Compose =>
  ({ essName, reference, link }) => ({
    subject: `${subject} ${showReference(reference)}`,
    text: [
      'Bonjour,',
      '',
      ...body(showReference(reference), essName),
      '',
      `${invitation}, connectez-vous\u00a0:`,
      link,
      '',
      'En cas d’urgence vitale, appelez le\u00a015. Cette adresse n’est pas lue.',
    ].join('\n'),
  });

export const requestReceived = toRequester(
  'Demande reçue',
  (reference, essName) => [
    `Votre demande ${reference} est bien arrivée à ${essName}.`,
    'Un humain la lit. Vous n’avez rien à renvoyer.',
  ],
  'Pour la suivre',
);

export const decidedAndPlanned = toRequester(
  'Demande décidée et planifiée',
  (reference, essName) => [`${essName} a décidé de la suite de votre demande ${reference}, et sa date est fixée.`],
  'Pour la lire',
);

export const dateChanged = toRequester(
  'La date a changé\u00a0: demande',
  (reference, essName) => [`${essName} a changé la date annoncée pour votre demande ${reference}.`],
  'Pour lire la nouvelle date',
);

/** To the author and to the treating doctor alike. */
export const answerReady = toRequester(
  'Réponse prête à la demande',
  (reference, essName) => [
    `La réponse de ${essName} à la demande ${reference} est prête.`,
    'L’ouvrir nous dit que vous l’avez lue.',
  ],
  'Pour la lire',
);

export const infoAsked = toRequester(
  'Complément attendu pour la demande',
  (reference, essName) => [
    `${essName} attend de vous un complément pour avancer sur la demande ${reference}.`,
    'Ce qui manque est écrit dans la demande\u00a0: vous y répondez directement.',
  ],
  'Pour répondre',
);

export const correction = toRequester(
  'Correction\u00a0: demande',
  (reference, essName) => [
    `Notre précédent courriel sur la demande ${reference} n’est plus exact\u00a0: ${essName} vient de le corriger.`,
    'Ne vous fiez qu’à ce que montre la demande elle-même.',
  ],
  'Pour voir où elle en est',
);

export const onCallPaged: Compose = ({ essName, reference, link }) => ({
  subject: `${essName}\u00a0: une demande vous attend (${showReference(reference)})`,
  text: [
    'Bonjour,',
    '',
    `La demande ${showReference(reference)} attend votre prise en charge immédiate à ${essName}.`,
    'Ouvrez-la après connexion\u00a0:',
    link,
  ].join('\n'),
});

export const readerPaged: Compose = ({ essName, reference, link }) => ({
  subject: `${essName}\u00a0: à lire sans attendre (${showReference(reference)})`,
  text: [
    'Bonjour,',
    '',
    `La demande ${showReference(reference)} attend votre lecture sans délai à ${essName}.`,
    'Ouvrez-la après connexion\u00a0:',
    link,
  ].join('\n'),
});
