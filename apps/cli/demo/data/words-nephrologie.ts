import { type ReasonWords, words } from './words-of.ts';

const ALERTE_15 = 'Malaise, essoufflement brutal ou faiblesse des jambes';

/** Short and believable, written for a demonstration: nobody is treated from here. */
export const NEPHROLOGY_WORDS: Record<string, ReasonWords> = {
  fonction_renale: {
    answers: [
      words(
        'La baisse est rapide sur un terrain à risque. Arrêter d’abord ce qui abîme le rein, contrôler vite, puis discuter l’imagerie.',
        'Arrêts immédiats, contrôle à 48 heures, échographie rénale.',
        'medecin_traitant : Arrêter anti-inflammatoire et bloqueur du système rénine | aujourd’hui',
        'medecin_traitant : Créatinine et potassium | dans 48 h',
        'Si la créatinine monte encore ou si le potassium dépasse 5,5',
        ALERTE_15,
      ),
      words(
        'Le déclin s’explique en partie par le diabète. Une protection rénale est à débuter, sous contrôle de la créatinine.',
        'Débuter la protection rénale, bilan dans un mois.',
        'medecin_traitant : Débuter le traitement protecteur | cette semaine',
        'medecin_traitant : Créatinine, potassium, albuminurie | dans 1 mois',
        'Si la créatinine s’élève de plus de 30 %',
        ALERTE_15,
      ),
    ],
    readings: [
      words(
        'Prélèvement fait à domicile : créatinine 142 µmol/L, potassium 4,7 mmol/L. Pas d’œdème décrit.',
        'Fonction stable. Même traitement, contrôle dans trois mois.',
        'medecin_traitant : Bilan sanguin et urinaire | dans 3 mois',
        'Si des œdèmes apparaissent',
        ALERTE_15,
      ),
    ],
    seen: 'Vu en consultation : bilan repris, causes réversibles écartées, règles de prudence remises.',
    ordered: 'Préciser la cause et la vitesse du déclin.',
    missing: 'Pouvez-vous donner les créatinines des douze derniers mois ?',
    given: 'Créatinines : 92, puis 108, puis 121 µmol/L sur un an.',
    result: 'Échographie rénale : reins de taille normale, pas d’obstacle.',
    exams: ['biologie', 'radiographie'],
  },
  proteinurie_hematurie: {
    answers: [
      words(
        'Le syndrome est complet. Une biopsie sera discutée ; d’ici là, restriction de sel et diurétique à petite dose.',
        'Bilan étiologique ce jour, consultation rapprochée.',
        'medecin_traitant : Bilan immunologique et albumine | sous 48 h',
        'ess : Consultation rapprochée | sous 7 jours',
        'Si les œdèmes montent ou si une jambe devient douloureuse',
        'Douleur de poitrine ou essoufflement brutal',
      ),
    ],
    readings: [
      words(
        'Prélèvement : albumine 27 g/L, albuminurie en baisse. Poids stable.',
        'Évolution favorable. Poursuivre.',
        'medecin_traitant : Bilan | dans 1 mois',
        'Si les œdèmes reviennent',
        ALERTE_15,
      ),
    ],
    seen: 'Vu en consultation : œdèmes en baisse, biopsie expliquée et acceptée.',
    ordered: 'Discuter la biopsie.',
    missing: 'Le sédiment urinaire a-t-il été examiné ?',
    given: 'Sédiment sans hématie. Pas de fièvre.',
    result: 'Albuminurie des 24 heures : en baisse de moitié.',
    exams: ['biologie'],
  },
  suivi: {
    answers: [
      words(
        'Le stade est stable. Le moment de parler de la suite est venu, sans urgence, avec la famille.',
        'Stable : suivi tous les trois mois, information sur les traitements de suppléance.',
        'medecin_traitant : Bilan trimestriel | dans 3 mois',
        'ess : Séance d’information | sous 2 mois',
        'Si le DFG passe sous 20 ou si l’appétit baisse',
        ALERTE_15,
      ),
    ],
    readings: [
      words(
        'Prélèvement à domicile : DFG 27, potassium 4,9 mmol/L, hémoglobine 112 g/L.',
        'Stade stable. Même conduite.',
        'medecin_traitant : Bilan | dans 3 mois',
        'Si la fatigue augmente',
        ALERTE_15,
      ),
    ],
    seen: 'Vu en consultation : projet de soins discuté avec le patient et sa fille.',
    ordered: 'Préparer la suite avec le patient.',
    missing: 'Quel est le poids actuel, et l’appétit ?',
    given: 'Poids stable à 61 kg, mange bien.',
    result: 'Bilan martial normal, phosphore à 1,4 mmol/L.',
    exams: ['biologie'],
  },
  hta: {
    answers: [
      words(
        'Avec cette albuminurie, la cible est sous 13/8. Un bloqueur du système rénine à dose pleine est la base.',
        'Dose pleine du bloqueur, potassium à deux semaines.',
        'medecin_traitant : Augmenter la dose | cette semaine',
        'medecin_traitant : Potassium et créatinine | dans 15 jours',
        'Si le potassium dépasse 5,5',
        ALERTE_15,
      ),
    ],
    readings: [
      words(
        'Prélèvement : potassium 4,6 mmol/L, créatinine stable. Tension 136/80.',
        'Bonne tolérance. Poursuivre.',
        'medecin_traitant : Albuminurie | dans 3 mois',
        'Si des vertiges apparaissent',
        ALERTE_15,
      ),
    ],
    seen: 'Vu en consultation : tension à la cible, albuminurie à recontrôler.',
    ordered: 'Fixer la cible et l’association.',
    missing: 'Quelle est la tension à domicile ?',
    given: 'Moyenne à domicile : 142/82.',
    result: 'Albuminurie de contrôle : 28 mg/mmol.',
    exams: ['biologie'],
  },
  autre: {
    answers: [
      words(
        'Trois médicaments sont à revoir pour ce débit de filtration. Les autres peuvent rester à la même dose.',
        'Adapter les trois lignes listées, créatinine à un mois.',
        'medecin_traitant : Adapter les doses | à la prochaine ordonnance',
        'medecin_traitant : Créatinine | dans 1 mois',
        'En cas de diarrhée, de fièvre ou de perte d’appétit',
        ALERTE_15,
      ),
    ],
    readings: [
      words(
        'Prélèvement en EHPAD : créatinine 128 µmol/L, potassium 4,4 mmol/L.',
        'Doses actuelles adaptées.',
        'medecin_traitant : Créatinine | dans 6 mois',
        'En cas de diarrhée ou de fièvre',
        ALERTE_15,
      ),
    ],
    seen: 'Vu en consultation : ordonnance revue avec l’équipe de l’EHPAD.',
    ordered: 'Revoir les doses selon la fonction rénale.',
    missing: 'Pouvez-vous joindre l’ordonnance complète ?',
    given: 'Ordonnance jointe, huit lignes.',
    result: 'Créatinine de contrôle : 130 µmol/L.',
    exams: ['biologie'],
  },
};
