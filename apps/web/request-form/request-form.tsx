import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { formFor, hasForm, stepOfField } from '#forms';
import { isApiError, messageOf } from '../api/errors.ts';
import type { CallerDto, SentView } from '../api/views.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { ErrorSummary, focusField } from '../ui/error-summary.tsx';
import type { DraftSavedState } from '../ui/draft-saved.tsx';
import { EmptyState, Notice } from '../ui/sheet.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { ConflictNotice, ResumedNotice } from './draft-notices.tsx';
import type { FormMode, FormStep } from './draft.ts';
import { emergencyOf } from './emergency.ts';
import { FormActions } from './form-actions.tsx';
import { FormProvider, useForm } from './form-context.tsx';
import { refusalsOf, shownErrors } from './form-errors.ts';
import type { ServerRefusal } from './form-errors.ts';
import { FormSide } from './form-side.tsx';
import { FormBar, FormThread, useStepTitles } from './form-thread.tsx';
import styles from './form.module.css';
import { StepClinical } from './step-clinical.tsx';
import { StepPatient } from './step-patient.tsx';
import { StepReason } from './step-reason.tsx';
import { StepReview } from './step-review.tsx';
import { useDuplicates } from './use-duplicates.ts';
import { useDraft } from './use-draft.ts';
import { useRules } from './use-rules.ts';
import { useSend } from './use-send.ts';

export interface RequestFormProps {
  /** `call`: the desk writes for somebody on the phone; the caller comes first. */
  mode?: FormMode;
  /** Drawn as the first step of a call; it reads and writes the caller by `useCallerDraft()`. */
  callerStep?: ReactNode;
  /** Sent in place of the caller of the draft, when the desk knows him otherwise. */
  onBehalfOf?: CallerDto;
  /** Without thread nor side column: inside a pane. */
  narrow?: boolean;
  onSent: (sent: SentView) => void;
  /** For the header: « Brouillon enregistré à 09:08 ». */
  onSaved?: (state: DraftSavedState) => void;
}

/** The request, in four steps; the same for the requester and, caller first, for the desk. */
export function RequestForm(props: RequestFormProps) {
  const { context } = useEss();
  if (!hasForm(context.ess.specialty)) {
    return (
      <EmptyState title="Cette équipe ne reçoit pas encore de demande par formulaire.">
        <p>
          Appelez-la : <a href={`tel:${context.ess.phone}`}>{context.ess.phone}</a>
        </p>
      </EmptyState>
    );
  }
  return <LoadedForm {...props} />;
}

function LoadedForm({ mode = 'form', callerStep, onBehalfOf, narrow = false, onSent, onSaved }: RequestFormProps) {
  const ess = useEss();
  const { me } = ess.context;
  const { timezone: timeZone, triageMode, specialty } = ess.context.ess;
  const form = useMemo(() => formFor(specialty), [specialty]);
  const { draft, saved, resumed, conflict, actions } = useDraft({
    ess: ess.slug,
    professionalId: me.professionalId,
    mode,
    form,
    defaults: {
      organisationId: mode === 'form' ? (me.organisations[0]?.id ?? null) : null,
      callbackPhone: mode === 'form' ? (me.phone ?? '') : '',
      isTreatingDoctor: mode === 'form' && me.requesterRole === 'medecin_traitant',
    },
  });
  const rules = useRules();
  const send = useSend(ess.slug);
  const [attempted, setAttempted] = useState<ReadonlySet<FormStep>>(new Set());
  const [attempt, setAttempt] = useState(0);
  const [refusals, setRefusals] = useState<ServerRefusal[]>([]);
  const duplicates = useDuplicates(
    ess.slug,
    draft?.step === 4 ? draft.answers.patient.patientId : null,
    draft?.answers.reason ?? null,
  );
  const wantedFocus = useRef<string | null>(null);
  const sending = useRef(false);

  useEffect(() => onSaved?.(saved), [saved, onSaved]);

  // The rules are read again on each change, after the keystroke is on the screen.
  const settled = useDeferredValue(draft?.answers);
  const emergency = useMemo(
    () =>
      settled
        ? emergencyOf(settled, form, {
            triageMode,
            now: new Date(),
            channel: mode === 'call' ? 'phone' : 'form',
            timeZone,
            gravestRule: rules,
            ...(me.requesterRole && { requesterRole: me.requesterRole }),
          })
        : null,
    [settled, form, triageMode, mode, timeZone, rules, me.requesterRole],
  );

  const step = draft?.step;
  const seenStep = useRef<FormStep | undefined>(undefined);
  useEffect(() => {
    if (step === undefined) return;
    const first = seenStep.current === undefined;
    const same = seenStep.current === step;
    seenStep.current = step;
    if (wantedFocus.current) {
      focusField(wantedFocus.current);
      wantedFocus.current = null;
    } else if (!first && !same) {
      window.scrollTo(0, 0);
      document.getElementById('titre-etape')?.focus({ preventScroll: true });
    }
  }, [step]);

  if (!draft) return <PageSkeleton label="Ouverture du formulaire" />;

  const own = shownErrors(draft.answers, form, draft.step, attempted.has(draft.step), refusals, new Date(), timeZone);
  const callerMissing = draft.step === 0 && attempted.has(0) && !draft.caller && !onBehalfOf;
  const errors = callerMissing
    ? [{ field: 'caller', code: 'required', message: 'Indiquez la personne qui appelle.' }]
    : own;

  const tryStep = (at: FormStep): boolean => {
    setAttempted((before) => new Set(before).add(at));
    setAttempt((count) => count + 1);
    if (at === 0) return draft.caller !== null || onBehalfOf !== undefined;
    return shownErrors(draft.answers, form, at, true, [], new Date(), timeZone).length === 0;
  };

  const sendNow = async (duplicateSeen: boolean) => {
    if (sending.current || !tryStep(4)) return;
    sending.current = true;
    setRefusals([]);
    try {
      const caller = onBehalfOf ? { input: onBehalfOf, label: '' } : draft.caller;
      await actions.hold();
      const sent = await send.mutateAsync({ draft: { ...draft, caller }, duplicateSeen });
      await actions.finish();
      onSent(sent);
    } catch (error) {
      actions.release();
      if (isApiError(error)) setRefusals(refusalsOf(error.errors, draft.answers));
      setAttempt((count) => count + 1);
    } finally {
      sending.current = false;
    }
  };

  const forward = (event: SubmitEvent) => {
    event.preventDefault();
    // The warning was on the page: sending is the answer to it.
    if (draft.step === 4) return void sendNow((duplicates.data?.length ?? 0) > 0);
    if (emergency && draft.emergencyAct === null) actions.acknowledge('called_15');
    if (!tryStep(draft.step)) return;
    actions.goTo(draft.step === 0 ? 1 : draft.step === 1 ? 2 : draft.step === 2 ? 3 : 4);
  };

  const goToField = (field: string) => {
    const target = stepOfField(field);
    if (field === 'caller' || draft.step !== 4 || target === draft.step) return;
    wantedFocus.current = field;
    setAttempted((before) => new Set(before).add(target));
    actions.goTo(target);
  };

  const refused = send.error && !isApiError(send.error, 'request.duplicate') ? send.error : null;
  return (
    <FormProvider
      value={{
        form,
        draft,
        answers: draft.answers,
        actions,
        set: (part) => actions.change((before) => ({ ...before, ...part })),
        errorOf: (field) => errors.find((error) => error.field === field)?.message,
        errors,
        emergency,
        ess,
      }}
    >
      <FormBar />
      <div className={narrow ? undefined : styles.grid}>
        {!narrow && <FormThread />}
        <main id="contenu">
          <form className={styles.stack} onSubmit={forward} noValidate>
            <StepHead />
            {resumed && draft.step < 4 && <ResumedNotice onRestart={() => void actions.restart()} />}
            {conflict && (
              <ConflictNotice at={conflict.at} onKeep={actions.keepMine} onTake={() => void actions.takeOther()} />
            )}
            {refused && refusals.length === 0 && (
              <Notice tone="error" role="alert">
                {isApiError(refused, 'network')
                  ? 'Connexion perdue : l’envoi n’est pas confirmé. La demande est gardée ; envoyez-la à nouveau au retour du réseau, elle ne partira qu’une fois.'
                  : messageOf(refused)}
              </Notice>
            )}
            <ErrorSummary
              errors={errors}
              before={draft.step === 4 ? 'd’envoyer' : 'de continuer'}
              attempt={attempt}
              onGo={goToField}
            />
            {draft.step === 0 && callerStep}
            {draft.step === 1 && <StepReason />}
            {draft.step === 2 && <StepPatient />}
            {draft.step === 3 && <StepClinical />}
            {draft.step === 4 && <StepReview />}
            <FormActions
              sending={send.isPending}
              duplicate={isApiError(send.error, 'request.duplicate') ? send.error.message : null}
              onSendAnyway={() => void sendNow(true)}
            />
          </form>
        </main>
        {!narrow && <FormSide />}
      </div>
    </FormProvider>
  );
}

function StepHead() {
  const { draft } = useForm();
  const current = useStepTitles().find(({ step }) => step === draft.step);
  return (
    <div>
      <h1 id="titre-etape" tabIndex={-1}>
        {current?.title}
      </h1>
      <p className={styles.lead}>{current?.lead}</p>
    </div>
  );
}
