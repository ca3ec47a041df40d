import type { Equipment, Exam } from '#contracts/care';

const EQUIPMENT_OF: Partial<Record<Exam, Equipment>> = {
  ecg: 'ecg',
  echo: 'echo',
  biologie: 'biologie',
  photos: 'photo',
};

const KIT_OF: Partial<Record<Exam, string[]>> = {
  ecg: ['Électrocardiographe', 'Électrodes et papier'],
  echo: ['Échographe', 'Gel'],
  biologie: ['Matériel de prélèvement', 'Glacière'],
  photos: ['Appareil photo'],
};

/** Equipment, and the training that goes with it, that the exams of a visit ask of a team. */
export const equipmentFor = (exams: readonly Exam[]): Equipment[] => [
  ...new Set(exams.flatMap((exam) => EQUIPMENT_OF[exam] ?? [])),
];

/** What to take out of the car. */
export const kitFor = (exams: readonly Exam[]): string[] => exams.flatMap((exam) => KIT_OF[exam] ?? []);
