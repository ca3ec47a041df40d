import { EXAM_LABELS } from '#contracts/care';
import { MEASUREMENTS } from '#protocol';
import { NBSP, upperFirst } from '../ui/format.ts';
import { examsOf, readMeasures } from './sheet-draft.ts';
import type { SheetDraft } from './sheet-draft.ts';

const labelOf = (name: string) => upperFirst(MEASUREMENTS[name]?.label ?? name);

/** What was read of each field or, when nothing can be read of it, what was typed. */
function valuesOf(draft: SheetDraft): Map<string, string> {
  const typed = Object.entries(draft.measures).filter(([, { value }]) => value.trim() !== '');
  const { measures, errors } = readMeasures(draft);
  return new Map([
    ...typed.filter(([name]) => errors[name]).map(([name, { value }]) => [name, value.trim()] as const),
    ...measures.map(({ name, value, unit }) => [name, `${String(value).replace('.', ',')}${NBSP}${unit}`] as const),
  ]);
}

const examWords = ({ done, reason }: { done: boolean; reason: string }) =>
  done ? 'fait' : ['non fait', reason.trim()].filter(Boolean).join(', ');

/** In words, what one sheet says and the other does not; nothing when nothing typed would be lost. */
export function missingFrom(shown: SheetDraft, own: SheetDraft, flagLabel = (id: string) => id): string[] {
  const there = valuesOf(shown);
  const numbers = [...valuesOf(own)].flatMap(([name, value]) => {
    const other = there.get(name);
    if (other === value) return [];
    return `${labelOf(name)}${NBSP}: ${value}${other ? ` (sur la feuille, ${other})` : ''}`;
  });
  const flags = Object.entries(own.findings)
    .filter(([id, value]) => shown.findings[id] !== value)
    .map(([id, value]) => `${flagLabel(id)}${NBSP}: ${FINDING_WORDS[value]}`);
  const exams = examsOf(own).flatMap(({ exam, ...answer }) => {
    const other = shown.exams[exam];
    return other && examWords(other) === examWords(answer) ? [] : `${EXAM_LABELS[exam]}${NBSP}: ${examWords(answer)}`;
  });
  const note = own.note.trim();
  return [
    ...[...numbers, ...flags, ...exams],
    ...(note && !shown.note.includes(note) ? [`Note${NBSP}: ${note}`] : []),
    ...(own.called15 && !shown.called15 ? [`Appel au${NBSP}15`] : []),
    ...(own.calledOnCall && !shown.calledOnCall ? ['Appel au spécialiste d’avis'] : []),
  ];
}

const FINDING_WORDS = { present: 'oui', denied: 'non', unknown: 'ne sais pas' } as const;

/** The sheet that is shown, with what was typed here laid over it: nothing of the other is taken away but its figures. */
export function laidOver(shown: SheetDraft, own: SheetDraft): SheetDraft {
  const note = own.note.trim();
  return {
    ...shown,
    measures: { ...shown.measures, ...own.measures },
    findings: { ...shown.findings, ...own.findings },
    exams: { ...shown.exams, ...own.exams },
    note: !note || shown.note.includes(note) ? shown.note : [shown.note.trim(), note].filter(Boolean).join('\n'),
    called15: shown.called15 || own.called15,
    calledOnCall: shown.calledOnCall || own.calledOnCall,
  };
}
