import { openMailSink } from './mail-sink.ts';

/** Child of the launcher: the mail sink, on its own so that nothing else falls with it. */
const leave = (): void => process.exit(0);
process.on('disconnect', leave);
process.on('SIGTERM', leave);
process.on('SIGINT', leave);
await openMailSink(process.env['MAIL_SINK_FOLDER'] ?? '', Number(process.env['MAIL_SINK_PORT']));
process.send?.({ type: 'ready' });
