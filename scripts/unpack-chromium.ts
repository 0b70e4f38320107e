import chromium from '@sparticuz/chromium';

// Its own process, because the package reads TMPDIR and the runtime's name while it is imported.
console.log(await chromium.executablePath());
