import { bannerFindings, toFacts } from '#forms';
import type { FormDefinition, RequestAnswers } from '#forms';
import { evaluate, protocolFor } from '#protocol';
import type { Facts } from '#protocol';
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
  const rule = setting.triageMode === 'protocol' ? gravestRule(answers, form, setting) : null;
  const why = rule ? `${upperFirst(rule.datum)}. Règle ${rule.id}, protocole ${rule.protocol} v${rule.version}.` : null;
  if (flags.length > 0) {
    const words = flags.map((flag, index) => (index === 0 ? flag.banner : lowerFirst(flag.banner))).join(', ');
    return { source: 'flags', sentence: words + END, why };
  }
  if (rule) {
    const withoutMeasures = gravestRule({ ...answers, measures: [] }, form, setting);
    const withoutFlags = gravestRule({ ...answers, redFlags: {} }, form, setting);
    const source = withoutFlags === null ? 'flags' : withoutMeasures === null ? 'measures' : 'findings';
    return { source, sentence: rule.label + END, why };
  }
  if (answers.declaredClass === 'P0')
    return { source: 'declared', sentence: `Urgence vitale déclarée${END}`, why: null };
  return null;
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function gravestRule(answers: RequestAnswers, form: FormDefinition, setting: EmergencySetting) {
  const facts: Facts = toFacts(answers, form, {
    receivedAt: setting.now,
    channel: setting.channel,
    timeZone: setting.timeZone,
    ...(setting.requesterRole && { requesterRole: setting.requesterRole }),
  });
  try {
    const proposal = evaluate(facts, protocolFor(form.specialty), setting.now);
    return proposal.class === 'P0' ? (proposal.rules[0] ?? null) : null;
  } catch {
    // A fault of the rules never takes the form away: the vital signs speak alone, and the server reads the rules again.
    return null;
  }
}
