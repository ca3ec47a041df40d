import type { ProtocolSource } from '../protocol.ts';

const read = (label: string, title: string, url?: string): ProtocolSource => ({
  label,
  title,
  verified: true,
  ...(url === undefined ? {} : { url }),
});

/** Recalled by the authors of the tables, the document itself was not read: first to be checked by the medical lead. */
const recalled = (label: string, title: string): ProtocolSource => ({
  label: `${label} (source à vérifier)`,
  title,
  verified: false,
});

const CPC = 'https://www.sahealth.sa.gov.au/wps/wcm/connect/Public+Content/SA+Health+Internet/Services/Outpatients/CPC';
const CORNWALL = 'https://rms.cornwall.nhs.uk/rms/primary_care_clinical_referral_criteria';

/** Published documents behind the rules. A rule names them by key. */
export const SOURCES: Record<string, ProtocolSource> = {
  CG95: read(
    'NICE CG95',
    'Recent-onset chest pain of suspected cardiac origin',
    'https://www.nice.org.uk/guidance/cg95',
  ),
  SA: read('SA Health CPC', 'Clinical prioritisation criteria, South Australia', CPC),
  RACPC: read('RACPC', 'Rapid access chest pain clinics', 'https://www.nice.org.uk/guidance/cg95'),
  CCS: read(
    'CCS Wait Time Alliance',
    'Wait time benchmarks in cardiac care, Canadian Cardiovascular Society',
    'https://www.waittimealliance.ca/waittimes/cardiac_care',
  ),
  QLD: read(
    'Queensland Metro North',
    'Referral criteria, palpitations',
    'https://dev.metronorth.health.qld.gov.au/specialist_service/refer-your-patient/cardiology/palpitations',
  ),
  TAS: read(
    'Tasmanian Health (TAS)',
    'Outpatient referral criteria, cardiology',
    'https://health.tas.gov.au/node/19731',
  ),
  TASp: read(
    'Tasmanian Health (TASp)',
    'Murmur, paediatric',
    'https://health.tas.gov.au/hospitals/outpatients/clinic-directory/cardiology/murmur-paediatric',
  ),
  FRENCH: read(
    'SFMU FRENCH',
    'Échelle de tri FRENCH, 2018',
    'https://afmu.revuesonline.com/articles/lvafmu/abs/2019/01/lvafmu_2019_sprurge000961/lvafmu_2019_sprurge000961.html',
  ),
  VIC: read(
    'Victoria SRC',
    'Statewide referral criteria, heart failure',
    'https://src.health.vic.gov.au/heart-failure',
  ),
  UKKA: recalled('UKKA', 'Clinical practice guideline, hyperkalaemia'),
  NG106: read('NICE NG106', 'Chronic heart failure in adults', 'https://www.nice.org.uk/guidance/ng106'),
  ESC_HF_125: read('ESC 125/35', 'Seuils de peptides natriurétiques en ambulatoire, ESC'),
  ESC_HF: recalled('ESC HF', 'Heart failure guidelines, early review after discharge'),
  CORN: read('Cornwall RMS', 'Referral criteria, atrial fibrillation', `${CORNWALL}/cardiology/atrial_fibrilation`),
  NG196: read('NICE NG196', 'Atrial fibrillation', 'https://www.nice.org.uk/guidance/ng196'),
  ESC_AF: recalled('ESC 2024', 'Atrial fibrillation guidelines'),
  CKS: read('NICE CKS', 'Palpitations, when to refer', 'https://cks.nice.org.uk/topics/palpitations/'),
  ESC_PACING: read('ESC 2021 pacing', 'Cardiac pacing', 'https://doi.org/10.1093/eurheartj/ehab364'),
  AHA: read('AHA (QTc)', 'QTc ≥ 500 ms'),
  CG109: read(
    'NICE CG109',
    'Transient loss of consciousness; QS71 statement 3',
    'https://www.nice.org.uk/guidance/qs71/chapter/quality-statement-3-urgent-specialist-cardiovascular-assessment-within-24-hours-of-the-initial',
  ),
  ESC_SYNCOPE: read('ESC 2018 syncope', 'Syncope', 'https://doi.org/10.1093/eurheartj/ehy037'),
  ESC_VHD: recalled('ESC VHD', 'Valvular heart disease'),
  ESC_PERI: read(
    'ESC 2015 péricarde',
    'Pericardial diseases, high-risk criteria',
    'https://www.medicalalgorithms.com/eacts-triage-criteria-for-acute-pericarditis',
  ),
  BNSSG: read(
    'Remedy BNSSG',
    'Infective endocarditis',
    'https://remedy.bnssg.icb.nhs.uk/adults/cardiology/infective-endocarditis',
  ),
  ESC_IE: read('ESC endocardite', 'Infective endocarditis'),
  ESC_IE_POCKET: recalled('ESC endocardite', 'Infection of a device pocket'),
  NG208: read('NICE NG208', 'Heart valve disease', 'https://www.nice.org.uk/guidance/ng208/chapter/Recommendations'),
  LHCH: read(
    'LHCH',
    'ICD shock plan',
    'https://www.lhch.nhs.uk/implantable-cardioverter-defibrillator-icd---shock-plan',
  ),
  EHRA: read('EHRA 2010', 'Management of patients receiving ICD shocks'),
  CCS_PM: recalled('CCS stimulateur', 'Elective replacement of a device'),
  HIGH: read(
    'NHS Highland',
    'Vascular guidelines',
    'https://rightdecisions.scot.nhs.uk/tam-treatments-and-medicines-nhs-highland/therapeutic-guidelines/vascular/vascular-guidelines/',
  ),
  NG156: read('NICE NG156', 'Abdominal aortic aneurysm', 'https://nice.org.uk/guidance/ng156/chapter/recommendations'),
  NG136: read('NICE NG136', 'Hypertension in adults', 'https://www.nice.org.uk/guidance/ng136'),
  NG133: recalled('NICE NG133', 'Hypertension in pregnancy'),
  HAS_AVC: read('HAS AVC 2009', 'Accident vasculaire cérébral, prise en charge précoce'),
  RCP: read('RCP', 'National clinical guideline for stroke'),
  NG128: read('NICE NG128', 'Stroke and TIA', 'https://www.gmisdn.org.uk/transient-ischaemic-attack-tia/'),
  ESC_NCS: read('ESC 2022 NCS', 'Non-cardiac surgery', 'https://doi.org/10.1093/eurheartj/ehac270'),
  ESC_ONCO: recalled('ESC cardio-oncologie', 'Cardio-oncology guidelines'),
  COO: read(
    'College of Optometrists',
    'Urgency of referrals, annex 4',
    'https://guidance.college-optometrists.org/guidance-contents/annexes/annex-4-urgency-of-referrals/',
  ),
  BHR: read(
    'BHR Hospitals',
    'Urgency of ophthalmology referrals',
    'https://bhrhospitals.nhs.uk/summary-of-urgency-ophthalmology-referrals',
  ),
  GPN: read(
    'GPnotebook',
    'Ophthalmology referral',
    'https://gpnotebook.com/en-ie/simplepage.cfm?ID=2073690182&linkID=35685',
  ),
  RVEEH: read('RVEEH', 'Primary care referral guidelines, ophthalmology', 'https://docslib.org/doc/6013534/'),
  NG12: read('NICE NG12', 'Suspected cancer, weighted seven-point checklist', 'https://www.nice.org.uk/guidance/ng12'),
  DERM_TEN: recalled('Toxidermies graves', 'Usage dermatologique'),
  KDIGO: recalled('KDIGO', 'Kidney disease guidelines'),
  CG182: read(
    'NICE CG182/NG203',
    'Chronic kidney disease, accelerated progression',
    'https://www.guidelines.co.uk/renal-conditions/nice-ckd-guideline/456282.article',
  ),
  NG203: read('NICE NG203', 'Chronic kidney disease', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC9678375'),
  HAS_MRC: read(
    'HAS MRC',
    'Guide du parcours de soins, maladie rénale chronique',
    'https://vdocuments.fr/guide-guide-du-parcours.html',
  ),
  HAS_2019: read('HAS 2019', 'Lombalgie commune, drapeaux rouges'),
  HAS_2008: read('HAS 2008', 'Douleur chronique, reconnaître le syndrome douloureux chronique'),
  PAIN_USE: recalled('Usage algologique', 'Délais proposés'),
  GLA: read(
    'NHS Glasgow (RHC)',
    'Child with a heart murmur, advice for referrers',
    'https://clinicalguidelines.scot.nhs.uk/rhc-for-health-professionals/guidelines/primary-care-referral-guidelines/medical-paediatric-pre-referral-guidance/child-with-a-heart-murmur-advice-for-referrers',
  ),
  CORNp: read(
    'Cornwall RMS pédiatrie',
    'Referral criteria, paediatric cardiology',
    `${CORNWALL}/paediatrics/cardiology`,
  ),
  BORD: read(
    'NHS Borders',
    'Clinical guidelines',
    'https://www.rightdecisions.scot.nhs.uk/nhs-borders-clinical-guidelines/',
  ),
};
