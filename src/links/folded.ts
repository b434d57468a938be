/**
 * The text as it is compared where case does not matter, in any script: Unicode NFC, all of it in capitals. Small letters
 * would not do: a sigma has two of them.
 */
export function folded(text: string): string {
  return text.normalize('NFC').toUpperCase().normalize('NFC');
}
