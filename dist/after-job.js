process.argv[2] = 'after-job';
await import('./index.js');
