// What our adapters cost beside the SDKs they are made with. Prints one JSON value; progress goes to stderr.
import { availableParallelism, cpus } from 'node:os';
import { measureCost } from './cost.ts';
import { measureDurable } from './durable.ts';
import { measurePeers } from './peers.ts';
import { pathNames } from './subjects/subject.ts';

const asked = process.argv.slice(3);
const unknown = asked.find((name) => !pathNames.some((path) => path === name));
if (unknown === undefined) {
  const wanted = asked.length > 0 ? pathNames.filter((path) => asked.includes(path)) : pathNames;
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model ?? '', node: process.version, date: new Date().toISOString() };
  const cost = await measureCost(wanted);
  const durable = await measureDurable(wanted);
  const chatSdk = await measurePeers(wanted);
  process.stdout.write(`${JSON.stringify({ machine, cost, durable, chatSdk })}\n`);
} else {
  process.stderr.write(`There is no path ${unknown}; there are ${pathNames.join(', ')}.\n`);
  process.exitCode = 2;
}
