import * as module from 'node:module';

// Newer versions of Node keep what they compiled for the next start; the engine's code is most of what a start costs.
// This stands before every other import, since it only counts for what is loaded after it.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
