process.argv[2] = 'apply';
await import('./index.js');
