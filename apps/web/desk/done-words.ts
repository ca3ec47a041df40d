import { NBSP } from '../ui/format.ts';
import type { MoveOrder } from './use-moves.ts';

/** What was saved, in a few words: « Le Goff Jeanne : P2 confirmée. » */
export function doneWords(order: MoveOrder): string {
  const said = {
    confirm: () => `${'class' in order ? order.class : ''} confirmée.`,
    raise: () =>
      'class' in order && order.class === 'P0'
        ? 'urgence vitale, équipe prévenue.'
        : `relevée à${NBSP}${'class' in order ? order.class : ''}.`,
    lower: () => `abaissée à${NBSP}${'class' in order ? order.class : ''}.`,
    claim: () => 'vous l’avez prise.',
    release: () => 'remise au guichet.',
    acknowledge: () => 'urgence prise en charge. Rappelez le demandeur.',
    cancel: () => 'demande annulée.',
    close: () => 'réponse transmise, demande close.',
  }[order.move]();
  return `${order.patientName}${NBSP}: ${said}`;
}
