'use strict';
// Copies the licence texts into the package, which npm packs from its own folder only.

const fs = require('node:fs');
const path = require('node:path');

for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) {
  fs.copyFileSync(path.join(__dirname, '..', '..', name), path.join(__dirname, '..', name));
}
