import { useCallback, useEffect, useRef, useState } from 'react';
import { useEss } from '../layout/ess-shell.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { classDecision, LOWER_REFUSED, may, mayChoose, REASON_MIN, refusalOf } from './decision.ts';
import type { DecisionActs } from './decision-acts.ts';
import { doneWords } from './done-words.ts';
import { neighbour, nextToConfirm } from './queue-rows.ts';
import type { DecisionDrafts } from './use-decision-drafts.ts';
import type { MoveOrder } from './use-moves.ts';
import { useMoves } from './use-moves.ts';
import type { DeskQueue } from './use-queue.ts';
import type { RequestFile } from './views.ts';

/** A move the server refused, kept until it is saved or dropped: the person may be on another request by then. */
export interface Problem {
  order: MoveOrder;
  error: unknown;
}

interface DeskPlace {
  queue: DeskQueue;
  drafts: DecisionDrafts;
  /** The request shown, once loaded. */
  request: RequestFile | undefined;
  go: (id: string | undefined) => void;
}

const focusSoon = (id: string) => setTimeout(() => document.getElementById(id)?.focus(), 30);

/** What the desk does to the request shown: checked here first, drawn at once where it is safe, then sent. */
export function useDeskActs({ queue, drafts, request, go }: DeskPlace) {
  const { slug, context } = useEss();
  const toast = useUndoToast();
  const [problems, setProblems] = useState<Record<string, Problem>>({});
  const [refusal, setRefusal] = useState<{ id: string; text: string } | null>(null);

  // A move ends after the person may have gone on to another request: what is on the screen then counts.
  const shown = useRef({ id: request?.id, items: queue.items });
  useEffect(() => {
    shown.current = { id: request?.id, items: queue.items };
  });
  const leave = (id: string) => {
    const next = neighbour(shown.current.items, id, 1, 0);
    if (shown.current.id === id) go(next && next.id !== id ? next.id : undefined);
  };
  const forget = useCallback((id: string) => setProblems(({ [id]: _settled, ...others }) => others), []);
  const moves = useMoves(slug, context.me, {
    onDone: (order) => {
      forget(order.id);
      drafts.drop(order.id);
      toast({ message: doneWords(order), seconds: 5 });
      if (order.move === 'close' || order.move === 'cancel') leave(order.id);
    },
    onRefused: (order, error) => {
      if ('class' in order) drafts.change(order.id, { chosen: order.class });
      setProblems((before) => ({ ...before, [order.id]: { order, error } }));
    },
  });

  const target = request && { id: request.id, version: request.version, patientName: request.patient.displayName };
  const draft = drafts.draftOf(request?.id);
  const refuse = (text: string, field?: string) => {
    if (request) setRefusal({ id: request.id, text });
    if (field) focusSoon(field);
  };
  const change: DecisionActs['change'] = (part) => {
    if (!request) return;
    setRefusal(null);
    drafts.change(request.id, part);
    if (part.form === 'close') focusSoon('reponse-texte');
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
      const next = nextToConfirm(queue.items, request.id) ?? neighbour(queue.items, request.id, 1, 0);
      if (decision.move) {
        setRefusal(null);
        const { value, move } = decision;
        queue.patch(request.id, { class: value, classStatus: 'confirmed', state: 'confirmed', nextAction: 'decide' });
        moves.mutate({ ...target, move, class: value, reason: draft.reason.trim() });
      }
      if (next && next.id !== request.id) go(next.id);
    },
    submitVital: () => {
      if (target) moves.mutate({ ...target, move: 'raise', class: 'P0', reason: '' });
    },
    submitClose: () => {
      if (!request || !target) return;
      const toldTo = (draft.toldTo ?? request.author.displayName).trim();
      if (toldTo.length < 2) return refuse('Indiquez à qui la réponse a été donnée.');
      if (draft.answer.trim().length < REASON_MIN)
        return refuse('Écrivez en quelques mots ce qui a été répondu.', 'reponse-texte');
      moves.mutate({ ...target, move: 'close', reason: draft.answer.trim(), toldTo, how: draft.how });
    },
    submitCancel: () => {
      if (!target) return;
      if (draft.cancelReason.trim().length < REASON_MIN)
        return refuse('Écrivez en quelques mots pourquoi l’annuler.', 'annuler-texte');
      moves.mutate({ ...target, move: 'cancel', reason: draft.cancelReason.trim() });
    },
    claim: () => {
      if (!request || !target || moves.isPending) return;
      if (may(request, 'acknowledge')) refuse('Prenez l’urgence en charge\u00a0: touche U.');
      else if (may(request, 'claim')) moves.mutate({ ...target, move: 'claim' });
      else if (may(request, 'release')) moves.mutate({ ...target, move: 'release' });
    },
    acknowledge: () => {
      if (request && target && may(request, 'acknowledge')) moves.mutate({ ...target, move: 'acknowledge' });
    },
  };
  return {
    acts,
    draft,
    busy: moves.isPending && moves.variables?.id === request?.id,
    refusal: refusal && refusal.id === request?.id ? refusal.text : null,
    problems,
    forget,
  };
}
