import { setFlagsFromString } from 'node:v8';

/**
 * Lets the garbage collector favour memory over time. By default V8 lets the heap of a process that makes much garbage
 * grow to several times of what is in use: a scan of 10 000 rooms peaked at 244 MB instead of 102 MB, and was no
 * faster. Both flags are read whenever the heap is about to grow, so that they work in a process that runs already,
 * which is the only place where an action can set any; a V8 that does not know them says so on stderr and goes on.
 */
export function spareMemory(): void {
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--semi-space-growth-factor=1');
}
