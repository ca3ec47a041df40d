import { useCallback, useEffect, useRef, useState } from 'react';
import type { CareDraft } from '../decision/draft.ts';
import type { Order } from '../decision/orders.ts';
import { useCare } from '../decision/use-care.ts';
import { useOrders } from '../decision/use-orders.ts';
import { useUndo } from '../decision/use-undo.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { classDecision, LOWER_REFUSED, may, mayChoose, REASON_MIN, refusalOf } from './decision.ts';
import type { DecisionDraft } from './decision.ts';
import type { DecisionActs } from './decision-acts.ts';
import { neighbour, nextToConfirm } from './queue-rows.ts';
import type { DecisionDrafts } from './use-decision-drafts.ts';
import type { QueueItem, RequestFile } from './views.ts';

/** A move the server refused, kept until it is saved or dropped: the person may be on another request by then. */
export interface Problem {
  order: Order;
  error: unknown;
}

interface DeskPlace {
  /** The list beside: what comes after the request shown. */
  items: readonly Pick<QueueItem, 'id' | 'nextAction'>[];
  /** Draws a confirmed class at once in the list. */
  patch?: (id: string, change: Partial<QueueItem>) => void;
  drafts: DecisionDrafts;
  /** The request shown, once loaded. */
  request: RequestFile | undefined;
  go: (id: string | undefined) => void;
}

const focusSoon = (id: string) => setTimeout(() => document.getElementById(id)?.focus(), 30);

/** What is done to the request shown: checked here first, drawn at once where it is safe, then sent, ten seconds to undo. */
export function useDeskActs({ items, patch, drafts, request, go }: DeskPlace) {
  const { slug, context } = useEss();
  const [problems, setProblems] = useState<Record<string, Problem>>({});
  const [refusal, setRefusal] = useState<{ id: string; text: string } | null>(null);

  // A move ends after the person may have gone on to another request: what is on the screen then counts.
  const shown = useRef({ id: request?.id, items });
  useEffect(() => {
    shown.current = { id: request?.id, items };
  });
  const leave = (id: string) => {
    const next = neighbour(shown.current.items, id, 1, 0);
    if (shown.current.id === id) go(next && next.id !== id ? next.id : undefined);
  };
  const forget = useCallback((id: string) => setProblems(({ [id]: _settled, ...others }) => others), []);
  /** What was typed for the act just sent: an undo gives it back. */
  const sent = useRef<Record<string, { priority: DecisionDraft; care: CareDraft }>>({});

  const orders = useOrders(slug, context.me, {
    onDone: (order, fresh) => {
      forget(order.id);
      if (order.move === 'undo') return;
      sent.current[order.id] = { priority: drafts.priority.draftOf(order.id), care: drafts.care.draftOf(order.id) };
      drafts.priority.drop(order.id);
      if (order.move !== 'claim' && order.move !== 'release') drafts.care.drop(order.id);
      offerUndo(order, fresh);
      if (order.move === 'cancel') leave(order.id);
    },
    onRefused: (order, error) => {
      if (order.move === 'undo') return;
      if ('class' in order) drafts.priority.change(order.id, { chosen: order.class });
      setProblems((before) => ({ ...before, [order.id]: { order, error } }));
    },
  });
  const offerUndo = useUndo(slug, {
    undo: ({ id, version, patient }) =>
      orders.mutateAsync({ id, version, patientName: patient.displayName, move: 'undo' }),
    onUndone: ({ id }) => {
      const typed = sent.current[id];
      if (typed) {
        drafts.priority.change(id, typed.priority);
        drafts.care.change(id, typed.care);
      }
      if (shown.current.id !== id) go(id);
    },
  });

  const target = request && { id: request.id, version: request.version, patientName: request.patient.displayName };
  const draft = drafts.priority.draftOf(request?.id);
  const care = useCare({
    request,
    draft: drafts.care.draftOf(request?.id),
    change: (part) => {
      if (request) drafts.care.change(request.id, part);
    },
    send: (order) => {
      if (!orders.isPending) orders.mutate(order);
    },
  });
  const refuse = (text: string, field?: string) => {
    if (request) setRefusal({ id: request.id, text });
    if (field) focusSoon(field);
  };
  const change: DecisionActs['change'] = (part) => {
    if (!request) return;
    setRefusal(null);
    drafts.priority.change(request.id, part);
    if (part.form === 'cancel') focusSoon('annuler-texte');
  };

  const acts: DecisionActs = {
    change,
    choose: (value) => {
      if (request && mayChoose(request, value)) change({ chosen: value });
      else refuse(LOWER_REFUSED);
    },
    submitClass: () => {
      if (!request || !target) return;
      const decision = classDecision(request, draft);
      const words = refusalOf(request, decision, draft.reason);
      if (words) return refuse(words, decision.needsReason ? 'raison-priorite' : undefined);
      const next = nextToConfirm(items, request.id) ?? neighbour(items, request.id, 1, 0);
      if (decision.move) {
        setRefusal(null);
        const { value, move } = decision;
        patch?.(request.id, { class: value, classStatus: 'confirmed', state: 'confirmed', nextAction: 'decide' });
        orders.mutate({ ...target, move, class: value, reason: draft.reason.trim() });
      }
      if (next && next.id !== request.id) go(next.id);
    },
    submitVital: () => {
      if (target) orders.mutate({ ...target, move: 'raise', class: 'P0', reason: '' });
    },
    submitCancel: () => {
      if (!target) return;
      if (draft.cancelReason.trim().length < REASON_MIN)
        return refuse('Écrivez en quelques mots pourquoi l’annuler.', 'annuler-texte');
      orders.mutate({ ...target, move: 'cancel', reason: draft.cancelReason.trim() });
    },
    claim: () => {
      if (!request || !target || orders.isPending) return;
      if (may(request, 'acknowledge')) refuse('Prenez l’urgence en charge\u00a0: touche U.');
      else if (may(request, 'claim')) orders.mutate({ ...target, move: 'claim' });
      else if (may(request, 'release')) orders.mutate({ ...target, move: 'release' });
    },
    acknowledge: () => {
      if (request && target && may(request, 'acknowledge')) orders.mutate({ ...target, move: 'acknowledge' });
    },
  };
  return {
    acts,
    draft,
    care,
    busy: orders.isPending && orders.variables?.id === request?.id,
    refusal: refusal && refusal.id === request?.id ? refusal.text : null,
    problems,
    forget,
  };
}
