import { describeRule, shippedProtocols } from '#protocol';

/** A rule in French, from every protocol that holds it; undefined when none does. */
export function explainRule(id: string): string | undefined {
  const wanted = id.toUpperCase();
  const texts = shippedProtocols().flatMap((protocol) => {
    const rule = protocol.rules.find((candidate) => candidate.id === wanted);
    return rule ? [describeRule(rule, protocol)] : [];
  });
  return texts.length > 0 ? texts.join('\n') : undefined;
}
