import { NBSP } from '../ui/format.ts';
import styles from './care.module.css';
import { FollowUpFields } from './follow-up-fields.tsx';
import {
  ColleagueField,
  DoerField,
  DueField,
  ExamsField,
  MinutesField,
  OutcomeFields,
  QuestionField,
  TimeFields,
  ToldToField,
} from './form-fields.tsx';
import type { CareFormProps } from './form-props.ts';
import { LegalBlock } from './legal-block.tsx';
import type { FormMove } from './moves.ts';
import { RedirectFields } from './redirect-fields.tsx';
import { toldToOf, withOf } from './prefill.ts';
import { LongText, ShortText } from './text-field.tsx';

/** The fields of one act: what it needs and no more. */
export function CareFields({ form, ...props }: CareFormProps & { form: FormMove }) {
  switch (form) {
    case 'advise':
      return (
        <>
          <LongText {...props} name="answer" label="Votre réponse" rows={6} max={10_000} />
          <FollowUpFields {...props} />
          <LegalBlock {...props} />
        </>
      );
    case 'sign_reading':
    case 'report_appointment':
      return (
        <>
          <LongText {...props} name="findings" label="Constatations" rows={6} max={10_000} />
          <FollowUpFields {...props} />
          <LongText {...props} name="incidents" label="Incident (aucun si vide)" rows={1} max={1000} />
        </>
      );
    case 'order_visit':
      return (
        <>
          <ExamsField {...props} onSite />
          <QuestionField {...props} label="Question posée à la visite" />
          <LongText {...props} name="instructions" label="Consignes pour l’équipe (facultatif)" rows={1} max={2000} />
          <MinutesField {...props} legend="Temps sur place" />
          <DueField {...props} label="À faire avant le" />
        </>
      );
    case 'order_exam':
      return (
        <>
          <ExamsField {...props} onSite={false} />
          <DoerField {...props} />
          <QuestionField {...props} label="Question posée à l’examen" />
          <DueField {...props} label="Résultat attendu le" />
        </>
      );
    case 'order_consultation':
    case 'order_teleconsultation':
      return (
        <>
          <QuestionField {...props} label="Question à revoir avec le patient" />
          <ColleagueField {...props} name="withId" label="Avec" none="Tout spécialiste de l’équipe" />
          <DueField {...props} label="À tenir avant le" />
          <p className={styles.note}>Le guichet donne le rendez-vous, le demandeur en reçoit la date.</p>
        </>
      );
    case 'pass':
      return (
        <>
          <ColleagueField {...props} name="toId" label="À qui" none="Choisissez un confrère" />
          <LongText {...props} name="note" label="Un mot pour lui (facultatif)" rows={2} max={1000} />
        </>
      );
    case 'ask_info':
      return <LongText {...props} name="missing" label="Ce qui manque" note="Le demandeur lit ce texte." max={2000} />;
    case 'give_info':
      return <LongText {...props} name="given" label="Le complément reçu" rows={4} max={10_000} />;
    case 'exam_back':
      return <LongText {...props} name="result" label="Le résultat" rows={4} max={10_000} />;
    case 'decline':
      return (
        <>
          <LongText {...props} name="advice" label="Votre conseil" rows={4} max={10_000} />
          <LongText {...props} name="conclusions" label="Conclusions" rows={2} max={4000} />
        </>
      );
    case 'redirect':
      return <RedirectFields {...props} />;
    case 'admit':
      return (
        <>
          <ShortText {...props} name="service" label="Service" max={200} />
          <ShortText {...props} name="when" label="Quand" max={120} />
          <ShortText {...props} name="contact" label="Qui appeler sur place" max={200} />
          <LongText {...props} name="advice" label="Votre conseil" rows={2} max={10_000} />
        </>
      );
    case 'hand_over':
      return (
        <>
          <ToldToField {...props} value={props.draft.toldTo ?? ''} label={`À qui, au${NBSP}15`} />
          <LongText {...props} name="reason" label="Ce qui a été convenu" rows={2} max={1000} />
        </>
      );
    case 'book':
      return (
        <>
          <TimeFields {...props} />
          <MinutesField {...props} legend="Durée" />
          <ShortText {...props} name="place" label="Lieu, ou lien de téléconsultation" max={200} />
          <ColleagueField
            {...props}
            name="withId"
            label="Avec"
            none="Choisissez le spécialiste"
            value={withOf(props.draft, props.place)}
          />
        </>
      );
    case 'unbook':
      return <LongText {...props} name="reason" label="Pourquoi il n’a pas eu lieu" rows={2} max={500} />;
    case 'receive':
      return (
        <>
          <ToldToField {...props} value={toldToOf(props.draft, props.place)} label="Lue par téléphone avec" />
          <OutcomeFields {...props} />
        </>
      );
    case 'tell_outcome':
      return <OutcomeFields {...props} />;
  }
}
