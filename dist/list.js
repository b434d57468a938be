process.argv[2] = 'list';
await import('./index.js');
