import { MOBILITY_LABELS, MODALITIES, MODALITY_LABELS, PATIENT_PLACE_LABELS } from '#contracts/enums';
import type { Mobility, Modality, PatientPlace, PriorityClass, Specialty } from '#contracts/enums';

/** The data that count for the way to answer; null is « inconnu » and weighs nothing. */
export interface ModalityFacts {
  specialty: Specialty;
  class: PriorityClass;
  mobility: Mobility | null;
  place: PatientPlace | null;
  ecgAvailable: boolean | null;
  /** Red flags answered « oui ». */
  redFlags: number;
  /** From the seat of the team to the commune of the patient, as the crow flies. */
  distanceKm: number | null;
  wished: Modality | null;
}

export interface ModalityOption {
  modality: Modality;
  label: string;
  rank: number;
  proposed: boolean;
  reasons: string[];
}

interface Reason {
  for: Partial<Record<Modality, number>>;
  text: string;
  /** When the same datum speaks for another way in other words. */
  inOtherWords?: Partial<Record<Modality, string>>;
}

/** Farther than this, a journey to the team is said to be long. Organisation choice, not a clinical rule. */
const FAR_KM = 25;

/** Each datum weighs for or against each way to answer: organisation only, the doctor chooses. */
function reasonsOf(facts: ModalityFacts): Reason[] {
  const reasons: Reason[] = [];
  if (facts.mobility === 'alite' || facts.mobility === 'fauteuil') {
    const text = `Mobilité\u00a0: ${MOBILITY_LABELS[facts.mobility].toLowerCase()}`;
    reasons.push({ text, for: { mobile_visit: 4, teleconsultation: 1, teleexpertise: 1, consultation: -3 } });
  }
  if (facts.mobility === 'autonome') {
    const text = `Mobilité\u00a0: ${MOBILITY_LABELS[facts.mobility].toLowerCase()}`;
    reasons.push({ text, for: { consultation: 2, mobile_visit: -1 } });
  }
  if (facts.place === 'ehpad') {
    const text = `Lieu\u00a0: ${PATIENT_PLACE_LABELS.ehpad.toLowerCase()}, une équipe est sur place`;
    reasons.push({ text, for: { mobile_visit: 2, teleconsultation: 1 } });
  }
  if (facts.specialty === 'cardiologie' && facts.ecgAvailable === true)
    reasons.push({ text: 'ECG disponible', for: { teleexpertise: 2 } });
  if (facts.specialty === 'cardiologie' && facts.ecgAvailable === false)
    reasons.push({
      text: 'Pas d’ECG\u00a0: l’équipe mobile en fait un à domicile',
      inOtherWords: { consultation: 'Pas d’ECG\u00a0: il se fait sur place' },
      for: { mobile_visit: 2, consultation: 1 },
    });
  if (facts.distanceKm !== null && facts.distanceKm > FAR_KM) {
    const text = `À ${Math.round(facts.distanceKm)}\u00a0km de l’équipe, à vol d’oiseau`;
    reasons.push({ text, for: { teleexpertise: 1, teleconsultation: 2, consultation: -1 } });
  }
  if (facts.redFlags > 0) {
    const signs =
      facts.redFlags === 1 ? 'Un signe d’alerte déclaré' : `${facts.redFlags}\u00a0signes d’alerte déclarés`;
    reasons.push({
      text: `${signs}\u00a0: voir le patient`,
      for: { mobile_visit: 2, consultation: 2, teleexpertise: -2 },
    });
  }
  if (facts.class === 'P4' && facts.redFlags === 0)
    reasons.push({ text: 'Programmé, sans signe d’alerte déclaré', for: { teleexpertise: 2, consultation: 1 } });
  if (facts.wished) reasons.push({ text: 'Souhaité par le demandeur', for: { [facts.wished]: 1 } });
  return reasons;
}

/** Every way to answer, the best supported first, each with the data that speak for it. Equal weights keep the fixed order. */
export function modalityOptions(facts: ModalityFacts): ModalityOption[] {
  const reasons = reasonsOf(facts);
  const weighed = MODALITIES.map((modality, order) => {
    const own = reasons.filter((reason) => (reason.for[modality] ?? 0) !== 0);
    const weight = own.reduce((sum, reason) => sum + (reason.for[modality] ?? 0), 0);
    return { modality, order, weight, reasons: own.filter((reason) => (reason.for[modality] ?? 0) > 0) };
  });
  const sorted = [...weighed].sort((a, b) => b.weight - a.weight || a.order - b.order);
  const best = sorted[0];
  return sorted.map(({ modality, weight, reasons: own }, index) => ({
    modality,
    label: MODALITY_LABELS[modality],
    rank: index + 1,
    proposed: index === 0 && weight > 0 && best !== undefined,
    reasons: own.map(({ text, inOtherWords }) => inOtherWords?.[modality] ?? text),
  }));
}
