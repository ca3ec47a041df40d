import type { Specialty } from '#contracts/enums';
import type { Protocol } from '../protocol.ts';
import { CARDIOLOGIE } from './cardiologie.data.ts';
import { DERMATOLOGIE } from './dermatologie.data.ts';
import { DOULEUR_CHRONIQUE } from './douleur-chronique.data.ts';
import { NEPHROLOGIE } from './nephrologie.data.ts';
import { OPHTALMOLOGIE } from './ophtalmologie.data.ts';
import { PEDIATRIE } from './pediatrie.data.ts';

const SHIPPED: Record<Specialty, Protocol> = {
  cardiologie: CARDIOLOGIE,
  ophtalmologie: OPHTALMOLOGIE,
  dermatologie: DERMATOLOGIE,
  nephrologie: NEPHROLOGIE,
  douleur_chronique: DOULEUR_CHRONIQUE,
  pediatrie: PEDIATRIE,
};

/** The protocol shipped for a specialty. No clinician has signed it: see `docs/clinical-safety.md`. */
export function protocolFor(specialty: Specialty): Protocol {
  return SHIPPED[specialty];
}

export function shippedProtocols(): Protocol[] {
  return Object.values(SHIPPED);
}
