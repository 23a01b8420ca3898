/** Entry point of the worker that reads one large CSV file: its bytes come as worker data, the table goes back. */
import { parentPort, workerData } from 'node:worker_threads';
import { readCsv } from '../core/data/csv';

const bytes: unknown = workerData;
if (!(bytes instanceof Uint8Array)) throw new Error('This worker wants the bytes of a CSV file.');
parentPort?.postMessage(readCsv(new TextDecoder().decode(bytes)));
