// What is bundled. It stands here because ncc looks for tsconfig.json, which maps what no step needs, beside its entry.
import '../lib/src/index.js';
