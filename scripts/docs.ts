import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '../src/config.ts';
import { pages, readPage, renewed } from './docs/blocks.ts';

/** Writes into the pages what they take from the code. */
const stale = pages().filter((page) => renewed(page) !== readPage(page));
for (const page of stale) writeFileSync(join(home, page), renewed(page));
console.log(stale.length === 0 ? 'Every page is as the code is.' : `Written anew: ${stale.join(', ')}`);
