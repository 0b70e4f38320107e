// Preloaded by the npm scripts, in plain JavaScript: an older Node cannot even read the next file.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 24 || (major === 24 && minor < 16)) {
  console.error(
    `Throughline runs on Node 24, and this is ${process.version}. npm install brings Node 24 as the ` +
      'optional package "node"; it is not in node_modules. Install it (npm install), or Node 24 itself.',
  );
  process.exit(1);
}
