import type { AuditAction } from '#platform';

/** Families of the filter, in the order they are shown. */
export const ACTION_FAMILIES = ['lecture', 'demande', 'patient', 'accès', 'compte', 'service'] as const;
export type ActionFamily = (typeof ACTION_FAMILIES)[number];

interface ActionWords {
  words: string;
  family: ActionFamily;
}
const lecture = (words: string): ActionWords => ({ words, family: 'lecture' });
const demande = (words: string): ActionWords => ({ words, family: 'demande' });
const patient = (words: string): ActionWords => ({ words, family: 'patient' });
const acces = (words: string): ActionWords => ({ words, family: 'accès' });
const compte = (words: string): ActionWords => ({ words, family: 'compte' });
const service = (words: string): ActionWords => ({ words, family: 'service' });

/** Every action of the trail, in the words of the DPO's screen. */
export const AUDIT_ACTION_WORDS: Readonly<Record<AuditAction, ActionWords>> = {
  'request.read': lecture('Demande lue'),
  'request.listed': lecture('Liste de demandes affichée'),
  'report.read': lecture('Réponse lue'),
  'visit.read': lecture('Fiche de visite lue'),
  'tour.read': lecture('Tournée affichée'),
  'attachment.listed': lecture('Liste de documents affichée'),
  'attachment.read': lecture('Document ouvert'),
  'patient.read': lecture('Fiche patient lue'),
  'patient.searched': lecture('Recherche de patient'),
  'patient.duplicates-listed': lecture('Doublons possibles affichés'),
  'access-list.read': lecture('Liste des accès lue'),

  'request.sent': demande('Demande envoyée'),
  'request.received': demande('Demande reçue'),
  'request.emergency': demande('Urgence vitale reçue'),
  'request.proposed': demande('Classe proposée'),
  'request.confirmed': demande('Classe confirmée'),
  'request.reclassed': demande('Classe changée'),
  'request.raised': demande('Classe relevée'),
  'request.lowered': demande('Classe abaissée'),
  'request.claimed': demande('Demande prise'),
  'request.released': demande('Demande remise au guichet'),
  'request.passed': demande('Demande confiée'),
  'request.reassigned': demande('Demande confiée à quelqu’un d’autre'),
  'request.acknowledged': demande('Prise en compte'),
  'request.cancelled': demande('Demande annulée'),
  'request.decided': demande('Décision prise'),
  'request.info-asked': demande('Complément demandé'),
  'request.info-given': demande('Complément donné'),
  'request.info-overdue': demande('Complément en retard'),
  'request.exam-back': demande('Examen revenu'),
  'request.reopened': demande('Demande rouverte'),
  'request.undone': demande('Geste annulé'),
  'request.closed': demande('Demande close'),
  'request.outcome-told': demande('Suite racontée'),
  'visit.planned': demande('Visite prévue'),
  'visit.moved': demande('Visite déplacée'),
  'visit.unplanned': demande('Visite retirée de la tournée'),
  'visit.started': demande('Visite commencée'),
  'visit.done': demande('Visite faite'),
  'visit.not-done': demande('Visite non faite'),
  'appointment.booked': demande('Rendez-vous donné'),
  'appointment.cancelled': demande('Rendez-vous annulé'),
  'report.ready': demande('Réponse signée'),
  'report.overdue': demande('Réponse non lue à temps'),
  'report.received': demande('Réponse reçue'),
  'attachment.added': demande('Document ajouté'),

  'patient.corrected': patient('Identité corrigée'),
  'patient.document-checked': patient('Pièce d’identité vérifiée'),
  'patient.merged': patient('Deux fiches réunies'),
  'patient.unmerged': patient('Deux fiches séparées'),
  'patient.archived': patient('Dossier archivé'),
  'patient.erased': patient('Dossier effacé'),
  'consent.recorded': patient('Consentement ou opposition noté'),
  'circle.changed': patient('Cercle de soins changé'),

  'access.exceptional': acces('Accès exceptionnel ouvert'),
  'access.exceptional-ended': acces('Accès exceptionnel terminé'),
  'access.reviewed': acces('Accès revu'),
  'audit.read': acces('Journal consulté'),

  'session.opened': compte('Connexion'),
  'session.revoked': compte('Session fermée'),
  'session.step-up': compte('Identité prouvée de nouveau'),
  'factor.added': compte('Second facteur ajouté'),
  'factor.removed': compte('Second facteur retiré'),
  'password.changed': compte('Mot de passe changé'),
  'rights.changed': compte('Droits changés'),
  'person.invited': compte('Personne invitée'),
  'person.departed': compte('Départ enregistré'),
  'person.reset-asked': compte('Mot de passe oublié'),
  'person.factor-changed': compte('Second facteur changé'),
  'person.changed': compte('Rôle ou période changé'),
  'person.disabled': compte('Compte désactivé'),
  'person.enabled': compte('Compte réactivé'),
  'settings.changed': compte('Réglage de l’ESS changé'),

  'mail.sent': service('Courriel envoyé'),
};

/** Why it was allowed. What another lib writes and this table does not know is shown as it is written. */
const REASON_WORDS: Readonly<Record<string, string>> = {
  author: 'auteur de la demande',
  auteur: 'auteur de la demande',
  organisation: 'même structure que le demandeur',
  treating_doctor: 'médecin traitant',
  assigned: 'demande confiée',
  desk: 'guichet, demande ouverte',
  tour: 'tournée du jour',
  care_circle: 'cercle de soins',
  consent: 'consentement du patient',
  exceptional: 'accès exceptionnel',
  patient: 'le patient lui-même',
  appel: 'demande prise au téléphone',
  protocole: 'protocole',
  ajout: 'ajout à la demande',
  conservation: 'durée de conservation',
  effacement: 'effacement demandé',
  'mot de passe': 'mot de passe',
  password: 'mot de passe',
  psc: 'Pro Santé Connect',
  'audit.read': 'droit de contrôle',
  'access.review': 'revue des accès',
  verification: 'vérification de la chaîne',
  'patient.identity': 'tenue des identités',
  'patient.circle': 'cercle de soins et consentement',
  'patient.read': 'droit de lire la fiche',
  'people.manage': 'gestion des personnes',
  'ess.settings': 'réglages de l’ESS',
  'access.exceptional': 'accès exceptionnel',
  insi: 'téléservice INSi',
};

/** Mails carry the name of what sent them. */
const SENDER = /^(alerts|mobile-team|reports|decision|triage|reporting)\./;

export const actionWords = (action: string): string =>
  Object.entries(AUDIT_ACTION_WORDS).find(([known]) => known === action)?.[1].words ?? action;

export const reasonWords = (reason: string): string =>
  REASON_WORDS[reason] ?? (SENDER.test(reason) ? 'envoi automatique' : reason);

export const isAuditAction = (value: string): value is AuditAction => value in AUDIT_ACTION_WORDS;
