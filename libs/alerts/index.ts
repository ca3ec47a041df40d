export { ALERTS_ENTITIES, AlertsModule } from './alerts.module.ts';
export { onCallPaged, requestReceived } from './letters.ts';
export { NotifyRequester } from './notify-requester.service.ts';
export { PageOnCall } from './page-on-call.service.ts';
