import { NBSP } from '../ui/format.ts';
import type { FormMove } from './moves.ts';

interface FormWords {
  /** The line that opens it. */
  open: string;
  title: string;
  /** What the button does. */
  send: string;
}

/** Every form names its effect, once on the line that opens it and once on its button. */
export const FORM_WORDS: Record<FormMove, FormWords> = {
  advise: { open: 'Avis donné…', title: 'Votre avis', send: 'Envoyer l’avis' },
  sign_reading: { open: 'Interpréter…', title: 'Votre interprétation', send: 'Signer' },
  report_appointment: { open: 'Compte rendu du rendez-vous…', title: 'Compte rendu du rendez-vous', send: 'Signer' },
  order_visit: { open: 'Demander une visite…', title: 'Visite de l’équipe mobile', send: 'Demander la visite' },
  order_consultation: {
    open: 'Demander une consultation…',
    title: 'Consultation',
    send: 'Demander la consultation',
  },
  order_teleconsultation: {
    open: 'Demander une téléconsultation…',
    title: 'Téléconsultation',
    send: 'Demander la téléconsultation',
  },
  order_exam: { open: 'Demander un examen…', title: 'Examen d’abord', send: 'Demander l’examen' },
  pass: { open: 'Passer à un confrère…', title: 'Passer à un confrère', send: 'Passer la demande' },
  ask_info: { open: 'Demander un complément…', title: 'Demander un complément', send: 'Demander au demandeur' },
  give_info: { open: 'Ajouter le complément…', title: 'Ajouter le complément', send: 'Ajouter le complément' },
  exam_back: { open: 'Ajouter le résultat…', title: 'Ajouter le résultat', send: 'Ajouter le résultat' },
  decline: {
    open: 'Ne pas retenir, avec un conseil…',
    title: 'Ne pas retenir, avec un conseil',
    send: 'Signer et répondre',
  },
  redirect: { open: 'Réorienter…', title: 'Réorienter', send: 'Signer et réorienter' },
  admit: { open: 'Admission…', title: 'Admission', send: 'Signer l’admission' },
  hand_over: { open: `Confiée au${NBSP}15…`, title: `Confiée au${NBSP}15`, send: `Confiée au${NBSP}15, clore` },
  book: { open: 'Noter le rendez-vous…', title: 'Noter le rendez-vous', send: 'Noter ce rendez-vous' },
  unbook: { open: 'Rendez-vous non tenu…', title: 'Rendez-vous non tenu', send: 'En redonner un' },
  receive: { open: 'Lu par téléphone…', title: 'Lu par téléphone', send: 'Réponse lue, clore' },
  tell_outcome: { open: 'Dire ce qui s’est passé…', title: 'Ce qui s’est passé', send: 'Noter la suite' },
};

/** The key of a form, drawn beside the line that opens it. */
export const FORM_KEYS: Partial<Record<FormMove, string>> = { ask_info: 'D' };
