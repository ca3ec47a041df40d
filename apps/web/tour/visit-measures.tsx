import type { Specialty } from '#contracts/enums';
import { formFor, hasForm } from '#forms';
import type { MeasureUnit } from '#forms';
import { MeasureField } from '../ui/measure-field.tsx';
import { readMeasures } from './sheet-draft.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { useTour } from './tour-context.tsx';
import styles from './tour.module.css';
import sheetStyles from './visit-sheet.module.css';
import type { NurseStopView } from './views.ts';

export interface VisitFormProps {
  stop: NurseStopView;
  sheet: SheetDraft;
  change: (make: (before: SheetDraft) => SheetDraft) => void;
  errorOf: (field: string) => string | undefined;
}

interface Field {
  name: string;
  label: string;
  units: readonly Pick<MeasureUnit, 'id' | 'label'>[];
}

const MMHG = [{ id: 'mmHg', label: 'mmHg' }];
const PRESSURE: Field[] = [
  { name: 'sbp', label: 'Systolique', units: MMHG },
  { name: 'dbp', label: 'Diastolique', units: MMHG },
];
const SHORT: Record<string, string> = {
  hr: 'Fréquence cardiaque',
  spo2: 'SpO2, air ambiant',
  rr: 'Fréq. respiratoire',
  weight_delta: 'Poids, sur 7 jours',
};
/** At every bedside, in the order of the gestures. */
const FIRST = ['hr', 'spo2', 'rr', 'temp', 'weight'];

/** Fields of the sheet; a specialty without a form takes those of cardiology, whose vital signs are everybody's. */
function fieldsOf(specialty: Specialty): { first: Field[]; others: Field[] } {
  const { measures } = formFor(hasForm(specialty) ? specialty : 'cardiologie');
  const all = measures
    .filter(({ kind, contextOnly }) => kind === 'number' && !contextOnly)
    .map(({ name, label, units }) => ({ name, label: SHORT[name] ?? label, units }));
  const first = FIRST.flatMap((name) => all.find((field) => field.name === name) ?? []);
  return { first: [...PRESSURE, ...first], others: all.filter(({ name }) => !FIRST.includes(name)) };
}

/** The number as typed and the moment it was; an emptied field leaves no trace. */
export function withMeasure(sheet: SheetDraft, name: string, value: string, unit: string, at: string): SheetDraft {
  const others = Object.fromEntries(Object.entries(sheet.measures).filter(([known]) => known !== name));
  return { ...sheet, measures: value === '' ? others : { ...others, [name]: { value, unit, at } } };
}

export function VisitMeasures(props: VisitFormProps) {
  const { state } = useTour();
  const { first, others } = fieldsOf(state.view?.specialty ?? 'cardiologie');
  const typed = others.some(({ name }) => props.sheet.measures[name]);
  return (
    <section className={sheetStyles.block} aria-labelledby="mesures">
      <h2 id="mesures">Mesures</h2>
      <div className={styles.measures}>
        {first.map((field) => (
          <Measure key={field.name} field={field} {...props} />
        ))}
      </div>
      <details className={sheetStyles.more} open={typed || undefined}>
        <summary>Autres mesures</summary>
        <div className={styles.measures}>
          {others.map((field) => (
            <Measure key={field.name} field={field} {...props} />
          ))}
        </div>
      </details>
    </section>
  );
}

function Measure({ field, sheet, change, errorOf }: VisitFormProps & { field: Field }) {
  const { name, label, units } = field;
  const answer = sheet.measures[name];
  const unit = answer?.unit ?? units[0]?.id ?? '';
  const { readAs, errors } = readMeasures(sheet);
  // No example in the field: it could be taken for a measure. What cannot be read is said at the end, not while typing.
  return (
    <MeasureField
      field={`measures.${name}`}
      label={label}
      value={answer?.value ?? ''}
      unit={unit}
      units={units}
      width={108}
      readAs={errors[name] ? null : readAs[name]}
      readConfirmed
      error={errorOf(`measures.${name}`)}
      onChange={(value, chosen) =>
        change((before) => withMeasure(before, name, value, chosen, new Date().toISOString()))
      }
    />
  );
}
