import type { RequestFile } from '../desk/views.ts';
import { NBSP } from '../ui/format.ts';
import { KeyCap } from '../ui/tag.tsx';
import styles from './care.module.css';
import { served, WAY_KEYS, WAY_OF_MODALITY, WAY_WORDS, WAYS } from './moves.ts';
import type { Way } from './moves.ts';
import type { Care } from './use-care.ts';
import { WAY_ICONS } from './way-icons.ts';

/** Ways to answer: those open to this person, the proposed one chosen beforehand, with what speaks for it. */
export function WayChoice({ request, care }: { request: RequestFile; care: Care }) {
  const ways = WAYS.filter((way) => served(request, way));
  if (ways.length === 0) return null;
  const of = (way: Way) => care.decision?.modalities.find((each) => WAY_OF_MODALITY[each.modality] === way);
  return (
    <section aria-labelledby="modalite-titre">
      <fieldset>
        <legend id="modalite-titre" className={styles.legend}>
          Modalité
        </legend>
        <div className={styles.ways}>
          {ways.map((way) => {
            const Icon = WAY_ICONS[way];
            const modality = of(way);
            const isChosen = care.form === way;
            return (
              <label key={way} className={styles.way}>
                <input
                  type="radio"
                  name={`modalite-${request.id}`}
                  checked={isChosen}
                  onChange={() => care.open(way)}
                />
                <Icon size={18} stroke={1.9} aria-hidden="true" />
                <span className={styles.wayWords}>
                  {WAY_WORDS[way]}
                  {modality && (isChosen || modality.proposed) && modality.reasons.length > 0 && (
                    <small>{modality.reasons.join(' · ')}</small>
                  )}
                  {modality && isChosen && way !== 'advise' && (
                    <small>
                      Créneau{NBSP}: {modality.slots}
                    </small>
                  )}
                </span>
                {modality?.proposed && <span className={styles.proposed}>proposée</span>}
                <KeyCap>{WAY_KEYS[way]}</KeyCap>
              </label>
            );
          })}
        </div>
      </fieldset>
    </section>
  );
}
