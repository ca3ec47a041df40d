import { api, call } from '../api/client.ts';
import type { RequestFile } from '../desk/views.ts';
import type { Order } from './orders.ts';

/** One order, one path; every answer is the request as it is now. */
export function sendOrder(ess: string, order: Order): Promise<RequestFile> {
  const { id, version } = order;
  const params = { path: { ess, id } };
  switch (order.move) {
    case 'claim':
      return call(() => api.POST('/api/e/{ess}/requests/{id}/claim', { params, body: { version } }));
    case 'release':
      return call(() => api.POST('/api/e/{ess}/requests/{id}/release', { params, body: { version } }));
    case 'acknowledge':
      return call(() => api.POST('/api/e/{ess}/requests/{id}/acknowledge', { params, body: { version } }));
    case 'undo':
      return call(() => api.POST('/api/e/{ess}/requests/{id}/undo', { params, body: { version } }));
    case 'cancel': {
      const body = { version, reason: order.reason };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/cancel', { params, body }));
    }
    case 'confirm':
    case 'raise':
    case 'lower': {
      const body = { version, class: order.class, ...(order.reason && { reason: order.reason }) };
      return order.move === 'confirm'
        ? call(() => api.POST('/api/e/{ess}/requests/{id}/confirm', { params, body }))
        : call(() => api.POST('/api/e/{ess}/requests/{id}/reclass', { params, body }));
    }
    case 'order_visit': {
      const body = { version, ...order.visit };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/decisions/visit', { params, body }));
    }
    case 'order_exam': {
      const body = { version, ...order.exam };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/decisions/exam', { params, body }));
    }
    case 'order_consultation': {
      const body = { version, ...order.wanted };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/decisions/consultation', { params, body }));
    }
    case 'order_teleconsultation': {
      const body = { version, ...order.wanted };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/decisions/teleconsultation', { params, body }));
    }
    case 'pass': {
      const body = { version, toId: order.toId, ...(order.note && { note: order.note }) };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/decisions/pass', { params, body }));
    }
    case 'ask_info': {
      const body = { version, question: order.question };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/decisions/info', { params, body }));
    }
    default:
      return sendAnswer(ess, order);
  }
}

type Answered = Exclude<
  Order,
  {
    move:
      | 'claim'
      | 'release'
      | 'acknowledge'
      | 'undo'
      | 'cancel'
      | 'confirm'
      | 'raise'
      | 'lower'
      | 'order_visit'
      | 'order_exam'
      | 'order_consultation'
      | 'order_teleconsultation'
      | 'pass'
      | 'ask_info';
  }
>;

function sendAnswer(ess: string, order: Answered): Promise<RequestFile> {
  const { id, version } = order;
  const params = { path: { ess, id } };
  switch (order.move) {
    case 'advise': {
      const body = { version, answer: order.answer };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/answer', { params, body }));
    }
    case 'sign_reading': {
      const body = { version, reading: order.reading };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/reading', { params, body }));
    }
    case 'report_appointment': {
      const body = { version, report: order.report };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/appointment/report', { params, body }));
    }
    case 'decline': {
      const body = { version, advice: order.advice, conclusions: order.conclusions };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/decisions/decline', { params, body }));
    }
    case 'redirect': {
      const { resource, contact, advice, toEss } = order;
      const body = { version, resource, contact, advice, ...(toEss && { toEss }) };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/decisions/redirect', { params, body }));
    }
    case 'admit': {
      const { service, when, contact, advice } = order;
      const body = { version, service, when, contact, advice };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/decisions/admission', { params, body }));
    }
    case 'hand_over': {
      const body = { version, toldTo: order.toldTo, reason: order.reason };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/hand-over', { params, body }));
    }
    case 'give_info': {
      const body = { version, text: order.text };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/info', { params, body }));
    }
    case 'exam_back': {
      const body = { version, text: order.text };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/exam-result', { params, body }));
    }
    case 'book': {
      const body = { version, ...order.appointment };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/appointment', { params, body }));
    }
    case 'unbook': {
      const body = { version, reason: order.reason };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/appointment/missed', { params, body }));
    }
    case 'receive': {
      const body = { version, kind: 'by_phone' as const, toldTo: order.toldTo, ...order.outcome };
      const path = { ess, id: order.reportId };
      return call(() => api.POST('/api/e/{ess}/reports/{id}/receptions', { params: { path }, body }));
    }
    case 'tell_outcome': {
      const body = { version, happened: order.outcome.happened ?? ('unknown' as const), ...order.outcome };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/outcome', { params, body }));
    }
  }
}
