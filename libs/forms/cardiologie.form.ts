import { CARDIOLOGY_FINDINGS } from './cardiologie.findings.ts';
import { CARDIOLOGY_REASONS } from './cardiologie.reasons.ts';
import type { FormDefinition } from './definition.ts';
import { CARDIOLOGY_MEASURES } from './measures.ts';
import { NONE_OF_THESE_LABEL, STEPS } from './steps.ts';

/** Request to a cardiology team: fields of the triage protocol, §5. */
export const CARDIOLOGIE_FORM: FormDefinition = {
  specialty: 'cardiologie',
  version: '1.0.0',
  title: 'Demande à l’équipe de cardiologie',
  steps: STEPS,
  reasons: CARDIOLOGY_REASONS,
  redFlags: [
    {
      id: 'chest_pain_ongoing',
      label: 'Douleur thoracique en cours',
      hint: 'Oppression, brûlure ou serrement, même modérés',
      isVital: true,
      banner: 'Douleur thoracique en cours',
    },
    {
      id: 'dyspnoea_nyha4',
      label: 'Essoufflement au repos',
      hint: 'Parle difficilement, assis au bord du lit, ne peut pas s’allonger',
      isVital: false,
      banner: 'Essoufflement au repos',
    },
    {
      id: 'haemodynamic_instability',
      label: 'Malaise, sueurs, pâleur, trouble de la conscience ou tension effondrée',
      hint: 'Instabilité hémodynamique, état de choc',
      isVital: true,
      banner: 'Signes d’instabilité',
    },
    {
      id: 'syncope_recent',
      label: 'Perte de connaissance récente',
      hint: 'Brève, avec récupération complète, ces dernières semaines',
      isVital: false,
      banner: 'Perte de connaissance récente',
    },
    {
      id: 'stroke_ongoing_deficit',
      label: 'Déficit neurologique brutal en cours',
      hint: 'Visage, bras ou jambe, parole, vue d’un œil',
      isVital: true,
      banner: 'Déficit neurologique brutal',
    },
    {
      id: 'tia_under_7d',
      label: 'Déficit neurologique passager depuis moins de 7 jours',
      hint: 'Même résolu en quelques minutes',
      isVital: true,
      banner: 'Déficit neurologique brutal, même transitoire',
    },
    {
      id: 'icd_shock_multiple_or_unwell',
      label: 'Chocs du défibrillateur',
      hint: 'Deux chocs ou plus, ou un seul choc avec malaise',
      isVital: true,
      banner: 'Chocs du défibrillateur',
    },
    {
      id: 'acute_limb_ischaemia',
      label: 'Membre froid et douloureux, apparu brutalement',
      hint: 'Pâle, sans pouls, difficile à bouger',
      isVital: true,
      banner: 'Membre froid et douloureux',
    },
  ],
  findings: CARDIOLOGY_FINDINGS,
  measures: CARDIOLOGY_MEASURES,
  history: [
    { id: 'coronary_disease', label: 'Infarctus, angor, stent ou pontage' },
    { id: 'heart_failure', label: 'Insuffisance cardiaque', finding: 'known_heart_failure' },
    { id: 'atrial_fibrillation', label: 'Fibrillation atriale' },
    { id: 'valve_disease', label: 'Valvulopathie' },
    { id: 'prosthetic_valve', label: 'Prothèse valvulaire', finding: 'prosthetic_valve' },
    { id: 'pacemaker', label: 'Stimulateur cardiaque', finding: 'pacemaker' },
    { id: 'icd', label: 'Défibrillateur implantable', finding: 'icd' },
    { id: 'stroke_tia', label: 'AVC ou AIT ancien' },
    { id: 'hypertension', label: 'Hypertension artérielle' },
    { id: 'peripheral_artery_disease', label: 'Artériopathie des membres inférieurs' },
    { id: 'chronic_kidney_disease', label: 'Maladie rénale chronique' },
    { id: 'diabetes', label: 'Diabète' },
    { id: 'copd', label: 'BPCO' },
    { id: 'cancer', label: 'Cancer' },
    { id: 'autre', label: 'Autre antécédent' },
  ],
  asksEcg: true,
  ecgFindings: [
    'ecg_st_elevation',
    'ecg_ischaemia_new',
    'ecg_lbbb_new',
    'bundle_branch_block',
    'av_block_1',
    'av_block_2_mobitz2',
    'av_block_3',
    'ecg_preexcitation',
    'ecg_brugada',
  ],
  noneOfTheseLabel: NONE_OF_THESE_LABEL,
};
