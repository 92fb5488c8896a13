import { keepCompiledEngine } from './compile-cache.ts';

// Imported before anything that loads the engine.
keepCompiledEngine();
