import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { formatMoment, formatTime, NBSP, upperFirst } from '../ui/format.ts';
import styles from './report.module.css';
import type { ReportView } from './views.ts';
import { ANSWER_TITLES, consentWords, measureWords } from './words.ts';

interface ReportSheetProps {
  report: ReportView;
  zone: string;
  /** Level of the titles inside. */
  level?: 2 | 3;
}

/** The whole answer, in the order it is read: the answer, who does what, when to call, then what founds it. */
export function ReportSheet({ report, zone, level = 2 }: ReportSheetProps) {
  const { body, kind } = report;
  const Title = level === 2 ? 'h2' : 'h3';
  const text = (title: string, value: string) => value.trim() && <Block title={<Title>{title}</Title>}>{value}</Block>;
  const isAdvice = kind === 'advice';
  return (
    <div className={styles.report}>
      {report.question.trim() && (
        <blockquote className={styles.question}>
          <span className="sr-only">Question posée{NBSP}: </span>
          {report.question}
        </blockquote>
      )}
      {isAdvice && text(ANSWER_TITLES[kind], body.answer)}
      {body.conclusions.trim() && (
        <section className={styles.conclusions}>
          <Title>Conclusions</Title>
          <p>{body.conclusions}</p>
        </section>
      )}
      <Orientation report={report} title={Title} />
      {!isAdvice && text(ANSWER_TITLES[kind], body.answer)}
      <Tasks report={report} title={Title} />
      {(body.callBackWhen.trim() || body.call15When.trim()) && (
        <div className={styles.calls}>
          {body.callBackWhen.trim() && <Block title={<Title>Quand nous rappeler</Title>}>{body.callBackWhen}</Block>}
          {body.call15When.trim() && (
            <Block
              title={
                <Title>
                  Quand appeler le{NBSP}
                  <a href="tel:15">15</a>
                </Title>
              }
            >
              {body.call15When}
            </Block>
          )}
        </div>
      )}
      <Measures report={report} zone={zone} title={Title} />
      <Legal report={report} zone={zone} />
    </div>
  );
}

function Block({ title, children }: { title: ReactNode; children: string }) {
  return (
    <section className={styles.block}>
      {title}
      <p>{children}</p>
    </section>
  );
}

type Part = { report: ReportView; title: 'h2' | 'h3' };

function Orientation({ report: { kind, body }, title: Title }: Part) {
  const lines = [
    { label: kind === 'admission' ? 'Service' : 'Vers', value: body.resource },
    { label: 'Quand', value: body.when },
    { label: 'Contact', value: body.contact },
  ].filter(({ value }) => value.trim());
  if (lines.length === 0) return null;
  return (
    <section className={styles.block}>
      <Title>{kind === 'admission' ? 'Admission' : 'Orientation'}</Title>
      <dl className={styles.lines}>
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Tasks({ report: { body }, title: Title }: Part) {
  if (body.tasks.length === 0) return null;
  return (
    <section className={styles.block}>
      <Title>Qui fait quoi, pour quand</Title>
      <table className={styles.tasks} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col">Qui</th>
            <th scope="col">Quoi</th>
            <th scope="col">Pour quand</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {body.tasks.map((task, index) => (
            <tr key={index} role="row">
              <th scope="row" role="rowheader">
                {task.whoLabel}
              </th>
              <td role="cell">{task.what}</td>
              <td role="cell" className={styles.when}>
                {task.when}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Measures({ report, zone, title: Title }: Part & { zone: string }) {
  if (report.measures.length === 0) return null;
  return (
    <section className={styles.block}>
      <Title>Mesures de la visite</Title>
      <table className={styles.measures}>
        <thead className="sr-only">
          <tr>
            <th scope="col">Mesure</th>
            <th scope="col">Valeur</th>
            <th scope="col">Heure</th>
          </tr>
        </thead>
        <tbody>
          {report.measures.map((measure) => (
            <tr key={`${measure.name}${measure.at ?? ''}`}>
              <th scope="row">{upperFirst(measure.label)}</th>
              <td>
                <strong>{measureWords(measure)}</strong>
              </td>
              <td>{measure.at && <time dateTime={measure.at}>{formatTime(measure.at, zone)}</time>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Folded on the screen, open on paper. */
function Legal({ report, zone }: { report: ReportView; zone: string }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const open = () => box.current?.setAttribute('open', '');
    window.addEventListener('beforeprint', open);
    return () => window.removeEventListener('beforeprint', open);
  }, []);
  const { body } = report;
  const lines = [
    ['Professionnel requérant', `${report.requesterName}, ${report.organisationName}`],
    [
      'Professionnel requis',
      [report.authorName, report.authorRpps && `RPPS ${report.authorRpps}`].filter(Boolean).join(', '),
    ],
    ['Date et heure', formatMoment(report.signedAt, zone)],
    ...(report.kind === 'advice' ? [['Information et consentement', consentWords(body)]] : []),
    ['Incidents', body.incidents.trim() || 'aucun'],
    [
      'Signature',
      `Signé électroniquement par ${report.authorName} (horodatage et empreinte dans le journal, non qualifié)`,
    ],
  ];
  return (
    <details ref={box} className={styles.legal}>
      <summary>Mentions de l’acte</summary>
      <dl className={styles.lines}>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
