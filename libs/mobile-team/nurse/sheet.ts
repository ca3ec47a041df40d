import { DomainError } from '#contracts';
import { EXAM_LABELS, type Exam } from '#contracts/care';
import type { SheetDto } from './nurse.dto.ts';

export const sheetPlace = (stopId: string) => ({ table: 'tour_stop', column: 'sealed', row: stopId });

/** A visit ends when each exam that was asked is done, or said not done with the reason. */
export function unanswered(asked: readonly Exam[], sheet: Pick<SheetDto, 'examsDone' | 'examsMissing'>): Exam[] {
  const said = new Set([...sheet.examsDone, ...sheet.examsMissing.map(({ exam }) => exam)]);
  return asked.filter((exam) => !said.has(exam));
}

/** @throws visit.invalid */
export function refuseUnanswered(asked: readonly Exam[], sheet: SheetDto): void {
  const left = unanswered(asked, sheet);
  if (left.length === 0) return;
  const words = left.map((exam) => EXAM_LABELS[exam]).join(', ');
  throw new DomainError(
    'visit.invalid',
    `Dites pour chaque examen s’il est fait, ou pourquoi il ne l’est pas\u00A0: ${words}.`,
    {
      errors: left.map((exam) => ({
        field: `sheet.exams.${exam}`,
        code: 'unanswered',
        message: 'Fait, ou pas fait et pourquoi.',
      })),
    },
  );
}

/** A telephone whose clock runs ahead is brought back to ours. */
export function timeOfTap(at: string, now: Date): Date {
  const tapped = new Date(at).getTime();
  // Some spellings of a date are of the norm and of no clock: a week, a day of the year.
  if (Number.isNaN(tapped)) throw new DomainError('input.invalid', 'Indiquez une heure.');
  return new Date(Math.min(tapped, now.getTime()));
}
