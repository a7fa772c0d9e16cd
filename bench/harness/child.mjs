/**
 * A child process that holds one way of doing one kind of work, and measures it whenever it is told to.
 * In: a job on the command line (JSON: which maker, with which options), then messages `{ span }`. Out: `{ ready }` or `{ missing }`, then `{ measured }` for each.
 */
import { meter } from './measure.mjs';

/** @type {{ maker: string, options: unknown }} */
const job = JSON.parse(/** @type {string} */ (process.argv[2]));
/** @param {unknown} error */
const firstLine = (error) => (error instanceof Error ? error.message.split('\n')[0] : String(error));
const send = (/** @type {unknown} */ message) => /** @type {NonNullable<typeof process.send>} */ (process.send)(message);

try {
  const { make } = await import(job.maker);
  const work = await make(job.options);
  if (work === null) {
    send({ missing: 'this build does not have it' });
    process.disconnect();
  } else {
    const measure = meter(work);
    process.on('message', (/** @type {{ span: number }} */ { span }) => {
      measure(span).then(
        (measured) => send({ measured, extra: work.extra }),
        (error) => send({ missing: firstLine(error) }),
      );
    });
    send({ ready: true });
  }
} catch (error) {
  send({ missing: firstLine(error) });
  process.disconnect();
}
