import type { AuditAction } from '#platform';

/** What was done, in words a patient reads; what is not listed is said by its family. */
const DONE: Partial<Record<AuditAction, string>> = {
  'request.sent': 'A envoyé une demande pour vous',
  'request.read': 'A lu votre demande',
  'request.proposed': 'A proposé un délai',
  'request.confirmed': 'A confirmé le délai',
  'request.reclassed': 'A changé le délai',
  'request.raised': 'A avancé le délai',
  'request.lowered': 'A reculé le délai',
  'request.decided': 'A décidé de la suite',
  'request.cancelled': 'A annulé la demande',
  'request.closed': 'A clos la demande',
  'request.info-asked': 'A demandé un complément',
  'request.info-given': 'A ajouté un complément',
  'request.outcome-told': 'A noté ce qui s’est passé ensuite',
  'report.ready': 'A signé une réponse',
  'report.read': 'A lu la réponse',
  'report.received': 'A reçu la réponse',
  'visit.planned': 'A prévu une visite',
  'visit.moved': 'A déplacé une visite',
  'visit.started': 'A commencé une visite',
  'visit.done': 'A fait une visite',
  'visit.not-done': 'A noté une visite non faite',
  'visit.read': 'A lu la fiche de visite',
  'appointment.booked': 'A donné un rendez-vous',
  'appointment.cancelled': 'A annulé un rendez-vous',
  'attachment.added': 'A ajouté un document',
  'attachment.listed': 'A vu la liste des documents',
  'attachment.read': 'A ouvert un document',
  'patient.read': 'A ouvert votre fiche',
  'patient.corrected': 'A corrigé votre identité',
  'patient.document-checked': 'A vérifié votre pièce d’identité',
  'patient.merged': 'A réuni deux fiches à votre nom',
  'patient.unmerged': 'A séparé deux fiches réunies',
  'consent.recorded': 'A noté votre accord ou votre refus',
  'circle.changed': 'A changé votre cercle de soins',
  'access.exceptional': 'A ouvert un accès exceptionnel',
  'access.exceptional-ended': 'A fini un accès exceptionnel',
  'access.reviewed': 'A contrôlé un accès',
  'audit.read': 'A contrôlé les accès à votre dossier',
  'access-list.read': 'A lu cette liste',
  'person.invited': 'Vous a invité dans votre espace',
};

/** Why it was allowed, in words a patient reads. */
const PURPOSES: Readonly<Record<string, string>> = {
  author: 'Suit la demande faite pour vous',
  auteur: 'Vous adresse à l’équipe',
  organisation: 'Travaille avec le professionnel qui vous a adressé',
  treating_doctor: 'Est noté comme votre médecin traitant',
  assigned: 'S’occupe de votre demande',
  desk: 'Fait partie de l’équipe qui traite votre demande',
  appel: 'A pris la demande au téléphone',
  ajout: 'Complète votre demande',
  tour: 'Vient vous voir, ou prépare la visite',
  care_circle: 'Fait partie de votre cercle de soins',
  consent: 'Vous avez accepté le partage avec l’équipe',
  exceptional: 'Accès exceptionnel\u00a0: motif écrit, une heure au plus, contrôlé ensuite',
  'audit.read': 'Contrôle des accès',
  'access.review': 'Contrôle des accès',
  patient: 'Vous-même',
  'patient.identity': 'Tient votre identité à jour',
  'patient.circle': 'Tient votre cercle de soins à jour',
};

export const doneWords = (action: string): string =>
  Object.entries(DONE).find(([known]) => known === action)?.[1] ??
  (action.endsWith('.read') || action.endsWith('-listed')
    ? 'A consulté votre dossier'
    : 'A fait avancer votre demande');

export const purposeWords = (reason: string): string => PURPOSES[reason] ?? 'Prend part à vos soins';
