import { CheckField } from '../ui/choice-field.tsx';
import { useForm } from './form-context.tsx';
import { MomentField } from './moment-field.tsx';
import type { OnsetAnswers } from '#forms';

/** Since when, and the last time. */
export function OnsetFields() {
  const { answers, set, errorOf } = useForm();
  const { onset } = answers;
  const setOnset = (part: Partial<OnsetAnswers>) => set({ onset: { ...onset, ...part } });
  const precisionOf = (value: string | null) => (value === null ? null : value.includes('T') ? 'hour' : 'day');
  return (
    <>
      <MomentField
        field="onset.at"
        label="Début des signes"
        value={onset.at}
        error={errorOf('onset.at')}
        onChange={(at) => setOnset({ at, precision: precisionOf(at) })}
      />
      {onset.at === null && (
        <CheckField
          field="onset.precision"
          label="Début : ne sais pas"
          checked={onset.precision === 'unknown'}
          error={errorOf('onset.precision')}
          onChange={(unknown) => setOnset({ precision: unknown ? 'unknown' : null })}
        />
      )}
      <MomentField
        field="onset.lastEpisodeAt"
        label="Dernier épisode (facultatif)"
        value={onset.lastEpisodeAt}
        error={errorOf('onset.lastEpisodeAt')}
        onChange={(lastEpisodeAt) => setOnset({ lastEpisodeAt })}
      />
    </>
  );
}
