import { NBSP } from '../ui/format.ts';
import type { RequestFile } from '../desk/views.ts';
import type { Order } from './orders.ts';

const isVital = (order: Order): boolean => 'class' in order && order.class === 'P0';
const classOf = (order: Order): string => ('class' in order ? order.class : '');

const DEEDS: Record<Order['move'], (order: Order) => string> = {
  confirm: (order) => `${classOf(order)} confirmée`,
  raise: (order) => (isVital(order) ? 'urgence vitale, équipe prévenue' : `relevée à${NBSP}${classOf(order)}`),
  lower: (order) => `abaissée à${NBSP}${classOf(order)}`,
  claim: () => 'vous l’avez prise',
  release: () => 'remise au guichet',
  acknowledge: () => 'urgence prise en charge. Rappelez le demandeur',
  undo: () => 'annulé, comme avant',
  cancel: () => 'demande annulée',
  pass: (order) => (order.move === 'pass' ? `passée à ${order.toName}` : ''),
  ask_info: () => 'complément demandé',
  give_info: () => 'complément ajouté',
  advise: () => 'avis signé',
  decline: () => 'réponse avec un conseil signée',
  redirect: () => 'réorientation signée',
  admit: () => 'admission signée',
  hand_over: () => `urgence confiée au${NBSP}15`,
  order_exam: () => 'examen demandé',
  exam_back: () => 'résultat ajouté',
  order_visit: () => 'visite demandée',
  order_consultation: () => 'consultation demandée',
  order_teleconsultation: () => 'téléconsultation demandée',
  book: () => 'rendez-vous noté',
  unbook: () => 'rendez-vous à redonner',
  report_appointment: () => 'compte rendu signé',
  sign_reading: () => 'interprétation signée',
  receive: () => 'réponse lue par téléphone',
  tell_outcome: () => 'suite notée',
};
/** Already told: an urgent class pages the team at once. */
const TOLD_AT_ONCE: readonly Order['move'][] = ['claim', 'release'];

/** « Le Goff Jeanne : visite demandée. Rien n’est encore parti. » */
export function doneWords(order: Order, canUndo: boolean): string {
  const said = `${order.patientName}${NBSP}: ${DEEDS[order.move](order)}.`;
  return canUndo && !TOLD_AT_ONCE.includes(order.move) && !isVital(order) ? `${said} Rien n’est encore parti.` : said;
}

/** Seconds left to take back the last act, by the server's clock; 0 when it is too late. */
export const secondsToUndo = (request: Pick<RequestFile, 'undoUntil' | 'serverNow'>): number =>
  request.undoUntil
    ? Math.max(0, Math.floor((Date.parse(request.undoUntil) - Date.parse(request.serverNow)) / 1000))
    : 0;
