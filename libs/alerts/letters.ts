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

/** What a letter about an account or an access may know: no name, no identifier, nothing of a patient. */
export interface PlainFacts {
  essName: string;
  link: string;
}

const plain =
  (subject: (essName: string) => string, body: (essName: string) => string[]) =>
  ({ essName, link }: PlainFacts): Letter => ({
    subject: subject(essName),
    text: ['Bonjour,', '', ...body(essName), link, '', 'Cette adresse n’est pas lue.'].join('\n'),
  });

export const invitation = plain(
  (essName) => `${essName} vous invite sur Guichet ESS`,
  (essName) => [
    `${essName} vous ouvre un accès. Le lien sert une seule fois, pendant sept jours.`,
    'Si vous n’attendiez rien, ne faites rien\u00a0: l’accès ne s’ouvre pas sans vous.',
    '',
    'Pour accepter\u00a0:',
  ],
);

export const patientInvitation = plain(
  (essName) => `${essName} vous ouvre votre espace`,
  (essName) => [
    `${essName} vous propose de voir qui a consulté votre dossier. Le lien sert une seule fois, pendant sept jours.`,
    'Si vous n’attendiez rien, ne faites rien.',
    '',
    'Pour ouvrir votre espace\u00a0:',
  ],
);

export const passwordReset = plain(
  () => 'Changer votre mot de passe',
  () => [
    'Un nouveau mot de passe a été demandé pour votre compte Guichet ESS. Le lien sert une seule fois, pendant une heure.',
    'Si ce n’est pas vous, ne faites rien\u00a0: rien ne change.',
    '',
    'Pour choisir un nouveau mot de passe\u00a0:',
  ],
);

export const signInChanged = plain(
  () => 'Une façon de vous connecter a changé',
  () => [
    'Un second facteur de votre compte Guichet ESS vient d’être ajouté, retiré ou remis à zéro.',
    'Si ce n’est pas vous, prévenez votre équipe sans attendre.',
    '',
    'Pour vérifier, connectez-vous\u00a0:',
  ],
);

export const exceptionalAccess = plain(
  (essName) => `${essName}\u00a0: un accès exceptionnel vient d’être ouvert`,
  (essName) => [
    `Quelqu’un vient d’ouvrir un accès exceptionnel à ${essName}. Il dure une heure au plus et reste à revoir.`,
    '',
    'Pour le lire, connectez-vous\u00a0:',
  ],
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
