// `npm run bench -- notes [COUNT]` or `npm run bench -- adapters [PATH …]`: prints one JSON value.
const [what = 'notes'] = process.argv.slice(2);
if (what === 'notes') await import('./notes/main.ts');
else if (what === 'adapters') await import('./adapters/main.ts');
else {
  process.stderr.write('Measured can be: notes, adapters.\n');
  process.exitCode = 2;
}
