export { ALERTS_ENTITIES, ALERTS_HANDLERS, AlertsModule } from './alerts.module.ts';
