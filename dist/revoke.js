process.argv[2] = 'revoke';
await import('./index.js');
