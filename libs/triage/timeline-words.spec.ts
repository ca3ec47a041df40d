import { describe, expect, test } from '@jest/globals';
import { EVENT_TYPES, type EventType } from '#contracts';
import { timelineViews } from './timeline-words.ts';

type Data = Record<string, string | null>;
const step = (type: EventType, data: Data = {}, note: string | null = null) => ({
  at: new Date('2026-11-21T09:00:00Z'),
  type,
  actor: 'Dr Thomas Le Bris',
  data,
  note,
});
const reader = { timeZone: 'Europe/Paris', isRequester: true };
const said = (type: EventType, data: Data = {}) => {
  const [view] = timelineViews([step(type, data)], reader);
  return view?.label.replaceAll('\u00a0', ' ');
};

describe('the thread in plain words', () => {
  test('every event has its own sentence, without a code nor a P-number', () => {
    const ofRequests = EVENT_TYPES.filter((type) => /^(request|visit|appointment|report)\./.test(type));
    const labels = ofRequests.map((type) => said(type, { class: 'P2' }));
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).not.toMatch(/\bP[0-4]\b|[a-z]\.[a-z]|_|undefined|null|Étape/);
  });

  test('a decision says what was decided', () => {
    expect(said('request.decided', { act: 'visit' })).toBe('Décision : visite de l’équipe mobile');
    expect(said('request.decided', { act: 'exam' })).toBe('Décision : un examen d’abord');
    expect(said('request.decided', { act: 'constructor' })).toBe('Réponse décidée');
  });

  test('a visit says its day and its hour, in the time of the team', () => {
    const data = { plannedFrom: '2026-11-23T09:00:00Z', plannedTo: '2026-11-23T10:00:00Z' };
    expect(said('visit.planned', data)).toBe('Visite prévue lun. 23 nov. entre 10:00 et 11:00');
    expect(said('visit.moved', data)).toBe('Visite déplacée lun. 23 nov. entre 10:00 et 11:00');
    const [overseas] = timelineViews([step('visit.planned', data)], { ...reader, timeZone: 'Indian/Reunion' });
    expect(overseas?.label).toContain('13:00');
    expect(said('visit.planned')).toBe('Visite prévue');
  });

  test('an appointment says what it is and when', () => {
    const data = { modality: 'teleconsultation', plannedFrom: '2026-12-01T13:30:00Z' };
    expect(said('appointment.booked', data)).toBe('Téléconsultation mar. 1 déc. à 14:30');
  });

  test('a visit not made says why', () => {
    expect(said('visit.not-done', { reason: 'absent' })).toBe('Visite non faite : absent, personne n’ouvre');
  });

  test('a proof of reception is said as what it is', () => {
    expect(said('report.received', { reception: 'read', state: 'closed' })).toBe('Réponse lue, demande close');
    expect(said('report.received', { reception: 'by_phone', state: 'redirected' })).toBe(
      'Réponse lue par téléphone, demande close',
    );
    expect(said('request.outcome-told', { outcome: 'emergency' })).toBe('Suite connue : passage aux urgences');
  });

  test('what a disabled colleague had in hand is told by who has it now', () => {
    const moved = { move: 'hand_back', ownerKind: 'user', ownerName: 'Dr Anne Kerviel' };
    expect(said('request.reassigned', moved)).toBe('Confiée à Dr Anne Kerviel');
    expect(said('request.reassigned', { move: 'hand_back', ownerKind: 'desk' })).toBe('Suivi repris par le guichet');
  });

  test('what somebody whose period is over had in hand says that it is over', () => {
    const over = { move: 'hand_back', because: 'period_over', ownerKind: 'user', ownerName: 'Dr Anne Kerviel' };
    expect(said('request.reassigned', over)).toBe('Fin de période d’un membre de l’équipe : confiée à Dr Anne Kerviel');
    const desk = said('request.reassigned', { ...over, ownerKind: 'desk', ownerName: null });
    expect(desk).toBe('Fin de période d’un membre de l’équipe : suivi repris par le guichet');
  });

  test('a correction names what it corrects', () => {
    const [, undone] = timelineViews([step('request.decided', { act: 'visit' }), step('request.undone')], reader);
    expect(undone?.label.replaceAll('\u00a0', ' ')).toBe(
      'Correction : ne tenez plus compte de « Décision : visite de l’équipe mobile »',
    );
  });

  test('what happened, told in two touches, is one step', () => {
    const told = step('request.outcome-told', { outcome: 'home' });
    const labels = timelineViews([told, step('request.outcome-told', { outcome: 'emergency' })], reader);
    expect(labels.map((view) => view.label.replaceAll('\u00a0', ' '))).toEqual(['Suite connue : passage aux urgences']);
  });

  test('the question asked is shown; what a doctor writes to his colleague is not shown to who asked', () => {
    const steps = [
      step('request.info-asked', {}, 'Quel est le poids d’hier ?'),
      step('request.reassigned', { move: 'pass', ownerKind: 'user', ownerName: 'Dr Anne Kerviel' }, 'Entre nous'),
    ];
    expect(timelineViews(steps, reader).map((view) => view.detail)).toEqual(['Quel est le poids d’hier ?', null]);
    expect(timelineViews(steps, { ...reader, isRequester: false })[1]).toMatchObject({
      label: 'Confiée à Dr Anne Kerviel',
      detail: 'Entre nous',
    });
  });
});
