import { bannerFindings, toFacts } from '#forms';
import type { FormDefinition, RequestAnswers } from '#forms';
import type { Facts, FiredRule } from '#protocol';
import type { Channel, RequesterRole, TriageMode } from '#contracts/enums';

export interface EmergencyView {
  /** Where in the form it was raised: the banner stands above that question. */
  source: 'flags' | 'findings' | 'measures' | 'declared';
  /** « Douleur thoracique en cours : n’attendez pas la réponse de l’équipe. » */
  sentence: string;
  /** What raised it, by which rule. */
  why: string | null;
}

export interface EmergencySetting {
  triageMode: TriageMode;
  now: Date;
  channel: Channel;
  requesterRole?: RequesterRole;
  timeZone: string;
  /** The rules of the protocol; null until they are loaded: the vital signs need none of them. */
  gravestRule: ((facts: Facts, now: Date) => FiredRule | null) | null;
}

const END = '\u00a0: n’attendez pas la réponse de l’équipe. Ce formulaire n’est pas lu en continu.';

/**
 * Whether the page must say « Appelez le 15 », known without any server: a vital sign ticked, P0 declared, or, for a
 * team that works by a protocol, its rules read here as the worker will read them.
 */
export function emergencyOf(
  answers: RequestAnswers,
  form: FormDefinition,
  setting: EmergencySetting,
): EmergencyView | null {
  const flags = bannerFindings(answers, form);
  const rule = setting.triageMode === 'protocol' ? ruleOf(answers, form, setting) : null;
  const why = rule ? `${upperFirst(rule.datum)}. Règle ${rule.id}, protocole ${rule.protocol} v${rule.version}.` : null;
  if (flags.length > 0) {
    const words = flags.map((flag, index) => (index === 0 ? flag.banner : lowerFirst(flag.banner))).join(', ');
    return { source: 'flags', sentence: words + END, why };
  }
  if (rule) {
    const withoutMeasures = ruleOf({ ...answers, measures: [] }, form, setting);
    const withoutFlags = ruleOf({ ...answers, redFlags: {} }, form, setting);
    const source = withoutFlags === null ? 'flags' : withoutMeasures === null ? 'measures' : 'findings';
    return { source, sentence: rule.label + END, why };
  }
  if (answers.declaredClass === 'P0')
    return { source: 'declared', sentence: `Urgence vitale déclarée${END}`, why: null };
  return null;
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function ruleOf(answers: RequestAnswers, form: FormDefinition, setting: EmergencySetting): FiredRule | null {
  const facts: Facts = toFacts(answers, form, {
    receivedAt: setting.now,
    channel: setting.channel,
    timeZone: setting.timeZone,
    ...(setting.requesterRole && { requesterRole: setting.requesterRole }),
  });
  return setting.gravestRule?.(facts, setting.now) ?? null;
}
