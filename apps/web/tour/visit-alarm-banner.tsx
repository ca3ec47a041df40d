import { IconAlertOctagonFilled, IconCheck, IconPhone, IconStethoscope } from '@tabler/icons-react';
import { ON_CALL_WORDS } from '#contracts/enums';
import { formatPhone, NBSP } from '../ui/format.ts';
import banner from '../ui/p0-banner.module.css';
import { callLink } from './next-act.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { useTour } from './tour-context.tsx';
import styles from './tour.module.css';
import type { VisitAlarm } from './visit-alarm.ts';

type Change = (make: (before: SheetDraft) => SheetDraft) => void;
const took15 = (change: Change) => () => change((before) => ({ ...before, called15: true }));
const tookOnCall = (change: Change) => () => change((before) => ({ ...before, calledOnCall: true }));

/** Who to call beside the 15: the specialist of the day or, without a number of his, the desk that reaches him. */
function useOnCall() {
  const { state } = useTour();
  const specialist = ON_CALL_WORDS[state.view?.specialty ?? 'cardiologie'];
  const onCall = state.view?.onCall;
  const phone = onCall?.phone ?? state.view?.essPhone ?? '';
  return { specialist, phone, name: onCall?.name ?? null, isDesk: !onCall?.phone };
}

/** Inside the page, above what raised it, said by the phone alone. It says who to call, never what the patient has. */
export function AlarmBanner({ alarm, sheet, change }: { alarm: VisitAlarm; sheet: SheetDraft; change: Change }) {
  const { specialist, phone, name, isDesk } = useOnCall();
  const icon = { size: 21, stroke: 1.9, 'aria-hidden': true } as const;
  return (
    <section className={banner.banner} role="alert" aria-label="Appelez le 15">
      <h2 style={{ color: 'inherit', fontSize: '1.5rem' }}>
        <IconAlertOctagonFilled size={30} aria-hidden="true" />
        Appelez le{NBSP}15
      </h2>
      <p>
        <b>{alarm.data.join('. ')}.</b>{' '}
        {alarm.source === 'measures' ? 'Hors du seuil fixé' : 'Ce signe est de ceux fixés'} pour appeler le{NBSP}15,
        sans attendre une réponse de l’équipe.
      </p>
      <div className={banner.acts}>
        <a className={banner.act} data-first="" href="tel:15" onClick={took15(change)}>
          <IconPhone {...icon} />
          Appeler le{NBSP}15
        </a>
        <a className={banner.act} href={callLink(phone)} onClick={tookOnCall(change)}>
          <IconStethoscope {...icon} />
          {isDesk ? `Appeler le guichet, qui joint le ${specialist}` : `Appeler le ${specialist}`}
        </a>
      </div>
      {(sheet.called15 || sheet.calledOnCall) && (
        <p>
          <IconCheck size={19} stroke={2.2} aria-hidden="true" style={{ verticalAlign: '-3px' }} />{' '}
          {[sheet.called15 && `Appel au 15 noté`, sheet.calledOnCall && `Appel au ${specialist} noté`]
            .filter(Boolean)
            .join(', ')}
          .
        </p>
      )}
      <p className={banner.why}>
        <strong>Pourquoi{NBSP}?</strong> {alarm.rule ?? 'Signe coché à l’instant.'}{' '}
        {name && `${name}, ${specialist}, ${formatPhone(phone)}. `}
        Aide à l’organisation, ne constitue pas un avis médical.
      </p>
    </section>
  );
}

/** The same two calls under the thumb, wherever the page is scrolled. */
export function AlarmActs({ change }: { change: Change }) {
  const { specialist, phone } = useOnCall();
  const icon = { size: 26, stroke: 1.9, 'aria-hidden': true } as const;
  return (
    <>
      <a className={styles.act} data-vital="" href="tel:15" onClick={took15(change)}>
        <IconPhone {...icon} />
        Appeler le{NBSP}15
      </a>
      <a className={styles.act} href={callLink(phone)} onClick={tookOnCall(change)}>
        <IconStethoscope {...icon} />
        <span className="sr-only">Appeler le </span>
        {specialist.charAt(0).toUpperCase() + specialist.slice(1)}
      </a>
    </>
  );
}
