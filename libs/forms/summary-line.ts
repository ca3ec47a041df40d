import type { RequestAnswers } from './answers.ts';
import type { FormDefinition } from './definition.ts';
import { measureOf, reasonOf } from './form-for.ts';
import { showMeasure } from './parse-measure.ts';

export const SUMMARY_MAX = 70;
const NYHA = ['', 'I', 'II', 'III', 'IV'];
/** Measures worth a place on a queue card, most telling first. */
const TELLING = ['troponin_hs', 'nt_probnp', 'bnp', 'weight_delta', 'qtc', 'egfr', 'acr', 'lvef', 'vmax_aortic', 'abi'];
/** For these reasons a measure is the reason itself. */
const TELLING_FIRST: Record<string, string> = { hta: 'bp', rythme: 'hr', hyperkaliemie: 'potassium' };

/**
 * The reason of a queue card, in one line of at most 70 characters, whole words only:
 * « Insuffisance cardiaque : décompensation sans détresse, NYHA III ».
 */
export function summaryLine(answers: RequestAnswers, form: FormDefinition): string {
  const reason = reasonOf(form, answers.reason);
  const head = answers.reason === 'autre' && answers.reasonOther ? answers.reasonOther.trim() : (reason?.short ?? '');
  const [first, ...others] = details(answers, form);
  if (!first) return cut(head);
  let line = head ? `${head}\u00a0: ${lowerFirst(first)}` : first;
  if (line.length > SUMMARY_MAX) return cut(line);
  for (const detail of others) {
    const longer = `${line}, ${lowerFirst(detail)}`;
    if (longer.length <= SUMMARY_MAX) line = longer;
  }
  return line;
}

function details(answers: RequestAnswers, form: FormDefinition): string[] {
  const isPresent = (id: string) => answers.findings[id] === 'present';
  const reason = reasonOf(form, answers.reason);
  const label = (id: string) => form.findings[id]?.label ?? '';
  const flags = form.redFlags.filter((flag) => answers.redFlags[flag.id] === 'present').map((flag) => flag.banner);
  const situations = (reason?.situations ?? []).filter(isPresent).map(label);
  const signs = (reason?.findings ?? []).filter(isPresent).map(label);
  const nyha = answers.nyha && answers.nyha >= 2 ? [`NYHA ${NYHA[answers.nyha]}`] : [];
  const own = TELLING_FIRST[answers.reason ?? ''];
  const measures = [...(own ? [own] : []), ...TELLING].flatMap((name) => {
    const answer = answers.measures.find((typed) => typed.name === name);
    return answer ? [`${measureOf(form, name)?.short ?? name} ${showMeasure(answer)}`] : [];
  });
  const all = [...flags, ...situations, ...nyha, ...measures.slice(0, 1), ...signs, ...measures.slice(1)].filter(
    Boolean,
  );
  return all.length > 0 ? all : [answers.question.trim()].filter(Boolean);
}

/** « Décompensation » → « décompensation », « BAV complet » and « NYHA » stay. */
function lowerFirst(text: string): string {
  const isWord = /^\p{Lu}[\p{Ll}’]/u.test(text) && !/^[A-Z][a-z]?[A-Z]/.test(text);
  return isWord ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Words that announce another: a line cut just after them would hang. */
const HANGING =
  /\s(?:\d+|à|après|au|aux|avant|avec|ce|cette|chez|dans|de|depuis|des|du|en|et|la|le|les|moins|ou|par|plus|pour|sans|sous|sur|un|une|vers)$/iu;

/**
 * Whole words and an ellipsis, never on a word that announces another; a single word longer than the line is the one
 * thing cut inside.
 */
function cut(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  if (line.length <= SUMMARY_MAX) return line;
  const room = line.slice(0, SUMMARY_MAX - 1);
  let kept = /^(.*)\s/su.exec(room)?.[1] || room.slice(0, SUMMARY_MAX - 2);
  for (let shorter = bare(kept); shorter !== kept; shorter = bare(kept)) kept = shorter;
  return `${kept}\u00a0…`;
}

const bare = (text: string): string => text.replace(/[\s,;:.«]+$/u, '').replace(HANGING, '');
