import { showReference } from '#contracts/reference';

export interface Letter {
  subject: string;
  text: string;
}

/** Ordinary mail carries a reference and a link behind sign-in: no name, no reason, no priority (invariant 8). */
export const requestReceived = (essName: string, reference: string, link: string): Letter => ({
  subject: `Demande reçue ${showReference(reference)}`,
  text: [
    'Bonjour,',
    '',
    `Votre demande ${showReference(reference)} est bien arrivée à ${essName}.`,
    'Un humain la lit. Vous n’avez rien à renvoyer.',
    '',
    'Pour la suivre, connectez-vous\u00a0:',
    link,
    '',
    'En cas d’urgence vitale, appelez le\u00a015. Cette adresse n’est pas lue.',
  ].join('\n'),
});

export const onCallPaged = (essName: string, reference: string, link: string): Letter => ({
  subject: `${essName}\u00a0: une demande vous attend (${showReference(reference)})`,
  text: [
    'Bonjour,',
    '',
    `La demande ${showReference(reference)} attend votre prise en charge immédiate à ${essName}.`,
    'Ouvrez-la après connexion\u00a0:',
    link,
  ].join('\n'),
});
